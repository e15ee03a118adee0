/// Westgard 8x, 9x, 10x and 12x (a systematic error), Western Electric 4, Nelson 2: so many points in a row on one side
/// of the expectation. A point exactly on it is on neither side and ends the run.
///
/// Source: Westgard, "Multirule QC" (westgard.com/multirule4.html); Western Electric, Statistical Quality Control
/// Handbook (1956); Nelson, Journal of Quality Technology 16 (1984) 237.
package struct OneSidedRun: RunPattern {
    package let reach: Int

    package init(length: Int) { reach = length }

    package func ending(at index: Int, in series: ScoreSeries) -> (points: [Int], side: Side?)? {
        let window = series.unbroken(reach, endingAt: index)
        guard window.count == reach, let side = window.last?.score.side else { return nil }
        return window.allSatisfy { $0.score.side == side } ? (window.map(\.index), side) : nil
    }
}
