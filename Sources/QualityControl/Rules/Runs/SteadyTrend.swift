/// Nelson 3: six points in a row, each above the one before, or each below it. Two equal points end the trend.
///
/// Source: Nelson, Journal of Quality Technology 16 (1984) 237.
package struct SteadyTrend: RunPattern {
    package let reach: Int

    package init(length: Int) { reach = length }

    package func ending(at index: Int, in series: ScoreSeries) -> (points: [Int], side: Side?)? {
        let window = series.unbroken(reach, endingAt: index)
        guard window.count == reach else { return nil }
        let steps = zip(window, window.dropFirst())
        let points = window.map(\.index)
        if steps.allSatisfy({ $0.score < $1.score }) { return (points, .above) }
        return steps.allSatisfy { $0.score > $1.score } ? (points, .below) : nil
    }
}
