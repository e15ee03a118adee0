/// Westgard 1-2s (a warning) and 1-3s (a random error), Western Electric 1, Nelson 1: one point beyond a limit.
///
/// Source: Westgard, "Multirule QC" (westgard.com/multirule4.html); Western Electric, Statistical Quality Control
/// Handbook (1956); Nelson, Journal of Quality Technology 16 (1984) 237.
package struct PointBeyond: RunPattern {
    /// In SD.
    let limit: Int

    package init(limit: Int) { self.limit = limit }

    package var reach: Int { 1 }

    package func ending(at index: Int, in series: ScoreSeries) -> (points: [Int], side: Side?)? {
        guard let last = series.unbroken(1, endingAt: index).last else { return nil }
        return last.score.side(beyond: limit).map { ([index], $0) }
    }
}
