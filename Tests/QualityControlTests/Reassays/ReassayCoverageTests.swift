import Geochemistry
import QualityControl
import Testing

@testable import QualityControl

@Suite("A certificate against a re-assay list")
struct ReassayCoverageTests {
    private func result(
        _ sample: String,
        _ value: String,
        analyte: String = "Cu",
        method: String = "ME-ICP61",
        _ digestion: DigestionClass = .fourAcid,
        unit: Unit = .ppm
    ) -> ReassayResult {
        ReassayResult(
            sample: sample,
            analyte: analyte,
            method: method,
            digestion: digestion,
            unit: unit,
            reported: value,
            value: Double(value),
            isResult: Double(value) != nil || value.hasPrefix("<") || value.hasPrefix(">")
        )
    }

    /// Cu of three samples and Zn of the last.
    private var list: [ListedDetermination] {
        [("A1", "1000"), ("A2", "500"), ("A3", "<1")].enumerated().map { index, cell in
            ListedDetermination(
                position: index + 1,
                sample: cell.0,
                words: "Cu ME-ICP61",
                first: [result(cell.0, cell.1)]
            )
        } + [
            ListedDetermination(
                position: 3,
                sample: "A3",
                words: "Zn ME-ICP61",
                first: [result("A3", "50", analyte: "Zn")]
            )
        ]
    }

    private func words(_ coverage: ReassayCoverage) -> [String] {
        coverage.missing.map { "\($0.position) \($0.sample): \($0.analytes.joined(separator: ", "))" }
    }

    @Test("A certificate with all of it covers it, whatever else it holds")
    func whole() {
        let coverage = ReassayCoverage(
            of: list,
            by: [
                result("a3 ", "2"), result("A3", "51", analyte: "Zn"), result("A2", "450"), result("A1", "1100"),
                result("A9", "7"), result("A1", "3", analyte: "Pb"),
            ]
        )
        #expect(coverage.missing.isEmpty)
        #expect(
            coverage.tally
                == ReassayTally(
                    samplesListed: 3,
                    samplesCovered: 3,
                    determinationsListed: 4,
                    determinationsCovered: 4
                )
        )
        #expect(coverage.tally.coversAll)
        let copper = coverage.comparisons[0]
        #expect((copper.pairs, copper.leftOut) == (2, 1), "<1 against 2 has no ratio")
        // The middle of 1.1 and 0.9.
        #expect(copper.medianRatio.map { ($0 * 1e12).rounded() } == 1e12)
        // 50 of 475 against 100 of 1,050.
        #expect(copper.largest?.sample == "A2")
        #expect(
            coverage.comparisons.map { QualityWords.comparison($0) } == [
                "Cu ME-ICP61: 2 pairs, median ratio 1.000 of re-assay to first result, largest difference 10.5 % "
                    + "(A2: 500 ppm, then 450 ppm), 1 pair without two numbers left out",
                "Zn ME-ICP61: 1 pair, median ratio 1.020 of re-assay to first result, largest difference 2.0 % "
                    + "(A3: 50 ppm, then 51 ppm)",
            ]
        )
    }

    @Test("What lacks is named by sample and analyte")
    func part() {
        let coverage = ReassayCoverage(of: list, by: [result("A1", "1100"), result("A3", "2")])
        #expect(words(coverage) == ["2 A2: Cu ME-ICP61", "3 A3: Zn ME-ICP61"])
        #expect(
            coverage.tally
                == ReassayTally(
                    samplesListed: 3,
                    samplesCovered: 1,
                    determinationsListed: 4,
                    determinationsCovered: 2
                )
        )
        #expect(!coverage.tally.coversAll)
        #expect(
            QualityWords.stillMissing(coverage.missing) == "still to be repeated: Cu ME-ICP61 of A2; Zn ME-ICP61 of A3"
        )
        #expect(!ReassayCoverage(of: [], by: [result("A1", "1")]).tally.coversAll)
    }

    @Test(
        "Another method repeats only after the same digestion, and an unknown one only itself",
        arguments: [
            ("ME-ICP61", DigestionClass.fourAcid, true), ("ME-MS61", .fourAcid, true), ("ME-ICP41", .aquaRegia, false),
            ("ME-MS61", .unknown, false), ("ME-ICP61", .unknown, true), ("ME-MS61", .none, false),
        ]
    )
    func methods(method: String, digestion: DigestionClass, covers: Bool) {
        let coverage = ReassayCoverage(of: Array(list.prefix(1)), by: [result("A1", "990", method: method, digestion)])
        #expect(coverage.tally.coversAll == covers)
        #expect(coverage.comparisons.first?.otherMethods == (covers ? [method].filter { $0 != "ME-ICP61" } : nil))
    }

    @Test("An unknown digestion on both sides is no proof that it is the same")
    func unknownTwice() {
        var first = list[0]
        first.first[0].digestion = .unknown
        first.first[0].method = "X-1"
        #expect(!ReassayCoverage(of: [first], by: [result("A1", "9", method: "X-2", .unknown)]).tally.coversAll)
        #expect(ReassayCoverage(of: [first], by: [result("A1", "9", method: "X-1", .unknown)]).tally.coversAll)
        first.first[0].method = ""
        #expect(!ReassayCoverage(of: [first], by: [result("A1", "9", method: "", .unknown)]).tally.coversAll)
    }

    @Test("A reason for no result covers nothing; a censored result does")
    func noResult() {
        let list = Array(list.prefix(1))
        #expect(!ReassayCoverage(of: list, by: [result("A1", "NSS")]).tally.coversAll)
        for text in ["<1", ">10000"] {
            let coverage = ReassayCoverage(of: list, by: [result("A1", text)])
            #expect(coverage.tally.coversAll)
            #expect((coverage.comparisons[0].pairs, coverage.comparisons[0].leftOut) == (0, 1))
            #expect(coverage.comparisons[0].medianRatio == nil)
        }
    }

    @Test("Of several results the number by the same method is compared, in the unit of the first")
    func choice() {
        let coverage = ReassayCoverage(
            of: Array(list.prefix(1)),
            by: [
                result("A1", "0.11", method: "Cu-OG62", unit: .percent), result("A1", ">1000"),
                result("A1", "0.105", unit: .percent),
            ]
        )
        #expect(coverage.comparisons[0].otherMethods.isEmpty)
        #expect(
            QualityWords.comparison(coverage.comparisons[0])
                == "Cu ME-ICP61: 1 pair, median ratio 1.050 of re-assay to first result, largest difference 4.9 % "
                + "(A1: 1000 ppm, then 0.105 %)"
        )
        let stranger = ReassayCoverage(of: Array(list.prefix(1)), by: [result("A1", "5", unit: .other("mg/l"))])
        #expect((stranger.comparisons[0].pairs, stranger.comparisons[0].leftOut) == (0, 1))
    }

    @Test("Several certificates together leave what none of them covers")
    func together() {
        let first = ReassayCoverage(of: list, by: [result("A1", "1"), result("A3", "2")])
        let second = ReassayCoverage(of: list, by: [result("A2", "1"), result("A1", "2")])
        let third = ReassayCoverage(of: list, by: [result("A3", "1", analyte: "Zn")])
        #expect(
            ReassayCoverage.missing(afterAll: [first, second]) == [
                ReassaySample(position: 3, sample: "A3", analytes: ["Zn ME-ICP61"], because: [])
            ]
        )
        #expect(ReassayCoverage.missing(afterAll: [first, second, third]).isEmpty)
        #expect(ReassayCoverage.missing(afterAll: [third]) == third.missing)
    }
}

