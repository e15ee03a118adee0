public import Geochemistry

/// What one rule says of one result, before the analyte's tier has its say.
public struct RuleVerdict: Sendable, Hashable {
    public var outcome: Outcome
    /// The rule that decided; for a result that passes, the rule it was held against.
    public var rule: RuleName
    /// The limits that were applied, in the reported unit; nil where the rule has none on that side.
    public var lowerLimit: ExactDecimal?
    public var upperLimit: ExactDecimal?
    /// Why nothing could be said, or what a reader must know.
    public var note: String

    public init(
        _ outcome: Outcome,
        _ rule: RuleName,
        lowerLimit: ExactDecimal? = nil,
        upperLimit: ExactDecimal? = nil,
        note: String = ""
    ) {
        self.outcome = outcome
        self.rule = rule
        self.lowerLimit = lowerLimit
        self.upperLimit = upperLimit
        self.note = note
    }
}
