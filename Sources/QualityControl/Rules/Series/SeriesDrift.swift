import Geochemistry

/// Slow change: CUSUM and EWMA of the later results against how the series began, and a trend over all of them.
///
/// Held against the first results of the series, not against the certified value: a constant bias is no drift. A series
/// begins anew where laboratory, method, material or certified value change.
struct SeriesDrift {
    /// The side to which the sums lean at the latest result, with the shift that they estimate, in own SD.
    let cusum: (side: Side, shift: Double)?
    /// The side of the average at the latest result, with its distance from the beginning and its limit, in own SD.
    let ewma: (side: Side, distance: Double, reach: Double)?
    let trend: MannKendall?
    let count: Int

    init?(_ scores: [Double], rules: SeriesRules.Drift) {
        let later = scores.dropFirst(rules.baseline)
        guard !later.isEmpty, let beginning = RobustSummary(Array(scores.prefix(rules.baseline))), beginning.spread > 0
        else { return nil }
        count = scores.count
        var sums = TabularCUSUM(
            allowance: rules.cusumAllowance.approximate,
            limit: rules.cusumLimit.approximate
        )
        var average = EWMA(lambda: rules.ewmaWeight.approximate, width: rules.ewmaLimit.approximate)
        for score in later {
            let own = (score - beginning.median) / beginning.spread
            sums.add(own)
            average.add(own)
        }
        cusum = sums.signal.flatMap { side in sums.shift.map { (side, $0) } }
        ewma = average.signal.map { ($0, average.average, average.reach) }
        let test = MannKendall(scores)
        trend = test.flatMap { $0.p < rules.trendSignificance.approximate ? $0 : nil }
    }
}
