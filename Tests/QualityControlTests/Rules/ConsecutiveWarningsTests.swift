import Geochemistry
import TestSupport
import Testing

@testable import QualityControl

@Suite("Consecutive warnings")
struct ConsecutiveWarningsTests {
    /// A material of 1000 with SD 100, so that z is written with one decimal place or two.
    private static let materials = TestStandards.library([
        ("OREAS 620", [TestStandards.value("Cu", .ppm, 1_000, sd: 100)])
    ])

    private func batch(_ name: String, _ texts: [String], history: SeriesHistory = SeriesHistory()) -> Batch {
        var batch = Batch(name)
        batch.materials = Self.materials
        batch.history = history
        for (index, text) in texts.enumerated() { batch.crm("\(name)-\(index + 1)", text) }
        return batch
    }

    @Test("1-2s, 1-3s and 2-2s fire where the shared definitions say", .enabled(if: SharedFiles.arePresent))
    func goldenCases() throws {
        let cases = try WestgardCase.all()
        #expect(cases.count == 14)
        for test in cases {
            let texts = test.z.map { "\(Int((1_000 + 100 * $0).rounded()))" }
            let judgement = batch("A", texts).judgement
            var hits: [String] = []
            for (index, result) in judgement.results.enumerated() {
                if result.outcome != .pass { hits.append("1_2s@\(index + 1)") }
                if result.rule == .crm3SD { hits.append("1_3s@\(index + 1)") }
                if result.rule == .crmConsecutive2SD { hits.append("2_2s@\(index + 1)") }
            }
            let wanted = test.expect.filter { ["1_2s", "1_3s", "2_2s"].contains($0.prefix(4)) }
            #expect(hits.sorted() == wanted.sorted(), "\(test.name)")
        }
    }

    @Test("The run goes through certificates, and the finding names the predecessor")
    func throughCertificates() throws {
        let first = batch("A", ["1000", "1210"]).judgement
        #expect(first.outcome == .warn)
        let second = batch("B", ["1250"], history: SeriesHistory(first.segments)).judgement
        #expect(second.outcome == .fail)
        let result = try #require(second.result(0))
        #expect(result.rule == .crmConsecutive2SD)
        #expect(result.upperLimit == 1_200)
        let finding = try #require(second.findings.first)
        #expect(finding.message.hasSuffix("; A-2 of batch A before it lies beyond the same limit"))
    }

    @Test("A run of three needs three, counted through certificates")
    func threeInARow() {
        var segments: [SeriesSegment] = []
        var outcomes: [Outcome] = []
        for name in ["A", "B", "C", "D"] {
            var batch = batch(name, ["1210"], history: SeriesHistory(segments))
            batch.policy.crm.consecutive = 3
            let judgement = batch.judgement
            outcomes.append(judgement.outcome)
            segments += judgement.segments
        }
        #expect(outcomes == [.warn, .warn, .fail, .fail])
    }

    @Test("The rule can be switched off")
    func switchedOff() {
        var batch = batch("A", ["1210", "1210"])
        batch.policy.crm.consecutive = 0
        #expect(batch.judgement.outcome == .warn)
    }

    @Test("A result without a number breaks the run", arguments: ["<5000", ">100", "NSS", "what?", "1000", "790"])
    func breaks(_ text: String) throws {
        let judgement = batch("A", ["1210", text, "1210"]).judgement
        #expect(try #require(judgement.result(2)).rule == .crm2SD)
    }

    @Test("An insertion of which nothing was measured by the method is no insertion")
    func emptyRow() throws {
        let judgement = batch("A", ["1210", "", "1210"]).judgement
        #expect(judgement.results.count == 2)
        #expect(try #require(judgement.result(2)).rule == .crmConsecutive2SD)
    }

    @Test("A failure beyond 3 SD begins a run, and keeps its own rule inside one")
    func failuresInRuns() {
        let rules = batch("A", ["1350", "1210", "1350"]).judgement.results.map(\.rule)
        #expect(rules == [.crm3SD, .crmConsecutive2SD, .crm3SD])
    }

    @Test("Every series has one segment, and other materials do not disturb it")
    func segments() throws {
        var batch = batch("A", ["1210", "1250"])
        batch.crm("A-3", "3660", of: "oreas-621")
        batch.crm("A-4", "1220", of: "Oreas 620")
        batch.materials = TestStandards.library([
            ("OREAS 620", [TestStandards.value("Cu", .ppm, 1_000, sd: 100)]),
            ("OREAS 621", [TestStandards.value("Cu", .ppm, 3_660, sd: 100)]),
        ])
        let segments = batch.judgement.segments
        #expect(segments.map(\.key.material.printed) == ["OREAS 620", "OREAS 621"])
        #expect(segments.map { $0.insertions.map(\.sample) } == [["A-1", "A-2", "A-4"], ["A-3"]])
        #expect(segments.map { $0.scores.map { $0?.value } } == [[2.1, 2.5, 2.2], [0]])
        #expect(segments.allSatisfy { $0.columns.map(\.column) == [SeriesColumn(analyte: "Cu", unit: "ppm")] })
        #expect(segments.map { $0.columns.map(\.certified) } == [["1000"], ["3660"]])
        #expect(segments.allSatisfy { $0.key.method == "ME-ICP61" && $0.key.laboratory == "ALS" && $0.batch == "A" })
    }

    @Test("Another certified value begins a new run")
    func otherCertificate() throws {
        let first = batch("A", ["1000", "1210"]).judgement
        var second = batch("B", ["1250"], history: SeriesHistory(first.segments))
        second.materials = TestStandards.library([
            ("OREAS 620", [TestStandards.value("Cu", .ppm, 1_001, sd: 100)])
        ])
        #expect(try #require(second.judgement.result(0)).rule == .crm2SD)
    }

    @Test("A certificate is reviewed from its segments as it was when it was judged")
    func review() {
        let first = batch("A", ["1000", "1210", "<5", "1300"]).judgement
        let history = SeriesHistory(first.segments)
        let second = batch("B", ["1250", "", "1350", "1230"], history: history)
        let judgement = second.judgement
        #expect(judgement.review.consecutive.map(\.position) == [1, 3, 4])
        #expect(judgement.review.consecutive.first?.predecessor == "A-4 of batch A")
        let again = SeriesReview(
            judgement.segments,
            batch: "B",
            history: history,
            policy: second.policy,
            analytes: TestStandards.analytes
        )
        #expect(again == judgement.review)
        #expect(
            SeriesReview(
                judgement.segments,
                batch: "B",
                history: .init(),
                policy: second.policy,
                analytes: TestStandards.analytes
            ) != again
        )
    }

    @Test("The client's series and the laboratory's are two")
    func origins() throws {
        var batch = batch("A", ["1210"])
        batch.laboratory("*STD OREAS 620", .laboratoryCRM(material: "OREAS 620"), "1210")
        let judgement = batch.judgement
        #expect(judgement.results.map(\.rule) == [.crm2SD, .crm2SD])
        #expect(judgement.segments.map(\.key.origin) == [.client, .laboratory])
    }
}
