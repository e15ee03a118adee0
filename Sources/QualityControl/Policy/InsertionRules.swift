/// What every batch must contain of the client's own QC.
public struct InsertionRules: Sendable, Hashable {
    public var crms: Int
    public var blanks: Int
    public var duplicates: Int
    /// What a decision analyte is for which no CRM of the batch has a certified value: `pass`, `warn`, `not_evaluated`.
    public var uncoveredDecisionAnalyte: Outcome

    public init(crms: Int, blanks: Int, duplicates: Int, uncoveredDecisionAnalyte: Outcome) {
        self.crms = crms
        self.blanks = blanks
        self.duplicates = duplicates
        self.uncoveredDecisionAnalyte = uncoveredDecisionAnalyte
    }
}
