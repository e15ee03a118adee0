/// A sample register as delivered.
public struct SampleRegister: Sendable, Hashable {
    public var entries: [RegisterEntry]
    /// From a `revision` column: where two registers speak of one sample, the higher revision counts. 0 where absent.
    public var revision: Int

    public init(entries: [RegisterEntry], revision: Int = 0) {
        self.entries = entries
        self.revision = revision
    }
}
