/// Whether one side of a set of pairs lies above the other. The three tests may disagree, because one pair of high grade
/// rules the t test; the robust ones come first.
public struct PairBias: Sendable, Hashable {
    public let sign: SignTest
    public let signedRank: SignedRankTest
    public let t: PairedTTest?
    /// The median of duplicate / original; nil where no original is positive.
    public let medianRatio: Double?

    public init(_ pairs: [ValuePair]) {
        let differences = pairs.map(\.difference)
        sign = SignTest(differences)
        signedRank = SignedRankTest(differences)
        t = PairedTTest(differences)
        let ratios = pairs.filter { $0.original > 0 }.map { $0.duplicate / $0.original }
        medianRatio = ratios.isEmpty ? nil : Center.median(ratios)
    }
}
