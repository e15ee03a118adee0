/// What every batch must contain of the client's own QC.
public struct InsertionRules: Sendable, Hashable {
    public var crms: Int
    public var blanks: Int
    public var duplicates: Int
    /// What a decision analyte is for which no CRM of the batch has a certified value: `pass`, `warn`, `not_evaluated`.
    public var uncoveredDecisionAnalyte: Outcome
    /// nil where the policy asks for no rates.
    public var rates: InsertionRates?
    /// nil where the policy does not ask whether the CRMs reach the grades of the samples.
    public var gradeCoverage: GradeCoverageRules?

    public init(
        crms: Int,
        blanks: Int,
        duplicates: Int,
        uncoveredDecisionAnalyte: Outcome,
        rates: InsertionRates? = nil,
        gradeCoverage: GradeCoverageRules? = nil
    ) {
        self.crms = crms
        self.blanks = blanks
        self.duplicates = duplicates
        self.uncoveredDecisionAnalyte = uncoveredDecisionAnalyte
        self.rates = rates
        self.gradeCoverage = gradeCoverage
    }
}
