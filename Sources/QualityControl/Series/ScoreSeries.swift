/// The scores of one series - laboratory, method, material, analyte - oldest first, in the order of report date,
/// certificate, position. What run rules, bias and drift look at.
public struct ScoreSeries: Sendable, Hashable {
    /// nil where an insertion has no score: censored, missing, not judged. It breaks a run.
    public private(set) var scores: [StandardScore?] = []
    /// For each score the certificate that it stands in, counted from 0 at the oldest.
    public private(set) var certificates: [Int] = []

    public init() {}

    public mutating func append(_ score: StandardScore?, certificate: Int) {
        scores.append(score)
        certificates.append(certificate)
    }

    public var count: Int { scores.count }
}
