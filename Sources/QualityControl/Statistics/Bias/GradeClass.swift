/// The bias of pairs of like grade: a slope over a wide range may hide that low grades read high and high ones low.
public struct GradeClass: Sendable, Hashable {
    /// The lowest and the highest mean of a pair.
    public let lowest: Double
    public let highest: Double
    public let count: Int
    public let meanOriginal: Double
    public let meanDuplicate: Double
    /// Of the means, in percent of the originals'; nil where that is zero.
    public let biasPercent: Double?
    /// Of duplicate / original; nil where no original is positive.
    public let medianRatio: Double?

    /// Fewer than this make no class of their own.
    public static let smallest = 5
    public static let most = 4

    /// Up to four classes of as many pairs, from the lowest grade on; none of an empty set.
    public static func classes(of pairs: [ValuePair]) -> [GradeClass] {
        guard !pairs.isEmpty else { return [] }
        let ordered = pairs.sorted { ($0.mean, $0.difference) < ($1.mean, $1.difference) }
        let count = max(1, min(most, ordered.count / smallest))
        return (0..<count).map { number in
            GradeClass(ordered[number * ordered.count / count..<(number + 1) * ordered.count / count])
        }
    }

    /// - Precondition: not empty, in order of the mean.
    private init(_ pairs: ArraySlice<ValuePair>) {
        lowest = pairs.first?.mean ?? .nan
        highest = pairs.last?.mean ?? .nan
        count = pairs.count
        meanOriginal = Center.mean(pairs.map(\.original))
        meanDuplicate = Center.mean(pairs.map(\.duplicate))
        biasPercent = meanOriginal == 0 ? nil : 100 * (meanDuplicate / meanOriginal - 1)
        medianRatio = PairBias(Array(pairs)).medianRatio
    }
}
