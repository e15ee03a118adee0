public import Geochemistry

/// Which recoveries of the laboratory's reference materials are usual.
public struct RecoveryRules: Sendable, Hashable {
    /// 100 × measured / certified; a recovery exactly on a limit is inside.
    public var lowest: ExactDecimal
    public var highest: ExactDecimal
    /// What results outside are: `pass` (shown) or `warn`.
    public var outcome: Outcome

    public init(lowest: ExactDecimal, highest: ExactDecimal, outcome: Outcome) {
        self.lowest = lowest
        self.highest = highest
        self.outcome = outcome
    }
}
