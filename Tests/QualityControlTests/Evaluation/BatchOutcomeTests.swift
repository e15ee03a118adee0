import Geochemistry
import QualityControl
import TestSupport
import Testing

@Suite("The verdict on a batch")
struct BatchOutcomeTests {
    private static var demanding: Policy {
        var policy = TestStandards.policy
        policy.insertion = InsertionRules(crms: 1, blanks: 1, duplicates: 0, uncoveredDecisionAnalyte: .notEvaluated)
        return policy
    }

    private func good() -> Batch {
        var batch = Batch()
        batch.policy = Self.demanding
        batch.routine("1", "500")
        batch.crm("2", "1735")
        batch.blank("3", "<1")
        return batch
    }

    @Test("A batch with the QC that the policy demands passes")
    func passes() {
        let judgement = good().judgement
        #expect(judgement.outcome == .pass)
        #expect(judgement.findings.isEmpty)
        #expect(judgement.counts.passed == 2)
        #expect(judgement.roles.map(\.kind) == [.routine, .crm, .blank])
    }

    @Test("A batch without the QC that the policy demands is not evaluated, and says what is demanded")
    func missing() {
        var batch = Batch()
        batch.policy = Self.demanding
        batch.policy.insertion.duplicates = 2
        batch.routine("1", "500")
        batch.routine("2", "510")
        batch.duplicate("2D", "510", of: "2")
        let judgement = batch.judgement
        #expect(judgement.outcome == .notEvaluated)
        #expect(judgement.findings.map(\.rule) == ["missing_crm", "missing_blank", "missing_duplicate"])
        #expect(
            judgement.findings.map(\.message) == [
                "the policy 'test' demands at least 1 evaluated reference material in a batch, "
                    + "and none of its samples is known as one; deliver the register that names them",
                "the policy 'test' demands at least 1 evaluated blank in a batch, "
                    + "and none of its samples is known as one; deliver the register that names them",
                "the policy 'test' demands at least 2 evaluated duplicates in a batch, "
                    + "and it has 1",
            ]
        )
    }

    @Test(
        "A CRM of which nothing could be evaluated does not count, nor does the laboratory's own",
        arguments: [
            "NSS", "<9999", "",
        ]
    )
    func unevaluated(_ text: String) {
        var batch = Batch()
        batch.policy = Self.demanding
        batch.policy.insertion.blanks = 0
        batch.crm("2", text)
        batch.laboratory("*STD OREAS 620", .laboratoryCRM(material: "OREAS 620"), "1735")
        let judgement = batch.judgement
        #expect(judgement.outcome == .notEvaluated)
        #expect(judgement.findings(.missingCRM).count == 1)
    }

    @Test("A failure goes before what is missing")
    func failureFirst() {
        var batch = Batch()
        batch.policy = Self.demanding
        batch.crm("2", "9000")
        let judgement = batch.judgement
        #expect(judgement.outcome == .fail)
        #expect(judgement.findings.map(\.outcome) == [.fail, .notEvaluated])
    }

    @Test(
        "Tiers: decision fails, support warns, information and unsuitable digestions only show",
        arguments: [
            ("Zn", DigestionClass.fourAcid, Tier.decision, Outcome.fail), ("Pb", .fourAcid, .support, .warn),
            ("S", .fourAcid, .information, .notEvaluated), ("Zr", .aquaRegia, .information, .notEvaluated),
            ("Zr", .fourAcid, .support, .warn),
        ]
    )
    func tiers(_ analyte: String, _ digestion: DigestionClass, _ tier: Tier, _ outcome: Outcome) throws {
        var batch = Batch()
        batch.builder.column(analyte, "ppm", method: "M", digestion, detectionLimit: "1")
        batch.materials = TestStandards.library([
            ("OREAS 620", [TestStandards.value(analyte, .ppm, 100, sd: 1, digestion)])
        ])
        batch.crm("2", "", "500")
        let judgement = batch.judgement
        let result = try #require(judgement.result(0, column: 1))
        #expect(result.tier == tier)
        #expect(result.outcome == outcome)
        #expect(result.rule == .crm3SD)
        #expect(result.value == 500 && result.z == 400)
        #expect(judgement.outcome == (tier == .information ? .pass : outcome))
        #expect(result.note == (tier == .information ? "information only" : ""))
        #expect(judgement.findings.isEmpty == (tier == .information))
    }

    @Test("An unknown CRM brings one finding with the nearest names, and the batch waits")
    func unknownMaterial() throws {
        var batch = good()
        batch.crm("4", "1735", of: "OREAS 602")
        batch.crm("5", "1735", of: "oreas-602")
        let judgement = batch.judgement
        #expect(judgement.outcome == .notEvaluated)
        let finding = try #require(judgement.findings.first)
        #expect(judgement.findings.map(\.rule) == ["crm_unknown_material", "material_name_transcription"])
        #expect(finding.position == 4)
        #expect(
            finding.message
                == "4, 5: no reference material 'OREAS 602' in the Standards; the nearest known: OREAS 620, "
                + "OREAS 621. Correct the register or import the material"
        )
    }

    @Test(
        "Decision analytes without a certified value are named once, as the policy says",
        arguments: [
            (Outcome.pass, Outcome.pass), (.warn, .warn), (.notEvaluated, .notEvaluated),
        ]
    )
    func uncovered(_ demanded: Outcome, _ outcome: Outcome) {
        var batch = good()
        batch.policy.insertion.uncoveredDecisionAnalyte = demanded
        batch.builder.column("Au", "ppm", method: "Au-AA23", .fireAssay, detectionLimit: "0.005")
        batch.builder.column("Zn", "ppm", method: "ME-ICP61", .fourAcid, detectionLimit: "1")
        batch.builder.column("Cu", "ppm", method: "ME-ICP41", .aquaRegia, detectionLimit: "1")
        batch.routine("9", "500", "0.5", "3", "<1")
        let judgement = batch.judgement
        #expect(judgement.outcome == outcome)
        #expect(
            judgement.findings(.uncoveredAnalyte).map(\.message)
                == (demanded == .pass
                    ? [] : ["no reference material of the batch has a certified value for: Au by Au-AA23"])
        )
    }

    @Test("A certified value near the detection limit covers its analyte")
    func gatedCovers() {
        var batch = Batch(detectionLimit: "500")
        batch.policy.insertion.uncoveredDecisionAnalyte = .notEvaluated
        batch.routine("1", "600")
        batch.crm("2", "1735")
        #expect(batch.judgement.findings.isEmpty)
    }

    @Test(
        "The laboratory's QC counts as far as the policy lets it",
        arguments: [
            (Outcome.pass, Outcome.pass), (.warn, .warn), (.fail, .fail),
        ]
    )
    func laboratory(_ worst: Outcome, _ outcome: Outcome) {
        var batch = good()
        batch.policy.laboratory.worstOutcome = worst
        batch.laboratory("*STD OREAS 620", .laboratoryCRM(material: "OREAS 620"), "9000")
        let judgement = batch.judgement
        #expect(judgement.outcome == outcome)
        #expect(judgement.findings.map(\.outcome) == [.fail])
        #expect(judgement.findings.map(\.origin) == [.laboratory])
    }

    @Test(
        "The laboratory's printed value is used where the Standards have none",
        arguments: [
            ("1050", Outcome.pass), ("1051", .warn), ("1101", .fail), ("> 5000", .fail), ("< 5000", .notEvaluated),
        ]
    )
    func printedValue(_ text: String, _ outcome: Outcome) throws {
        var batch = good()
        batch.laboratory("IN-1 (Aqua Regia) Meas", .laboratoryCRM(material: "IN-1 (Aqua Regia)"), text)
        batch.laboratory("IN-1 (Aqua Regia) Cert", .laboratoryCertified(material: "IN-1 (Aqua Regia)"), "1000")
        let judgement = batch.judgement
        let result = try #require(judgement.result(3))
        #expect(result.outcome == outcome)
        #expect(result.expected == 1_000)
        #expect(result.rule == (text.contains(" ") ? .crmCensored : .crmPrintedValue))
        #expect(judgement.findings(.crmUnknownMaterial).isEmpty)
        #expect(judgement.results.count == 3)
    }

    @Test("The Standards' own value goes before the printed one")
    func ownValueFirst() throws {
        var batch = good()
        batch.laboratory("OREAS 620 Meas", .laboratoryCRM(material: "OREAS 620"), "1735")
        batch.laboratory("OREAS 620 Cert", .laboratoryCertified(material: "OREAS 620"), "1000")
        let result = try #require(batch.judgement.result(3))
        #expect(result.expected == 1_735)
        #expect(result.outcome == .pass)
    }

    @Test("In-house materials of the laboratory are named once and hold nothing back")
    func inHouseMaterials() {
        var batch = good()
        batch.laboratory("*STD IN-1", .laboratoryCRM(material: "IN-1"), "1")
        batch.laboratory("*STD IN-2", .laboratoryCRM(material: "IN-2"), "1")
        let judgement = batch.judgement
        #expect(judgement.outcome == .pass)
        #expect(judgement.findings.map(\.rule) == ["crm_unknown_material"])
        #expect(judgement.findings.map(\.origin) == [.laboratory])
    }

    @Test("Remarks of the reader become findings, and hold back what needs a person", arguments: [true, false])
    func remarks(_ needsPerson: Bool) {
        var batch = good()
        batch.builder.remark(
            Remark(code: "declared_samples", needsPerson: needsPerson, message: "56 declared, 55 found")
        )
        let judgement = batch.judgement
        #expect(judgement.outcome == (needsPerson ? .notEvaluated : .warn))
        #expect(judgement.findings.map(\.rule) == ["declared_samples"])
    }

    @Test("A preliminary report is judged, and warned of")
    func preliminary() {
        var batch = good()
        batch.builder.status(.preliminary)
        let judgement = batch.judgement
        #expect(judgement.outcome == .warn)
        #expect(judgement.findings.map(\.rule) == ["preliminary_report"])
    }

    @Test("A method that no table knows is warned of, and nothing is compared")
    func unknownMethod() throws {
        var batch = good()
        batch.builder.column("Zn", "ppm", method: "ZN-99", .unknown, detectionLimit: "1")
        batch.crm("4", "1735", "31000")
        let judgement = batch.judgement
        #expect(judgement.findings.map(\.rule) == ["unknown_method"])
        #expect(try #require(judgement.result(3, column: 1)).rule == .crmNoCertifiedValue)
    }

    @Test("Unknown methods and columns without one are told in words, with what to do")
    func unknownMethodWords() {
        var batch = good()
        batch.builder.column("Zn", "ppm", method: "ZN-99", .unknown, detectionLimit: "1")
        batch.builder.column("Pb", "ppm", method: "", .unknown, detectionLimit: "1")
        batch.crm("4", "1735", "31000", "12")
        #expect(
            batch.judgement.findings.map(\.message) == [
                "no laboratory file says which digestion ZN-99 of ALS is, so nothing there is compared with certified "
                    + "values. Add it to the file of the laboratory in Standards/laboratories",
                "no method stands above Pb (ppm), so nothing there is compared with certified values. Name the method "
                    + "in the heading, as Cu_ppm_ME-ICP61 does",
            ]
        )
    }

    @Test("A cell that the reader has told of with its place is not told of again")
    func unreadableOnce() {
        var batch = good()
        batch.crm("4", "1,2,3")
        batch.builder.remark(
            Remark(
                code: "unreadable_cell",
                needsPerson: true,
                sample: "4",
                position: 4,
                analyte: "Cu",
                method: "ME-ICP61",
                message: "Cu of 4, line 14"
            )
        )
        #expect(batch.judgement.findings.map(\.message) == ["Cu of 4, line 14"])
    }

    @Test("Weights, sieves and units that are no mass fractions are judged by no rule")
    func otherColumns() {
        var batch = good()
        batch.builder.column("Zn", "kg", method: "WEI-21", .fourAcid, detectionLimit: "1")
        batch.builder.column("Zn", "%", method: "WEI-21", .none, detectionLimit: "1")
        batch.crm("4", "1735", "31000", "3")
        #expect(batch.judgement.results.count == 3)
    }

    @Test("Cells without a number are told of once for a sample and reason")
    func withoutNumber() {
        var batch = good()
        batch.builder.column("Zn", "ppm", method: "ME-ICP61", .fourAcid, detectionLimit: "1")
        batch.crm("4", "NSS", "NSS")
        batch.crm("5", "1735", "1,2,3")
        let judgement = batch.judgement
        #expect(judgement.outcome == .warn)
        #expect(
            judgement.findings.map(\.message) == [
                "4 (OREAS 620) has no result for Cu by ME-ICP61, Zn by ME-ICP61 (not enough sample)",
                "5 (OREAS 620): Zn by ME-ICP61 cannot be read (it may hold a decimal sign or a thousands separator)",
            ]
        )
    }

    @Test("Findings stand worst first, then in laboratory order, then by column")
    func order() {
        var batch = Batch()
        batch.builder.column("Zn", "ppm", method: "ME-ICP61", .fourAcid, detectionLimit: "1")
        batch.crm("1", "1840", "29000")
        batch.crm("2", "1735", "90000")
        batch.crm("3", "9000", "90000")
        let findings = batch.judgement.findings
        #expect(
            findings.map { "\($0.sample) \($0.analyte) \($0.outcome.rawValue)" } == [
                // What may lie behind the two failures of Zn stands before the warnings.
                "2 Zn fail", "3 Cu fail", "3 Zn fail", " Zn warn", "1 Cu warn", "1 Zn warn",
            ]
        )
    }

    @Test("A certificate without samples or columns is judged without harm")
    func empty() {
        let judgement = BatchEvaluation.judge(
            Certificate(laboratory: "", batch: "", format: ""),
            statements: [],
            sampling: [],
            materials: MaterialLibrary([], analytes: AnalyteTable([])),
            policy: Self.demanding,
            history: SeriesHistory()
        )
        #expect(judgement.outcome == .notEvaluated)
        #expect(judgement.results.isEmpty)
    }
}
