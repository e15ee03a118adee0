/// Everything that is said of one set of duplicates: of one laboratory, kind, method, analyte and unit.
public struct DuplicateSummary: Sendable, Hashable {
    /// The pairs that count, and by which policy on censored results. All figures but ``share`` are theirs.
    public let counted: CensoredPairs
    public let precision: PairPrecision?
    /// Of all pairs, whatever the policy on censored results.
    public let share: LimitShare
    /// One for each percentile, in the order asked for.
    public let charts: [ThompsonHowarthChart]
    public let regression: ThompsonHowarthRegression?
    public let bias: PairBias
    public let axis: ReducedMajorAxis?
    public let variance: PairVariance?

    public init(
        _ pairs: [LimitedPair],
        policy: CensoringPolicy,
        targetRSDPercent: Double,
        percentiles: [Double]
    ) {
        counted = CensoredPairs(pairs.map(\.pair), policy: policy)
        let values = counted.pairs
        precision = PairPrecision(values)
        share = LimitShare(pairs)
        charts = percentiles.map {
            ThompsonHowarthChart(values, targetRSDPercent: targetRSDPercent, percentile: $0)
        }
        regression = ThompsonHowarthRegression(values)
        bias = PairBias(values)
        axis = ReducedMajorAxis(values)
        variance = PairVariance(values)
    }
}