@Suite("What is said of re-assays")
struct ReassayWordsTests {
    private func answer(
        _ batch: String,
        _ standing: ReassayStanding,
        covered: Int = 12,
        isAnswered: Bool = false
    ) -> ReassayAnswer {
        ReassayAnswer(
            batch: batch,
            tally: ReassayTally(
                samplesListed: 12,
                samplesCovered: covered,
                determinationsListed: 24,
                determinationsCovered: covered * 2
            ),
            standing: standing,
            isAnswered: isAnswered
        )
    }

    @Test("One that answers asks for a decision")
    func answered() {
        let passed = answer("VA2", .passed, isAnswered: true)
        #expect(
            QualityWords.reassayed(by: [passed], .waiting)
                == "Re-assayed by VA2, which passed and covers 12 of 12 samples: accept with the re-assay results, or "
                + "reject."
        )
        #expect(
            QualityWords.reassayed(by: [passed], .decided)
                == "Re-assayed by VA2, which passed and covers 12 of 12 samples."
        )
        #expect(
            QualityWords.reassayed(by: [passed], .closed)
                == "Re-assayed by VA2, which passed and covers 12 of 12 samples: the policy closes the failure; its own "
                + "results stay unreleased."
        )
        #expect(
            QualityWords.reassay(of: "VA1", passed)
                == "Re-assay of VA1: covers 12 of 12 samples, and answers its failure."
        )
        #expect(QualityWords.reassayed(by: [], .waiting).isEmpty)
    }

    @Test("One that covers a part says how much; two may answer together")
    func parts() {
        let part = answer("VA2", .passed, covered: 5)
        #expect(
            QualityWords.reassayed(by: [part], .waiting)
                == "Re-assayed by VA2, which passed and covers 5 of 12 samples (10 of 24 determinations): the rest of "
                + "the list is still to be repeated."
        )
        #expect(
            QualityWords.reassay(of: "VA1", part)
                == "Re-assay of VA1: covers 5 of 12 samples (10 of 24 determinations); the rest of the list is still to "
                + "be repeated."
        )
        #expect(
            QualityWords.reassayed(
                by: [
                    answer("VA2", .passed, covered: 5, isAnswered: true),
                    answer("VA3", .accepted, covered: 7, isAnswered: true),
                ],
                .waiting
            )
                == "Re-assayed by VA2, which passed and covers 5 of 12 samples (10 of 24 determinations); and by VA3, "
                + "which was accepted and covers 7 of 12 samples (14 of 24 determinations): together they cover the "
                + "list; accept with the re-assay results, or reject."
        )
    }

    @Test(
        "One that may not be used itself answers nothing, and says why",
        arguments: [
            (ReassayStanding.failed, "whose own QC failed, and which covers", "its own QC failed"),
            (.notEvaluated, "whose own QC could not be checked, and which covers", "its own QC could not be checked"),
            (.preliminary, "whose report is preliminary, and which covers", "its report is preliminary"),
            (.rejected, "which was rejected, and covers", "it was rejected"),
            (.reopened, "which was taken back, and covers", "it was taken back"),
        ]
    )
    func useless(standing: ReassayStanding, clause: String, reason: String) {
        let answer = answer("VA2", standing)
        #expect(
            QualityWords.reassayed(by: [answer], .waiting)
                == "Re-assayed by VA2, \(clause) 12 of 12 samples: this does not answer the failure."
        )
        #expect(
            QualityWords.reassay(of: "VA1", answer)
                == "Re-assay of VA1: covers 12 of 12 samples, and does not answer its failure: \(reason)."
        )
    }
}
