/// Nelson 8: eight points in a row beyond 1 SD, some above and some below: two populations in one series.
///
/// Source: Nelson, Journal of Quality Technology 16 (1984) 237.
package struct Mixture: RunPattern {
    package let reach: Int
    /// In SD.
    let limit: Int

    package init(length: Int, limit: Int) {
        reach = length
        self.limit = limit
    }

    package func ending(at index: Int, in series: ScoreSeries) -> (points: [Int], side: Side?)? {
        let window = series.unbroken(reach, endingAt: index)
        guard window.count == reach, window.allSatisfy({ $0.score.exceeds(limit) }) else { return nil }
        let sides = Set(window.map(\.score.side))
        return sides.count == 2 ? (window.map(\.index), nil) : nil
    }
}
