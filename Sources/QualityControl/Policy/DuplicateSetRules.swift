public import Geochemistry

/// When a batch has too many pairs of one kind beyond their limit.
public struct DuplicateSetRules: Sendable, Hashable {
    /// Fewer evaluated pairs of one kind in one column say nothing.
    public var pairs: Int
    /// How many in a hundred may exceed their limit.
    public var percent: ExactDecimal
    /// What a set beyond that is, by the step at which the samples were split: `warn` or `fail`.
    public var field: Outcome
    public var coarse: Outcome
    public var pulp: Outcome

    public init(pairs: Int, percent: ExactDecimal, field: Outcome, coarse: Outcome, pulp: Outcome) {
        self.pairs = pairs
        self.percent = percent
        self.field = field
        self.coarse = coarse
        self.pulp = pulp
    }
}
