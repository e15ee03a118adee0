import Geochemistry
import TestSupport
import Testing

@testable import QualityControl

@Suite("Over-limit columns")
struct OverLimitTests {
    /// Cu in ppm by ME-ICP61 with an ore-grade column in % behind it; both by four acids.
    private func copper(_ digestion: DigestionClass = .fourAcid) -> Batch {
        var batch = Batch()
        batch.builder.column("Cu", "%", method: "Cu-OG62", digestion, detectionLimit: "0.001")
        return batch
    }

    private func columns(
        _ columns: [(analyte: String, unit: String, method: String, digestion: DigestionClass)]
    ) -> Batch {
        var batch = Batch()
        for column in columns {
            batch.builder.column(column.analyte, column.unit, method: column.method, column.digestion)
        }
        return batch
    }

    private func overLimits(_ judgement: Judgement) -> [Finding] {
        judgement.findings(.overLimitUnresolved) + judgement.findings(.overLimitContradicted)
    }

    @Test("A result over the range is resolved by the column that says how much, and both stay")
    func resolved() throws {
        var batch = copper()
        batch.routine("1", "500", "")
        batch.routine("2", ">10000", " 1.52")
        let judgement = batch.judgement
        #expect(
            judgement.resolved == [
                ResolvedResult(
                    sampleIndex: 1,
                    columnIndex: 0,
                    reported: ">10000",
                    resolvingColumnIndex: 1,
                    resolvingReported: " 1.52",
                    value: 15_200,
                    conversion: "% to ppm"
                )
            ]
        )
        #expect(judgement.resolved.first?.value.description == "15200")
        #expect(judgement.findings == [])
        #expect(judgement.outcome == .pass)
        #expect(batch.builder.certificate.columns.map { $0.texts[1] } == [">10000", " 1.52"])
    }

    @Test(
        "A resolving result is at least the limit: below, on, on, above",
        arguments: [("0.9999", false), ("1", true), ("1.0000", true), ("1.0001", true)]
    )
    func boundary(text: String, isResolved: Bool) {
        var batch = copper()
        batch.routine("A7", ">10000", text)
        let judgement = batch.judgement
        #expect(judgement.resolved.isEmpty == !isResolved)
        #expect(
            overLimits(judgement).map(\.message)
                == (isResolved
                    ? []
                    : [
                        "Cu by Cu-OG62 lies below the limit that Cu by ME-ICP61 exceeds: A7 has >10000 ppm and \(text) %. "
                            + "Ask the laboratory which of the two is right, and whether the unit is"
                    ])
        )
        #expect(judgement.outcome == (isResolved ? .pass : .warn))
    }

    @Test("What nothing resolves is told once a column, with the samples, and what to order")
    func unresolved() {
        var batch = copper()
        batch.routine("1", ">10000", "")
        batch.routine("2", "> 10000", "NSS")
        batch.routine("3", ">10000", "1.5")
        batch.crm("4", ">10000", "")
        batch.blank("5", "<1", "")
        let found = overLimits(batch.judgement)
        #expect(
            found.map(\.message) == [
                "Cu by ME-ICP61 is over the range of the method (>10000 ppm) in 2 samples, and no other column says how much "
                    + "it is: 1, 2. Order the over-limit method for them"
            ]
        )
        #expect(found.map(\.rule) == ["over_limit_unresolved"])
        #expect(found.map(\.outcome) == [.warn])
        #expect(found.map(\.analyte) == ["Cu"])
        #expect(found.map(\.method) == ["ME-ICP61"])
        #expect(found.map(\.position) == [0])
        var one = copper()
        one.routine("7", ">10000")
        #expect(overLimits(one.judgement).map(\.sample) == ["7"])
        #expect(
            overLimits(one.judgement).first?.message.hasSuffix(
                "in 1 sample, and no other column says how much it is: 7. Order the over-limit method for it"
            ) == true
        )
    }

    @Test("A chain resolves from every link, and an open one is told of at its end")
    func chain() {
        var batch = columns([
            ("Zn", "ppm", "ME", .fourAcid), ("Zn", "ppm", "OG", .fourAcid), ("Zn", "ppm", "GRA", .fireAssay),
        ])
        batch.routine("1", "5", ">100", ">1500", "1620")
        batch.routine("2", "5", ">100", ">1500", "")
        batch.routine("3", "5", ">100", "1490", "")
        batch.routine("4", "5", ">100", ">1500", "1499")
        let judgement = batch.judgement
        #expect(judgement.resolved.map(\.sampleIndex) == [0, 0, 2, 3])
        #expect(judgement.resolved.map(\.columnIndex) == [1, 2, 1, 1])
        #expect(judgement.resolved.map(\.resolvingColumnIndex) == [3, 3, 2, 3])
        #expect(judgement.resolved.map(\.value) == [1620, 1620, 1490, 1499])
        let found = overLimits(judgement)
        #expect(found.map(\.rule) == ["over_limit_unresolved"])
        #expect(found.map(\.method) == ["OG"])
        #expect(found.first?.message.contains("in 2 samples, and no other column says how much it is: 2, 4.") == true)
    }

    @Test(
        "A limit is narrowed by a higher one only: below, on, on, above",
        arguments: [(">9999", 1), (">10000", 2), ("> 10000.0", 2), (">10001", 1)]
    )
    func narrowed(text: String, open: Int) {
        var batch = columns([("Cu", "ppm", "OG", .fourAcid)])
        batch.routine("1", ">10000", text)
        // Of two open ends the lower one is answered by the higher one.
        #expect(overLimits(batch.judgement).count == open)
    }

    @Test(
        "Of several, the nearest in kind resolves: same analyte, same digestion, to the right, rightmost",
        arguments: [
            // Same analyte before its oxide, wherever they stand.
            (
                [("Fe2O3", "%", "XRF", DigestionClass.fourAcid), ("Fe", "%", "OG", .xrfFusion)], ["60", "45"], 2,
                "450000"
            ),
            // Same digestion before another.
            ([("Fe", "%", "A", .fourAcid), ("Fe", "%", "B", .xrfFusion)], ["44", "45"], 1, "440000"),
            // The rightmost of equals.
            ([("Fe", "%", "OG", .fourAcid), ("Fe", "%", "VOL", .fourAcid)], ["44", "45"], 2, "450000"),
            // A number before a limit, and one that is consistent before one that is not.
            ([("Fe", "%", "OG", .fourAcid), ("Fe", "%", "VOL", .fourAcid)], ["44", ">20"], 1, "440000"),
            ([("Fe", "%", "OG", .fourAcid), ("Fe", "%", "VOL", .fourAcid)], ["44", "0.1"], 1, "440000"),
        ] as [([(String, String, String, DigestionClass)], [String], Int, String)]
    )
    func rank(others: [(String, String, String, DigestionClass)], texts: [String], column: Int, value: String) {
        var builder = CertificateBuilder()
        builder.column("Fe", "ppm", method: "ME-ICP61", .fourAcid)
        for other in others { builder.column(other.0, other.1, method: other.2, other.3) }
        builder.row("1", [">250000"] + texts)
        var batch = Batch()
        batch.builder = builder
        let judgement = batch.judgement
        let first = judgement.resolved.first { $0.columnIndex == 0 }
        #expect(first?.resolvingColumnIndex == column)
        #expect(first?.value.description == value)
        #expect(judgement.findings(.overLimitContradicted) == [])
    }

    @Test("A column to the left resolves where none to the right does")
    func leftwards() {
        var builder = CertificateBuilder()
        builder.column("Cu", "%", method: "Cu-OG62", .fourAcid)
        builder.column("Cu", "ppm", method: "ME-ICP61", .fourAcid)
        builder.row("1", ["1.52", ">10000"])
        var batch = Batch()
        batch.builder = builder
        #expect(batch.judgement.resolved.map(\.value) == [15_200])
    }

    @Test("An oxide answers for its element by the exact factor, and an element for its oxide")
    func oxides() throws {
        var batch = columns([("Fe", "%", "ME-ICP61", .fourAcid), ("Fe2O3", "%", "ME-XRF26", .xrfFusion)])
        batch.routine("1", "5", ">50", "71.4867")
        batch.routine("2", "5", ">50", "71.4866")
        batch.routine("3", "5", "51", ">71.4867")
        let judgement = batch.judgement
        // 50 x 1.429734 is 71.4867 exactly: on the limit.
        #expect(judgement.resolved.map(\.sampleIndex) == [0, 2])
        #expect(judgement.resolved.map(\.value.description) == ["50", "72.916434"])
        #expect(judgement.resolved.map(\.conversion) == ["Fe2O3 to Fe / 1.429734", "Fe to Fe2O3 x 1.429734"])
        let open = overLimits(judgement)
        #expect(open.map(\.rule) == ["over_limit_unresolved"])
        #expect(open.map(\.sample) == ["2"])
        var back = columns([("Fe2O3", "%", "ME-XRF26", .xrfFusion), ("Fe", "%", "Fe-VOL", .xrfFusion)])
        back.routine("1", "5", ">71.4867", "50.5")
        // 50.5 x 1.429734
        #expect(back.judgement.resolved.map(\.value.description) == ["72.201567"])
        var endless = columns([("Fe", "%", "ME-ICP61", .fourAcid), ("Fe2O3", "%", "ME-XRF26", .xrfFusion)])
        endless.routine("1", "5", ">50", "75.3")
        #expect(endless.judgement.resolved.map(\.value.description) == ["52.66713948189"])
    }

    @Test(
        "A weaker digestion that found less contradicts nothing, and other elements and units say nothing",
        arguments: [
            ("Cu", "%", DigestionClass.aquaRegia, "0.8"), ("Zn", "%", .fourAcid, "2"), ("Cu", "kg", .fourAcid, "2"),
            ("Cu", "%", .fourAcid, "NSS"), ("Cu", "%", .fourAcid, "ND"), ("Cu", "%", .fourAcid, "lost"),
        ]
    )
    func silent(analyte: String, unit: String, digestion: DigestionClass, text: String) {
        var batch = columns([(analyte, unit, "OTHER", digestion)])
        batch.routine("1", ">10000", text)
        let judgement = batch.judgement
        #expect(judgement.resolved == [])
        #expect(overLimits(judgement).map(\.rule) == ["over_limit_unresolved"])
    }

    @Test(
        "A result below a limit that is lower contradicts one above a higher one",
        arguments: [("<0.9", true), ("<1", true), ("<1.1", false)]
    )
    func censoredContradiction(text: String, contradicts: Bool) {
        var batch = copper()
        batch.routine("1", ">10000", text)
        #expect(
            overLimits(batch.judgement).map(\.rule) == [
                contradicts ? "over_limit_contradicted" : "over_limit_unresolved"
            ]
        )
    }

    @Test("What is charted only brings no finding, and is resolved all the same")
    func information() {
        var batch = columns([("S", "%", "ME-ICP61", .fourAcid), ("S", "%", "S-IR08", .infraredCombustion)])
        batch.routine("1", "5", ">10", "12.5")
        batch.routine("2", "5", ">10", "")
        let judgement = batch.judgement
        #expect(judgement.resolved.map(\.value) == [ExactDecimal("12.5") ?? 0])
        #expect(judgement.findings == [])
    }

    @Test("Numbers with too many digits resolve nothing, and nothing traps")
    func manyDigits() {
        var batch = copper()
        batch.routine("1", ">" + String(repeating: "9", count: 28), String(repeating: "9", count: 28))
        batch.routine(
            "2",
            ">0." + String(repeating: "0", count: 27) + "1",
            "0." + String(repeating: "0", count: 25) + "1"
        )
        #expect(batch.judgement.results.isEmpty)
    }

    // MARK: The judge

    @Test("A resolved CRM is judged in the column that resolves it, and the censored cell names it and holds nothing")
    func resolvedCRM() throws {
        var batch = copper()
        batch.materials = TestStandards.library([
            (
                "OREAS 620",
                [TestStandards.value("Cu", .percent, TestStandards.decimal("1.5"), sd: TestStandards.decimal("0.01"))]
            )
        ])
        batch.policy.insertion = InsertionRules(
            crms: 1,
            blanks: 0,
            duplicates: 0,
            uncoveredDecisionAnalyte: .notEvaluated
        )
        batch.crm("1", ">10000", "1.52")
        batch.routine("2", "500", "")
        let judgement = batch.judgement
        let censored = try #require(judgement.result(0))
        #expect(censored.outcome == .notEvaluated)
        #expect(censored.rule == .crmCensored)
        #expect(
            censored.note.hasSuffix(
                "beyond the laboratory's range, and consistent with the certificate; resolved by Cu-OG62: 1.52 % is 15200 ppm "
                    + "[% to ppm]"
            )
        )
        let resolving = try #require(judgement.result(0, column: 1))
        #expect(resolving.outcome == .pass)
        #expect(resolving.rule == .crm2SD)
        #expect(judgement.outcome == .pass)
        #expect(judgement.findings == [])
    }

    @Test("A resolved CRM fails in the column that resolves it")
    func failingCRM() {
        var batch = copper()
        batch.materials = TestStandards.library([
            (
                "OREAS 620",
                [TestStandards.value("Cu", .percent, TestStandards.decimal("1.5"), sd: TestStandards.decimal("0.01"))]
            )
        ])
        batch.crm("1", ">10000", "1.54")
        let judgement = batch.judgement
        #expect(judgement.findings.map(\.rule) == ["crm_3sd"])
        #expect(judgement.findings.map(\.method) == ["Cu-OG62"])
        #expect(judgement.outcome == .fail)
    }

    @Test("A pair over the range is compared in the column that resolves both")
    func resolvedPair() {
        for (text, outcome) in [("1.80", Outcome.pass), ("1.90", .fail)] {
            var batch = copper()
            batch.routine("1", ">10000", "1.52")
            batch.duplicate("2", ">10000", text, of: "1")
            let judgement = batch.judgement
            #expect(judgement.result(1)?.rule == .duplicateCensored)
            #expect(judgement.result(1)?.outcome == .notEvaluated)
            #expect(judgement.result(1)?.note.contains("resolved by Cu-OG62: \(text) %") == true)
            #expect(judgement.result(1, column: 1)?.outcome == outcome)
            #expect(judgement.outcome == outcome)
        }
    }

    @Test("A pair on both sides of the limit leaves nothing open: the original was not asked for in the second method")
    func pairAcrossTheLimit() throws {
        var batch = copper()
        batch.routine("1", "9990", "")
        batch.duplicate("2", ">10000", "1.01", of: "1")
        batch.routine("3", ">10000", "1.01")
        batch.duplicate("4", "9990", "", of: "3")
        let judgement = batch.judgement
        let second = try #require(judgement.result(1, column: 1))
        #expect(second.rule == .duplicateCensored)
        #expect(
            second.note == "the original was within the range of the first method, and was not determined by this one"
        )
        #expect(judgement.findings == [])
        #expect(judgement.outcome == .pass)
        // A result that nobody asked the second method for is a gap as ever.
        var gap = copper()
        gap.routine("1", "500", "")
        gap.duplicate("2", "510", "0.05", of: "1")
        #expect(gap.judgement.findings.map(\.rule) == ["no_result"])
    }

    @Test("A blank over the range fails by what is certain, and names what resolves it")
    func resolvedBlank() throws {
        var batch = copper()
        batch.blank("1", ">10000", "1.52")
        let judgement = batch.judgement
        #expect(judgement.result(0)?.outcome == .fail)
        #expect(judgement.result(0)?.note == "resolved by Cu-OG62: 1.52 % is 15200 ppm [% to ppm]")
        #expect(judgement.result(0, column: 1)?.outcome == .fail)
    }

    @Test("The laboratory's own rows are resolved, and bring no finding where they are not")
    func laboratoryRows() {
        var batch = copper()
        batch.laboratory("*STD x", .laboratoryCRM(material: "OREAS 620"), ">10000", "1.52")
        batch.laboratory("*STD y", .laboratoryCRM(material: "OREAS 620"), ">10000", "0.1")
        batch.laboratory("*STD z", .laboratoryCRM(material: "OREAS 620"), ">10000")
        let judgement = batch.judgement
        #expect(judgement.resolved.map(\.sampleIndex) == [0])
        #expect(overLimits(judgement) == [])
    }

    @Test("A column of the same method, analyte and unit resolves as any other")
    func columnTwice() {
        var batch = columns([("Cu", "ppm", "ME-ICP61", .fourAcid)])
        batch.routine("1", ">10000", "10500")
        #expect(batch.judgement.resolved.map(\.value) == [10_500])
    }
}
