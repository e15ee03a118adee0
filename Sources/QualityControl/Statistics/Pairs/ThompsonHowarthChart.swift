/// The control chart of Thompson and Howarth: how many pairs lie beyond what a target precision allows, and whether
/// chance explains so many.
///
/// On a chart of |d| against the pair's mean the limit is a straight line through the origin. It is no estimate of the
/// average error (Stanley and Lawie 2008): for that, see ``PairPrecision/rmsCVPercent``.
///
/// Source: Thompson and Howarth, "A new approach to the estimation of analytical precision", Journal of Geochemical
/// Exploration 9 (1978) 23; the tail as in `thplot1` of the R package rgr.
public struct ThompsonHowarthChart: Sendable, Hashable {
    /// The relative standard deviation that is asked for.
    public let targetRSDPercent: Double
    /// Of good pairs, how many percent lie inside.
    public let percentile: Double
    /// Times the mean of a pair, the largest |d| that is inside: Φ⁻¹((1 + p) / 2) √2 r.
    public let limitFactor: Double
    public let count: Int
    /// A pair exactly on the limit is inside.
    public let outside: Int
    /// That at least so many lie outside by chance, where the precision is as asked for.
    public let probability: Double

    public init(_ pairs: [ValuePair], targetRSDPercent: Double, percentile: Double) {
        self.targetRSDPercent = targetRSDPercent
        self.percentile = percentile
        let inside = percentile / 100
        let factor = NormalDistribution.quantile((1 + inside) / 2) * 2.0.squareRoot() * targetRSDPercent / 100
        limitFactor = factor
        count = pairs.count
        outside = pairs.filter { $0.difference.magnitude > factor * $0.mean }.count
        probability = BinomialDistribution.upperTail(atLeast: outside, of: count, probability: 1 - inside)
    }
}
