import Foundation
import QualityControl
import TestSupport
import Testing

@Suite("The variance of pairs")
struct PairVarianceTests {
    @Test("The one-way and two-way tables are those of R", .enabled(if: SharedFiles.arePresent))
    func synthetic() throws {
        let variance = try #require(PairVariance(try SharedPairs.values(SharedPairs.synthetic)))
        let oneWay = try SharedPairs.figures("anova_one_way", of: SharedPairs.synthetic)
        #expect(isNear(variance.between, oneWay["MS_between"]))
        #expect(isNear(variance.within, oneWay["MS_within"]))
        #expect(isNear(variance.varianceBetween, oneWay["var_between"]))
        #expect(isNear(variance.withinPercent, oneWay["pct_within"]))
        #expect(isNear(variance.f, oneWay["F"]))
        let twoWay = try SharedPairs.figures("anova_two_way_bias", of: SharedPairs.synthetic)
        #expect(isNear(variance.biasSquares, twoWay["SS_bias"]))
        #expect(isNear(variance.residualSquares, twoWay["SS_residual"]))
        #expect(isNear(variance.biasF, twoWay["F"]))
        #expect(twoWay["df"] == 1)
        #expect(twoWay["df_res"] == Double(variance.count - 1))
        let t = try #require(PairedTTest(try SharedPairs.values(SharedPairs.synthetic).map(\.difference)))
        #expect(isNear(variance.biasF, t.t * t.t))
        #expect(isNear(t.p, twoWay["p"]))
    }

    /// rgr prints five digits.
    private func agrees(_ found: Double?, _ printed: Double?, digits: Double = 5) -> Bool {
        guard let found, let printed, printed != 0 else { return false }
        let step = pow(10, (log10(abs(printed))).rounded(.down) - digits + 1)
        return abs(found - printed) <= 0.5001 * step
    }

    @Test("rgr prints the same table for the survey's copper", .enabled(if: SharedFiles.arePresent))
    func survey() throws {
        let pairs = try SharedPairs.values(SharedPairs.survey)
        let printed = try SharedPairs.figures("rgr_one_way_printed", of: SharedPairs.survey)
        let variance = try #require(PairVariance(pairs))
        let precision = try #require(PairPrecision(pairs))
        #expect(agrees((precision.meanOriginal + precision.meanDuplicate) / 2, printed["grand_mean"]))
        #expect(agrees(variance.within, printed["within_MS"]))
        #expect(agrees(precision.pooledSD, printed["within_SD"]))
        #expect(agrees(precision.pooledRSDPercent, printed["RSD%"], digits: 2))
        #expect(agrees(variance.f, printed["F"]))
        #expect(agrees(variance.withinPercent, printed["pct_within"], digits: 1))
        let logarithms = pairs.map { ValuePair(log10($0.original), log10($0.duplicate)) }
        #expect(agrees(PairVariance(logarithms)?.within, printed["log10_within_MS"]))
    }

    @Test("and for Stanley's pairs, as they are and as logarithms", .enabled(if: SharedFiles.arePresent))
    func stanley() throws {
        let pairs = try SharedPairs.values(SharedPairs.stanley)
        let tables = try #require(
            try SharedPairs.expected(SharedPairs.stanley)["rgr_anova1_one_way"] as? [String: [String: Double]]
        )
        let raw = try #require(PairVariance(pairs))
        #expect(agrees(raw.within, tables["raw"]?["within_MS"]))
        #expect(agrees(raw.f, tables["raw"]?["F"]))
        #expect(agrees(PairPrecision(pairs)?.pooledRSDPercent, tables["raw"]?["RSD%"], digits: 2))
        let logarithms = try #require(PairVariance(pairs.map { ValuePair(log10($0.original), log10($0.duplicate)) }))
        #expect(agrees(logarithms.within, tables["log10"]?["within_MS"]))
        #expect(agrees(logarithms.f, tables["log10"]?["F"]))
    }
}
