import Geochemistry

/// The second chart: a laboratory against itself, by the median and robust SD of its own results.
///
/// A laboratory that is off the certified value, and always was, is stable: nothing here says that it is right.
public struct MaterialStability: Sendable, Hashable {
    public let centre: RobustSummary
    /// Own SD in percent of the own median; nil where the median is 0.
    public let relativeSD: Double?
    /// In own SD from the own median; nil for a point without a number, or where nothing scatters.
    public let distances: [Double?]
    /// How many own SD are the limit, and how many results lie beyond.
    public let limit: Double
    public let beyond: Int
    /// Towards which side CUSUM and EWMA lean at the latest result, held against the first results of the series.
    public let cusum: Side?
    public let ewma: Side?
    /// Of the latest ``longestTrend`` results; the slope is in the unit of the results, per result.
    public let trend: MannKendall?

    /// A trend looks at every pair of results; beyond so many the latest tell.
    public static let longestTrend = 500

    /// - Returns: nil for fewer results than own limits want.
    public init?(_ points: [MaterialPoint], rules: SeriesRules) {
        let values = points.compactMap { $0.value?.approximate }
        guard values.count >= rules.stability?.minimum ?? SeriesRules.usualLatest, let centre = RobustSummary(values)
        else { return nil }
        self.centre = centre
        relativeSD = centre.median == 0 ? nil : 100 * centre.spread / centre.median.magnitude
        distances = points.map { point in
            guard let value = point.value?.approximate, centre.spread > 0 else { return nil }
            return (value - centre.median) / centre.spread
        }
        let limit = rules.stability?.limit.approximate ?? 3
        self.limit = limit
        beyond = distances.count { ($0 ?? 0).magnitude > limit * (1 + 1e-9) }
        let drift = rules.drift.flatMap { SeriesDrift(values, rules: $0) }
        cusum = drift?.cusum?.side
        ewma = drift?.ewma?.side
        trend = MannKendall(values.suffix(Self.longestTrend))
    }
}
