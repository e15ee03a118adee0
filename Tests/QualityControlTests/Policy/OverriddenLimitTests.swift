import Geochemistry
import QualityControl
import TestSupport
import Testing

@Suite("Results judged by an override")
struct OverriddenLimitTests {
    private func batch(_ overrides: PolicyOverride...) -> Batch {
        var batch = Batch()
        batch.policy.overrides = overrides
        return batch
    }

    // OREAS 620: Cu 1735, SD 48. 4 SD: 1927. 3 SD: 1879.
    @Test(
        "The failing limit of a CRM: below, on, on in another form, above",
        arguments: [("1926", Outcome.warn), ("1927", .warn), ("1927.0", .warn), ("1928", .fail)]
    )
    func reference(_ text: String, _ outcome: Outcome) {
        var batch = batch(
            Overrides.failSD(4, [.material("OREAS 620"), .analyte("Cu")]),
            Overrides.failSD(9, [.material("OREAS 621")])
        )
        batch.crm("1", text)
        #expect(batch.judgement.result(0)?.outcome == outcome)
        #expect(batch.judgement.result(0)?.upperLimit == (outcome == .fail ? 1927 : 1831))
    }

    @Test("Another material, column or laboratory keeps the numbers of the file")
    func others() {
        var batch = batch(
            Overrides.failSD(4, [.material("OREAS 621")]),
            Overrides.failSD(4, [.analyte("Zn")]),
            Overrides.failSD(4, [.laboratory("SGS")]),
            Overrides.failSD(4, [.method("ME-MS61")]),
            Overrides.failSD(4, [.digestion("aqua_regia")])
        )
        batch.crm("1", "1880")
        #expect(batch.judgement.result(0)?.outcome == .fail)
    }

    @Test("One material is judged by its own numbers in each column")
    func columns() {
        var batch = batch(Overrides.failSD(4, [.analyte("Zn")]))
        batch.builder.column("Zn", "ppm", method: "ME-ICP61", .fourAcid, detectionLimit: "1")
        batch.crm("1", "1880", "33500")
        let judgement = batch.judgement
        #expect(judgement.result(0)?.outcome == .fail)
        #expect(judgement.result(0, column: 1)?.outcome == .warn)
    }

    @Test("A run ends where the numbers of its own column say")
    func runs() {
        var batch = batch(Overrides.of(.analyte("Cu"), stated: "crm.consecutive") { $0.crm.consecutive = 3 })
        batch.builder.column("Zn", "ppm", method: "ME-ICP61", .fourAcid, detectionLimit: "1")
        for name in ["1", "2", "3"] { batch.crm(name, "1840", "32700") }
        let judgement = batch.judgement
        #expect((0..<3).map { judgement.result($0)?.outcome } == [.warn, .warn, .fail])
        #expect((0..<3).map { judgement.result($0, column: 1)?.outcome } == [.warn, .fail, .fail])
    }

    @Test("What the series say is the same once more from the segments, by the numbers of each column")
    func review() {
        var batch = batch(
            Overrides.of(.digestion("four_acid"), .analyte("Cu"), stated: "crm.consecutive") { $0.crm.consecutive = 3 }
        )
        batch.builder.column("Zn", "ppm", method: "ME-ICP61", .fourAcid, detectionLimit: "1")
        for name in ["1", "2", "3"] { batch.crm(name, "1840", "32700") }
        let judgement = batch.judgement
        #expect(judgement.review.consecutive.map(\.column.analyte).sorted() == ["Cu", "Zn", "Zn"])
        let again = SeriesReview(
            judgement.segments,
            batch: "VA19000001",
            history: SeriesHistory(),
            policy: batch.policy,
            analytes: TestStandards.analytes
        )
        #expect(again == judgement.review)
    }

    // Detection limit 1 ppm; the override fails beyond eight.
    @Test(
        "The failing limit of a blank: below, on, on in another form, above",
        arguments: [("7", Outcome.warn), ("8", .warn), ("8.00", .warn), ("8.01", .fail)]
    )
    func blank(_ text: String, _ outcome: Outcome) {
        var batch = batch(
            Overrides.of(.material("Quartz*"), stated: "blank.fail_detection_limits") {
                $0.blank.failDetectionLimits = 8
            }
        )
        batch.blank("1", text, of: "Quartz blank")
        batch.blank("2", "8", of: "Granite")
        #expect(batch.judgement.result(0)?.outcome == outcome)
        #expect(batch.judgement.result(1)?.outcome == .fail)
    }

    // 100 and 150: a difference of 40 % of the mean.
    @Test(
        "The limit of a pair: below, on, on in another form, above",
        arguments: [("149", Outcome.pass), ("150", .pass), ("150.0", .pass), ("151", .fail)]
    )
    func pair(_ text: String, _ outcome: Outcome) {
        var batch = batch(
            Overrides.of(.method("ME-*"), stated: "duplicate.pulp.percent") { $0.duplicate.pulp.percent = 40 }
        )
        batch.routine("A", "100")
        batch.duplicate("B", text, of: "A")
        #expect(batch.judgement.result(1)?.outcome == outcome)
    }

    @Test("The laboratory's own QC has overrides of its own, and the client's do not reach it")
    func laboratory() {
        var batch = batch(
            Overrides.failSD(4, [.analyte("Cu")]),
            Overrides.of(
                .laboratory("ALS"),
                stated: "laboratory.worst_outcome",
                "laboratory.blank.fail_detection_limits"
            ) {
                $0.laboratory.worstOutcome = .fail
                $0.laboratory.blank.failDetectionLimits = 8
            }
        )
        batch.laboratory("STD OREAS 620", .laboratoryCRM(material: "OREAS 620"), "1880")
        batch.laboratory("BLK", .laboratoryBlank, "8")
        let judgement = batch.judgement
        #expect(judgement.results.map(\.outcome) == [.fail, .warn])
        #expect(judgement.outcome == .fail)
    }

    @Test("What a batch must contain can be stated for a laboratory")
    func insertion() {
        let demand = Overrides.of(.laboratory("ALS"), stated: "insertion.crms") { $0.insertion.crms = 1 }
        let other = Overrides.of(.laboratory("SGS"), stated: "insertion.blanks") { $0.insertion.blanks = 1 }
        var batch = batch(demand, other)
        batch.routine("1", "500")
        #expect(batch.judgement.findings.map(\.rule) == ["missing_crm"])
    }

    @Test("A decision analyte that an override makes support needs no certified value, and fails nothing")
    func tier() {
        var policy = TestStandards.policy
        policy.tiers.stated = .init(.support, namesAnalyte: true)
        let support = PolicyOverride(
            Overrides.selectors([.analyte("Cu"), .digestion("four_acid")]),
            stated: ["tiers.tier"],
            policy: policy
        )
        var batch = batch(support)
        batch.routine("1", "500")
        batch.crm("2", "9000")
        let judgement = batch.judgement
        #expect(judgement.result(1)?.outcome == .warn)
        #expect(judgement.outcome == .warn)
    }
}
