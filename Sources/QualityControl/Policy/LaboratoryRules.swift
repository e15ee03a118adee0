public import Geochemistry

/// How the laboratory's own QC rows are judged. They never replace the client's.
public struct LaboratoryRules: Sendable, Hashable {
    /// The worst that a laboratory QC row can make of the batch: `pass` (shown only), `warn` or `fail`.
    public var worstOutcome: Outcome
    public var crm: CRMRules
    public var blank: BlankRules
    public var duplicate: DuplicateRules.Limit
    public var floorDetectionLimits: ExactDecimal
    /// nil where the policy does not count recoveries.
    public var recovery: RecoveryRules?
    /// nil where the policy does not compare the laboratory's QC with the client's.
    public var comparison: ComparisonRules?

    public init(
        worstOutcome: Outcome,
        crm: CRMRules,
        blank: BlankRules,
        duplicate: DuplicateRules.Limit,
        floorDetectionLimits: ExactDecimal,
        recovery: RecoveryRules? = nil,
        comparison: ComparisonRules? = nil
    ) {
        self.worstOutcome = worstOutcome
        self.crm = crm
        self.blank = blank
        self.duplicate = duplicate
        self.floorDetectionLimits = floorDetectionLimits
        self.recovery = recovery
        self.comparison = comparison
    }
}
