/// A pattern in consecutive scores of a series.
package protocol RunPattern: Sendable {
    /// How many points it can span.
    var reach: Int { get }

    /// The points that make the pattern, oldest first, where it ends at this one.
    func ending(at index: Int, in series: ScoreSeries) -> (points: [Int], side: Side?)?
}

extension ScoreSeries {
    /// The last scores up to a point, oldest first: at most `length`, and fewer behind an insertion without a score.
    func unbroken(_ length: Int, endingAt index: Int) -> [(index: Int, score: StandardScore)] {
        guard scores.indices.contains(index) else { return [] }
        var window: [(index: Int, score: StandardScore)] = []
        window.reserveCapacity(length)
        for place in stride(from: index, through: max(0, index - length + 1), by: -1) {
            guard let score = scores[place] else { break }
            window.append((place, score))
        }
        window.reverse()
        return window
    }
}

extension StandardScore {
    /// The side on which it lies more than this many SD away.
    func side(beyond limit: Int) -> Side? { exceeds(limit) ? side : nil }
}
