public import QualityControl

/// A verdict without its results.
public struct VerdictSummary: Sendable, Hashable {
    public let id: Int64
    public let certificateID: Int64
    public let batch: String
    public let outcome: Outcome
    /// The latest verdict on a certificate that no revision has replaced.
    public let isCurrent: Bool
    public let supersedes: Int64?
    public let evaluatedAt: String
    public let state: VerdictState
    public let counts: Judgement.Counts
    /// Digest of outcome and findings: two verdicts with the same content say the same.
    public let content: String
}
