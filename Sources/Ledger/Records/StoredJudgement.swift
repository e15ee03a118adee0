public import QualityControl

/// A verdict with everything that was recorded with it: enough to write the alert again, to the byte.
public struct StoredJudgement: Sendable, Hashable {
    public let certificate: CertificateSummary
    public let verdict: VerdictSummary
    public let findings: [Finding]
    public let results: [StoredQCResult]
    public let reassay: [ReassaySample]
    public let roles: [SampleRole]
    public let resolved: [StoredResolvedResult]
    public let composites: [CompositeColumn]
    /// The names of the certificate's samples, in laboratory order.
    public let samples: [String]
}
