import Geochemistry
import QualityControl
import TestSupport
import Testing

@Suite("The bias of pairs")
struct PairBiasTests {
    @Test("Three tests of one set, which disagree as published", .enabled(if: SharedFiles.arePresent))
    func synthetic() throws {
        let bias = PairBias(try SharedPairs.values(SharedPairs.synthetic))
        let t = try SharedPairs.figures("paired_t", of: SharedPairs.synthetic)
        // R prints eight digits of t.
        #expect(isNear(bias.t?.t, t["t"], 5e-8))
        #expect(isNear(bias.t?.p, t["p"]))
        #expect(bias.t?.degreesOfFreedom == 59)
        let sign = try SharedPairs.figures("sign_test", of: SharedPairs.synthetic)
        #expect(Double(bias.sign.negative) == sign["dup_gt_orig"])
        #expect(Double(bias.sign.positive + bias.sign.negative) == sign["n_nonzero"])
        #expect(isNear(bias.sign.p, sign["p"]))
    }

    @Test("The signed rank test is that of R, and of the decimals", .enabled(if: SharedFiles.arePresent))
    func signedRank() throws {
        let printed = try SharedPairs.figures("wilcoxon_signed_rank", of: SharedPairs.synthetic)
        let pairs = try SharedPairs.values(SharedPairs.synthetic)
        // R takes the difference of two Doubles, in which 2.429 - 2.468 and 0.554 - 0.593 are not equal any more.
        let binary = SignedRankTest(pairs.map { $0.original - $0.duplicate })
        #expect(binary.wPlus == printed["W_plus(orig>dup)_R"])
        #expect(isNear(binary.p, printed["p_normal_with_continuity_R"]))
        // The same formula over decimals, where equal differences share their rank (computed in Python's decimal).
        let exact = SignedRankTest(pairs.map(\.difference))
        #expect(exact.wPlus == 592)
        #expect(isNear(exact.p, 0.017586762856668048))
    }

    @Test(
        "The survey's paired t is the published one; its signed ranks leave three equal pairs out",
        .enabled(if: SharedFiles.arePresent)
    )
    func survey() throws {
        let bias = PairBias(try SharedPairs.values(SharedPairs.survey))
        let t = try SharedPairs.figures("paired_t", of: SharedPairs.survey)
        #expect(isNear(bias.t?.t, t["t"]))
        #expect(isNear(bias.t?.p, t["p"]))
        #expect(bias.signedRank.count == 77)
        // Python's decimal, as above.
        #expect(bias.signedRank.wPlus == 1706.5)
        #expect(isNear(bias.signedRank.p, 0.2986128193094856))
    }

    /// Differences, W and p, counted by hand: of 2ⁿ choices of signs, those as far from the middle.
    private static let counted: [([Double], Double, Double)] = [
        // All five on one side: 2 of 32.
        ([1, 2, 3, 4, 5], 15, 0.0625),
        // Rank 1 against: sums 0, 1, 14, 15 of 32.
        ([-1, 2, 3, 4, 5], 14, 0.125),
        // Zeros are left out, ties share rank 1.5: sums 0, 3 and, twice, 1.5 of four.
        ([0, 1, -1, 0], 1.5, 1),
        ([2, 2, 0], 3, 0.5),
        ([0, 0], 0, 1),
    ]

    @Test("Few pairs are counted out", arguments: counted)
    func small(differences: [Double], wPlus: Double, p: Double) {
        let test = SignedRankTest(differences)
        #expect(test.wPlus == wPlus)
        #expect(isNear(test.p, p, 1e-12))
        #expect(isNear(SignedRankTest(differences.map { -$0 }).p, p, 1e-12))
    }

    @Test("The normal curve takes over at fifty, without a step")
    func takesOver() {
        let differences = (1...50).map { Double($0 % 3 == 0 ? -$0 : $0) }
        let exact = SignedRankTest(Array(differences.dropLast()))
        let normal = SignedRankTest(differences)
        #expect(abs(exact.p - normal.p) < 0.02)
        #expect(exact.p > 0.01 && exact.p < 0.2)
    }

    @Test("Nothing differs: no bias, and no t")
    func equal() {
        let bias = PairBias([ValuePair(1.0, 1.0), ValuePair(2.0, 2.0)])
        #expect((bias.sign.p, bias.signedRank.p) == (1, 1))
        #expect(bias.t == nil)
        #expect(bias.medianRatio == 1)
    }

    @Test("Grade classes hold as many pairs each, at least five")
    func classes() {
        let pairs = (1...22).map { ValuePair(Double($0), Double($0) * ($0 > 11 ? 0.9 : 1.1)) }
        let classes = GradeClass.classes(of: pairs)
        #expect(classes.map(\.count) == [5, 6, 5, 6])
        #expect(isNear(classes.first?.biasPercent, 10, 1e-9))
        #expect(isNear(classes.last?.medianRatio, 0.9, 1e-9))
        #expect(isNear(classes.first?.lowest, 1.05))
        #expect(GradeClass.classes(of: Array(pairs.prefix(9))).count == 1)
        #expect(GradeClass.classes(of: []).isEmpty)
    }
}
