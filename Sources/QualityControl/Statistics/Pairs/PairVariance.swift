/// Analysis of variance of pairs: how much of the variation lies between samples, and how much within a pair.
///
/// Source: Garrett, "The determination of sampling and analytical errors in exploration geochemistry", Economic Geology
/// 64 (1969) 568; the one-way table as in `anova1` of the R package rgr.
public struct PairVariance: Sendable, Hashable {
    /// Mean squares.
    public let between: Double
    public let within: Double
    /// The part of ``within`` that a constant difference of the two makes, as a sum of squares of one degree of freedom.
    public let biasSquares: Double
    /// What is left of it, as a sum of squares of N − 1 degrees of freedom.
    public let residualSquares: Double
    public let count: Int

    /// nil below two pairs.
    public init?(_ pairs: [ValuePair]) {
        guard pairs.count >= 2 else { return nil }
        count = pairs.count
        let means = pairs.map(\.mean)
        let center = Center.mean(means)
        between = 2 * means.reduce(0) { $0 + ($1 - center) * ($1 - center) } / Double(count - 1)
        within = pairs.reduce(0) { $0 + $1.difference * $1.difference } / 2 / Double(count)
        let difference = Center.mean(pairs.map(\.difference))
        biasSquares = Double(count) * difference * difference / 2
        residualSquares =
            pairs.reduce(0) {
                $0 + ($1.difference - difference) * ($1.difference - difference)
            } / 2
    }

    /// The variance between samples, without what the pairs' own scatter adds.
    public var varianceBetween: Double { (between - within) / 2 }

    /// How much of the whole variance the pairs' own scatter is; nil where nothing varies.
    public var withinPercent: Double? {
        let whole = varianceBetween + within
        return whole == 0 ? nil : 100 * within / whole
    }

    /// Between over within; nil where the pairs do not scatter.
    public var f: Double? { within == 0 ? nil : between / within }

    /// The square of the paired t; nil where nothing is left beside the bias.
    public var biasF: Double? {
        residualSquares == 0 ? nil : biasSquares / (residualSquares / Double(count - 1))
    }
}
