/// Nelson 4: fourteen points in a row that go up and down by turns, as where two instruments or two crews take turns.
///
/// Source: Nelson, Journal of Quality Technology 16 (1984) 237.
package struct Alternation: RunPattern {
    package let reach: Int

    package init(length: Int) { reach = length }

    package func ending(at index: Int, in series: ScoreSeries) -> (points: [Int], side: Side?)? {
        let window = series.unbroken(reach, endingAt: index)
        guard window.count == reach, window.count > 1 else { return nil }
        let rising = zip(window, window.dropFirst()).map { $0.score < $1.score }
        let level = zip(window, window.dropFirst()).contains { $0.score == $1.score }
        let turns = zip(rising, rising.dropFirst()).allSatisfy { $0 != $1 }
        return turns && !level ? (window.map(\.index), nil) : nil
    }
}
