/// How many results of reference materials lie beyond 2 and 3 SD, against how many chance puts there.
///
/// 4.55 % and 0.27 % of normal errors lie there. Elements of one insertion share its weighing and digestion, so real
/// counts scatter more than the binomial ones. Source: OREAS, "Quick QC guide to monitoring labs with SD intervals".
public struct FlagCount: Sendable, Hashable {
    public private(set) var evaluated = 0
    public private(set) var beyond2SD = 0
    public private(set) var beyond3SD = 0

    public init() {}

    public mutating func add(_ score: StandardScore) {
        evaluated += 1
        if score.exceeds(2) { beyond2SD += 1 }
        if score.exceeds(3) { beyond3SD += 1 }
    }

    public var expected2SD: Double { Double(evaluated) * NormalDistribution.twoSided(2) }
    public var expected3SD: Double { Double(evaluated) * NormalDistribution.twoSided(3) }

    /// In which part of batches in control chance alone puts so many beyond 2 SD, or more.
    public var chanceOf2SD: Double {
        BinomialDistribution.upperTail(
            atLeast: beyond2SD,
            of: evaluated,
            probability: NormalDistribution.twoSided(2)
        )
    }

    public var chanceOf3SD: Double {
        BinomialDistribution.upperTail(
            atLeast: beyond3SD,
            of: evaluated,
            probability: NormalDistribution.twoSided(3)
        )
    }
}
