/// How well a set of pairs repeats.
///
/// Source: Stanley and Lawie, "Average relative error in geochemical determinations: clarification, calculation, and a
/// plea for consistency", Exploration and Mining Geology 16 (2007) 267, for the root mean square of the pairs' CV, which
/// alone is unbiased. The other figures stand beside it because reports ask for them.
public struct PairPrecision: Sendable, Hashable {
    public let count: Int
    public let meanOriginal: Double
    public let meanDuplicate: Double
    /// AMPD, the mean of the pairs' RPD.
    public let meanRPDPercent: Double
    public let medianRPDPercent: Double
    public let meanHARDPercent: Double
    /// The mean of the pairs' CV: too low, see ``rmsCVPercent``.
    public let meanCVPercent: Double
    /// CVavg, 100 √(2/N Σ ((a − b) / (a + b))²).
    public let rmsCVPercent: Double
    /// √(Σ d² / 2N), in the unit of the results: high grades rule it.
    public let pooledSD: Double

    /// nil for an empty set.
    public init?(_ pairs: [ValuePair]) {
        guard !pairs.isEmpty else { return nil }
        count = pairs.count
        meanOriginal = Center.mean(pairs.map(\.original))
        meanDuplicate = Center.mean(pairs.map(\.duplicate))
        let rpd = pairs.map(\.rpdPercent)
        meanRPDPercent = Center.mean(rpd)
        medianRPDPercent = Center.median(rpd)
        meanHARDPercent = meanRPDPercent / 2
        meanCVPercent = Center.mean(pairs.map(\.cvPercent))
        rmsCVPercent = Center.rootMeanSquare(pairs.map(\.cvPercent))
        pooledSD = Center.rootMeanSquare(pairs.map(\.sd))
    }

    /// mean(original) − mean(duplicate).
    public var meanDifference: Double { meanOriginal - meanDuplicate }

    /// The pooled SD in percent of the mean of all results; nil where that is zero.
    public var pooledRSDPercent: Double? {
        let mean = (meanOriginal + meanDuplicate) / 2
        return mean == 0 ? nil : 100 * pooledSD / mean
    }

    /// By how much the mean of the duplicates is above that of the originals, in percent; nil where that is zero.
    public var biasOfMeansPercent: Double? {
        meanOriginal == 0 ? nil : 100 * (meanDuplicate / meanOriginal - 1)
    }
}
