/// The scores of one series - laboratory, method, material, analyte - oldest first, in the order of report date,
/// certificate, position. What run rules, bias and drift look at.
public struct ScoreSeries: Sendable, Hashable {
    /// nil where an insertion has no score: censored, missing, not judged. It breaks a run.
    public private(set) var scores: [StandardScore?] = []
    /// For each score the certificate that it stands in, counted from 0 at the oldest.
    public private(set) var certificates: [Int] = []

    public init() {}

    init(reserving count: Int) {
        scores.reserveCapacity(count)
        certificates.reserveCapacity(count)
    }

    public mutating func append(_ score: StandardScore?, certificate: Int) {
        scores.append(score)
        certificates.append(certificate)
    }

    public var count: Int { scores.count }

    /// nil also beyond the end.
    func score(at index: Int) -> StandardScore? { index < scores.count ? scores[index] : nil }

    /// Adds insertions in which the analyte has no score, until there are as many.
    mutating func fill(upTo count: Int, certificates all: some RandomAccessCollection<Int>) {
        for certificate in all.dropFirst(scores.count).prefix(max(0, count - scores.count)) {
            append(nil, certificate: certificate)
        }
    }

    /// Takes the scores out that are there, and leaves their places.
    mutating func forget() { scores = Array(repeating: nil, count: scores.count) }
}
