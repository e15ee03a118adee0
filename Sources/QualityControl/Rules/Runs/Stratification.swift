/// Nelson 7: fifteen points in a row of which none lies beyond 1 SD. The SD is too wide for this series, or somebody
/// repeats the control until it fits. Against a certificate's SD, which is wider than one laboratory's, it is usual.
///
/// Source: Nelson, Journal of Quality Technology 16 (1984) 237.
package struct Stratification: RunPattern {
    package let reach: Int
    /// In SD.
    let limit: Int

    package init(length: Int, limit: Int) {
        reach = length
        self.limit = limit
    }

    package func ending(at index: Int, in series: ScoreSeries) -> (points: [Int], side: Side?)? {
        let window = series.unbroken(reach, endingAt: index)
        guard window.count == reach, !window.contains(where: { $0.score.exceeds(limit) }) else { return nil }
        return (window.map(\.index), nil)
    }
}
