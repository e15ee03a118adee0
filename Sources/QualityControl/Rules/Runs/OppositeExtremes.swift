/// Westgard R-4s: within one certificate, one point beyond +2 SD and another beyond −2 SD (a random error).
///
/// Two wordings are about. This is Westgard's own, one point beyond each limit; 2.5 and −1.8, which differ by more than
/// 4 SD, do not make it. Source: Westgard, "Multirule QC" (westgard.com/mltirule.htm).
package struct OppositeExtremes: RunPattern {
    /// In SD, on either side.
    let limit: Int

    package init(limit: Int) { self.limit = limit }

    /// Earlier certificates play no part.
    package var reach: Int { 1 }

    package func ending(at index: Int, in series: ScoreSeries) -> (points: [Int], side: Side?)? {
        guard series.scores.indices.contains(index), let side = series.scores[index]?.side(beyond: limit) else {
            return nil
        }
        let certificate = series.certificates[index]
        for place in stride(from: index - 1, through: 0, by: -1) where series.certificates[place] == certificate {
            guard let score = series.scores[place] else { return nil }
            if let other = score.side(beyond: limit), other != side { return ([place, index], nil) }
        }
        return nil
    }
}
