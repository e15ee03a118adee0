/// The Mann-Kendall test for a trend, with correction for ties, and Sen's slope.
///
/// It asks only whether later points tend to be larger, so no single point rules it. A constant bias is no trend.
/// Source: Mann, Econometrica 13 (1945) 245; Kendall, Rank Correlation Methods (1975); Sen, Journal of the American
/// Statistical Association 63 (1968) 1379.
public struct MannKendall: Sendable, Hashable {
    public let count: Int
    /// Pairs in which the later point is larger, less those in which it is smaller.
    public let s: Int
    /// Of S where there is no trend.
    public let variance: Double
    private let values: [Double]

    /// - Returns: nil for fewer than three points.
    public init?(_ values: [Double]) {
        guard values.count >= 3 else { return nil }
        self.values = values
        count = values.count
        var sorted = values
        s = Self.sort(&sorted)
        let ties = sorted.reduce(into: [(value: Double, count: Int)]()) { groups, value in
            if groups.last?.value == value {
                groups[groups.count - 1].count += 1
            } else {
                groups.append((value, 1))
            }
        }
        variance = Self.term(values.count) - ties.reduce(0) { $0 + Self.term($1.count) }
    }

    /// Sorts points, and counts on the way the pairs in which the later is larger, less those in which it is smaller:
    /// between two sorted halves they are counted in one pass, so that a series of hundreds of thousands takes no longer
    /// than sorting it. Source: Knight, Journal of the American Statistical Association 61 (1966) 436.
    private static func sort(_ values: inout [Double]) -> Int {
        var merged = values
        return values.withUnsafeMutableBufferPointer { values in
            merged.withUnsafeMutableBufferPointer { sort(values[...], by: $0[...]) }
        }
    }

    /// - Parameter merged: room for as many, at the same indices.
    private static func sort(
        _ values: Slice<UnsafeMutableBufferPointer<Double>>,
        by merged: Slice<UnsafeMutableBufferPointer<Double>>
    ) -> Int {
        guard values.count > 1 else { return 0 }
        var (values, merged) = (values, merged)
        let middle = values.startIndex + values.count / 2
        var s = sort(values[..<middle], by: merged[..<middle]) + sort(values[middle...], by: merged[middle...])

        // Of the earlier half, the first that is not below the later value, and the first that is above it.
        var (below, above) = (values.startIndex, values.startIndex)
        var place = values.startIndex
        for later in middle..<values.endIndex {
            let value = values[later]
            while below < middle, values[below] < value {
                merged[place] = values[below]
                (below, place) = (below + 1, place + 1)
            }
            above = max(above, below)
            while above < middle, values[above] == value { above += 1 }
            s += (below - values.startIndex) - (middle - above)
            merged[place] = value
            place += 1
        }
        while below < middle {
            merged[place] = values[below]
            (below, place) = (below + 1, place + 1)
        }
        for index in values.indices { values[index] = merged[index] }
        return s
    }

    /// The median of the slopes of all pairs, per step of the series. Every series is tested and few are told of, so it is
    /// worked out where it is asked for.
    public var senSlope: Double {
        var slopes: [Double] = []
        slopes.reserveCapacity(count * (count - 1) / 2)
        for (later, value) in values.enumerated() {
            for earlier in 0..<later { slopes.append((value - values[earlier]) / Double(later - earlier)) }
        }
        return RobustSummary.median(slopes) ?? 0
    }

    /// With Kendall's correction for continuity; 0 where S is 0, or all points are equal.
    public var z: Double {
        guard s != 0, variance > 0 else { return 0 }
        return Double(s - s.signum()) / variance.squareRoot()
    }

    /// Two-sided, by the normal approximation, which is good from ten points on.
    public var p: Double { NormalDistribution.twoSided(z) }

    private static func term(_ n: Int) -> Double {
        let n = Double(n)
        return n * (n - 1) * (2 * n + 5) / 18
    }
}
