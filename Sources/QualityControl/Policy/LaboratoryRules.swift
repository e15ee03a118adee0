public import Geochemistry

/// How the laboratory's own QC rows are judged. They never replace the client's.
public struct LaboratoryRules: Sendable, Hashable {
    /// The worst that a laboratory QC row can make of the batch: `pass` (shown only), `warn` or `fail`.
    public var worstOutcome: Outcome
    public var crm: CRMRules
    public var blank: BlankRules
    public var duplicate: DuplicateRules.Limit
    public var floorDetectionLimits: ExactDecimal

    public init(
        worstOutcome: Outcome,
        crm: CRMRules,
        blank: BlankRules,
        duplicate: DuplicateRules.Limit,
        floorDetectionLimits: ExactDecimal
    ) {
        self.worstOutcome = worstOutcome
        self.crm = crm
        self.blank = blank
        self.duplicate = duplicate
        self.floorDetectionLimits = floorDetectionLimits
    }
}
