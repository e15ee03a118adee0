/// Wilcoxon's signed rank test: whether the differences of pairs lie about zero.
///
/// Pairs without a difference are left out, equal ones share their ranks. Up to 49 differences p is exact, by counting
/// all signs that the ranks could have had; beyond, by the normal curve with the correction for continuity and ties.
///
/// Source: Wilcoxon, Biometrics Bulletin 1 (1945) 80; Lehmann, Nonparametrics (1975), for ties. The normal curve is that
/// of `wilcox.test` in R.
public struct SignedRankTest: Sendable, Hashable {
    /// The sum of the ranks of positive differences.
    public let wPlus: Double
    /// Differences that are not zero.
    public let count: Int
    /// Two-sided; 1 where no pair differs.
    public let p: Double

    static let largestExact = 49

    public init(_ differences: [Double]) {
        let nonzero = differences.filter { $0 != 0 }.sorted { $0.magnitude < $1.magnitude }
        count = nonzero.count
        // Twice the rank, which is whole where ranks are shared.
        var ranks = [Int](repeating: 0, count: nonzero.count)
        var ties = 0.0
        var start = 0
        while start < nonzero.count {
            var end = start + 1
            while end < nonzero.count, nonzero[end].magnitude == nonzero[start].magnitude { end += 1 }
            for index in start..<end { ranks[index] = start + 1 + end }
            let size = Double(end - start)
            ties += size * size * size - size
            start = end
        }
        let doubled = zip(ranks, nonzero).reduce(0) { $1.1 > 0 ? $0 + $1.0 : $0 }
        wPlus = Double(doubled) / 2
        if count == 0 {
            p = 1
        } else if count <= Self.largestExact {
            p = Self.exact(doubled, ranks)
        } else {
            p = Self.normal(wPlus, count: Double(count), ties: ties)
        }
    }

    /// Twice the smaller tail of all 2ⁿ choices of signs.
    private static func exact(_ sum: Int, _ ranks: [Int]) -> Double {
        let total = ranks.reduce(0, +)
        var ways = [Double](repeating: 0, count: total + 1)
        ways[0] = 1
        var reached = 0
        for rank in ranks {
            for value in stride(from: reached, through: 0, by: -1) where ways[value] > 0 {
                ways[value + rank] += ways[value]
            }
            reached += rank
        }
        let below = ways[0...sum].reduce(0, +)
        let above = ways[sum...].reduce(0, +)
        return min(1, 2 * min(below, above) / ways.reduce(0, +))
    }

    private static func normal(_ wPlus: Double, count n: Double, ties: Double) -> Double {
        let deviation = wPlus - n * (n + 1) / 4
        let variance = n * (n + 1) * (2 * n + 1) / 24 - ties / 48
        guard variance > 0, deviation != 0 else { return 1 }
        let corrected = max(0, deviation.magnitude - 0.5)
        return NormalDistribution.twoSided(corrected / variance.squareRoot())
    }
}
