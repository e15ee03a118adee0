/// What a person decided, on which verdict.
public struct DecisionRecord: Sendable, Hashable {
    public let id: Int64
    public let batch: String
    public let laboratory: String
    public let verdictID: Int64
    public let action: DecisionAction
    /// nil where it is on the whole batch.
    public let scope: DecisionScope?
    /// Two must accept, and this is the first: it releases nothing by itself.
    public let awaitsSecond: Bool
    public let actor: String
    public let reason: String
    public let decidedAt: String
    /// The batch's verdicts have changed since.
    public let isStale: Bool
}
