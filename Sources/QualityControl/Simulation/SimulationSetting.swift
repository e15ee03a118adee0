/// What a simulated batch is made of.
public struct SimulationSetting: Sendable, Hashable {
    public var decision: Int
    public var support: Int
    /// Insertions of one reference material in a batch.
    public var insertions: Int

    public init(decision: Int, support: Int = 0, insertions: Int = 3) {
        self.decision = decision
        self.support = support
        self.insertions = insertions
    }

    public var elements: Int { decision + support }
}
