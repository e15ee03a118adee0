/// The sign test: whether the duplicates lie above their originals as often as below. Sizes do not count, so one pair of
/// high grade rules nothing.
///
/// Source: Dixon and Mood, Journal of the American Statistical Association 41 (1946) 557.
public struct SignTest: Sendable, Hashable {
    /// original > duplicate.
    public let positive: Int
    /// original < duplicate.
    public let negative: Int
    /// Two-sided, exact; 1 where no pair differs.
    public let p: Double

    public init(_ differences: [Double]) {
        positive = differences.filter { $0 > 0 }.count
        negative = differences.filter { $0 < 0 }.count
        let more = max(positive, negative)
        let tail = BinomialDistribution.upperTail(atLeast: more, of: positive + negative, probability: 0.5)
        p = min(1, 2 * tail)
    }
}
