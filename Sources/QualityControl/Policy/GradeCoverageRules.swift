public import Geochemistry

/// When the grades of a batch's samples are too far from what its CRMs are certified for.
public struct GradeCoverageRules: Sendable, Hashable {
    /// A CRM answers for grades up to this many times its certified value.
    public var factor: ExactDecimal
    /// More than this percentage of the samples, and at least this many, without a CRM make a finding.
    public var percent: ExactDecimal
    public var samples: Int
    /// `pass` (shown) or `warn`.
    public var outcome: Outcome

    public init(factor: ExactDecimal, percent: ExactDecimal, samples: Int, outcome: Outcome) {
        self.factor = factor
        self.percent = percent
        self.samples = samples
        self.outcome = outcome
    }
}
