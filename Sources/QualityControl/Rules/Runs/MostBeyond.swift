/// Westgard 2-2s, 3-1s, 4-1s and 2of3-2s (systematic errors), Western Electric 2 and 3, Nelson 5 and 6: so many of the
/// last points beyond the same limit on the same side. The last point is one of them.
///
/// Source: Westgard, "Multirule QC" (westgard.com/multirule4.html); Western Electric, Statistical Quality Control
/// Handbook (1956); Nelson, Journal of Quality Technology 16 (1984) 237.
package struct MostBeyond: RunPattern {
    let count: Int
    package let reach: Int
    /// In SD.
    let limit: Int

    package init(_ count: Int, of reach: Int, limit: Int) {
        self.count = count
        self.reach = reach
        self.limit = limit
    }

    package func ending(at index: Int, in series: ScoreSeries) -> (points: [Int], side: Side?)? {
        let window = series.unbroken(reach, endingAt: index)
        guard let side = window.last?.score.side(beyond: limit) else { return nil }
        let points = window.filter { $0.score.side(beyond: limit) == side }.map(\.index)
        return points.count >= count ? (points, side) : nil
    }
}
