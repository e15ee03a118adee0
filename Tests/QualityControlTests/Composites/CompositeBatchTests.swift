import Geochemistry
import QualityControl
import TestSupport
import Testing

@Suite("Composites of a batch")
struct CompositeBatchTests {
    @Test("A failed composite fails the batch, though each member is inside, and asks for all members again")
    func fails() throws {
        var batch = MetalSum.batch(MetalSum.sum(.independent))
        batch.routine("A1", "500", "700")
        batch.crm("C1", "1060", "2080", of: "OREAS 1")
        batch.routine("A2", "<1", "800")
        batch.crm("C2", "1090", "2080.5", of: "OREAS 1")
        batch.routine("A3", "600", "")
        let judgement = batch.judgement
        // 1060 and 2080 are on 2 SD, and the sum of 3140 is 2.8 SD away.
        #expect(judgement.findings(.crmComposite).map(\.outcome) == [.fail, .warn])
        #expect(
            judgement.findings(.crmComposite).map(\.message) == [
                "C2 (OREAS 1): Cu+Zn (Cu, Zn) by ME-ICP61 is 3170.5 ppm, 3.41 SD above the 3000 ppm of its certified members "
                    + "(SD of independent members 50; limit 3150)",
                "C1 (OREAS 1): Cu+Zn (Cu, Zn) by ME-ICP61 is 3140 ppm, 2.8 SD above the 3000 ppm of its certified members (SD "
                    + "of independent members 50; limit 3100)",
            ]
        )
        #expect(judgement.outcome == .fail)
        #expect(judgement.counts.failed == 1)
        // Cu of C1 passes, so what stands before it is not in doubt.
        #expect(judgement.reassay.map(\.sample) == ["A2", "A3"])
        #expect(judgement.reassay.first?.analytes == ["Cu ME-ICP61", "Zn ME-ICP61"])
        #expect(judgement.reassay.last?.analytes == ["Cu ME-ICP61"])
        #expect(judgement.reassay.first?.because == ["C2 (OREAS 1)"])
    }

    @Test("Every sample has one, and ordinary samples are not judged")
    func ordinary() throws {
        var batch = MetalSum.batch(MetalSum.sum(.independent))
        batch.routine("A1", "500.5", "700")
        batch.routine("A2", "<1", "800")
        batch.routine("A3", "IS", "800")
        batch.routine("A4", "", "")
        let judgement = batch.judgement
        let column = try #require(judgement.composites.first)
        #expect(column.members == "Cu = Cu by ME-ICP61, Zn = Zn by ME-ICP61")
        #expect(column.results.map(\.sampleIndex) == [0, 1, 2])
        #expect(column.results.map(\.value) == [ExactDecimal("1200.5"), nil, nil])
        #expect(column.results.map(\.lowest) == [ExactDecimal("1200.5"), 800, nil])
        #expect(column.results.map(\.highest) == [ExactDecimal("1200.5"), 801, nil])
        #expect(column.results.allSatisfy { $0.outcome == nil && $0.kind == nil })
        #expect(column.results[2].rule == .compositeMemberMissing)
        #expect(judgement.findings == [])
        #expect(judgement.counts == Judgement.Counts())
    }

    @Test("A composite of one member is told and counted with it, and on its own only where its tier is worse")
    func single() throws {
        let copper = Composite(
            name: "Cu again",
            convention: "element",
            members: MetalSum.members("Cu"),
            unit: .percent,
            tier: .decision,
            digestions: [.fourAcid],
            spread: .correlated
        )
        var batch = MetalSum.batch(copper)
        batch.crm("C1", "1100", "2000", of: "OREAS 1")
        // Cu is support here, and its composite decides.
        #expect(batch.judgement.findings.map(\.rule) == ["crm_composite", "crm_3sd"])
        #expect(batch.judgement.outcome == .fail)
        batch.policy.tiers.decision = [TestStandards.cu]
        #expect(batch.judgement.findings.map(\.rule) == ["crm_3sd"])
        #expect(batch.judgement.counts.failed == 1)
        let result = try #require(batch.judgement.composites.first?.results.first)
        #expect((result.value, result.outcome) == (ExactDecimal("0.11"), .fail))
    }

    @Test("Blanks: three and five of the summed detection limits, with what is below a limit at 0")
    func blanks() throws {
        for (cu, zn, expected) in [
            ("<1", "<2", "pass blank_composite"), ("3", "6", "pass blank_composite"),
            ("3.0", "6.00", "pass blank_composite"),
            ("3", "6.1", "warn blank_composite"), ("5", "10", "warn blank_composite"),
            ("5", "10.1", "fail blank_composite"),
            ("<1", "15.1", "fail blank_composite"), ("<9", "6.1", "not_evaluated composite_censored"),
            ("IS", "1", "not_evaluated composite_member_missing"),
        ] {
            var batch = MetalSum.batch(MetalSum.sum(.correlated))
            batch.blank("B1", cu, zn)
            let result = try #require(batch.judgement.composites.first?.results.first)
            #expect("\(result.outcome?.rawValue ?? "") \(result.rule?.rawValue ?? "")" == expected, "\(cu) \(zn)")
        }
        var batch = MetalSum.batch(MetalSum.sum(.correlated), MetalSum.share)
        batch.blank("B1", "5", "10.1", of: "Quartz")
        let judgement = batch.judgement
        #expect(
            judgement.findings(.blankComposite).map(\.message) == [
                "B1 (Quartz): Cu+Zn (Cu, Zn) by ME-ICP61 is 15.1 ppm, above the blank's limit of 15 ppm (detection limits add "
                    + "up to 3)"
            ]
        )
        // A share of next to nothing is computed, and not judged.
        #expect(judgement.composites.last?.results.map(\.outcome) == [nil])
    }

    @Test("A blank rock may reach its certified background and three SD")
    func background() throws {
        for (zn, expected) in [("61", Outcome.pass), ("61.0", .pass), ("61.1", .fail)] {
            var batch = MetalSum.batch(MetalSum.sum(.correlated))
            batch.blank("B1", "30", zn, of: "Granite")
            let result = try #require(batch.judgement.composites.first?.results.first)
            #expect((result.outcome, result.rule) == (expected, .blankComposite))
            #expect((result.expected, result.upperLimit) == (70, 91))
        }
        var batch = MetalSum.batch(MetalSum.sum(.correlated))
        batch.policy.blank.rockForming = [TestStandards.zn]
        batch.blank("B1", "1", "999")
        #expect(batch.judgement.composites.first?.results.first?.rule == .blankBackground)
    }

    @Test("Duplicates: the limit of their kind, a floor near the detection limits, intervals by their ends")
    func duplicates() throws {
        for (original, duplicate, expected) in [
            (["45", "45"], ["55", "55"], "pass duplicate_composite"),
            (["45.0", "45.0"], ["55", "55.00"], "pass duplicate_composite"),
            (["45", "45"], ["55", "55.1"], "fail duplicate_composite"),
            (["5", "5"], ["6", "10"], "pass duplicate_near_detection_limit"),
            (["5", "5"], ["6", "10.1"], "fail duplicate_composite"),
            (["<1", "90"], ["<1", "91"], "pass duplicate_composite"),
            (["<50", "90"], ["<50", "91"], "not_evaluated composite_censored"),
            (["<5", "90"], [">200", "90"], "fail duplicate_composite"),
            (["IS", "90"], ["1", "90"], "not_evaluated composite_member_missing"),
        ] {
            var batch = MetalSum.batch(MetalSum.sum(.correlated))
            batch.builder.row("A1", original)
            batch.builder.row("A2", duplicate)
            batch.statements.append(TestStandards.says("A2", .pulpDuplicate, parent: "A1"))
            let result = try #require(batch.judgement.composites.first?.results.last)
            let said = "\(result.outcome?.rawValue ?? "") \(result.rule?.rawValue ?? "")"
            #expect(said == expected, "\(original) \(duplicate)")
        }
        var batch = MetalSum.batch(MetalSum.sum(.correlated))
        batch.routine("A1", "450", "450")
        batch.duplicate("A2", "550", "560", of: "A1")
        #expect(
            batch.judgement.findings(.duplicateComposite).map(\.message) == [
                "A2 (pulp duplicate of A1): Cu+Zn (Cu, Zn) by ME-ICP61 is 1110 ppm against 900 ppm, 20.9 % of the pair's mean "
                    + "apart (limit 20 %)"
            ]
        )
    }

    @Test("Units and oxides mix; every factor is named; of two columns the first counts")
    func mixed() throws {
        var batch = Batch()
        batch.builder.column("Fe2O3", "%", method: "ME-ICP06", .fourAcid, detectionLimit: "0.01")
        batch.builder.column("Zn", "ppb", method: "ME-MS61", .fourAcid, detectionLimit: "1")
        batch.builder.column("Cu", "%", method: "Cu-OG62", .fourAcid, detectionLimit: "0.001")
        let iron = Analyte("Fe")
        batch.composites = [
            Composite(
                name: "metals",
                members: MetalSum.members("Cu", "Zn") + [CompositeMember(element: iron, counted: iron)],
                unit: .percent,
                tier: .support,
                digestions: [.fourAcid],
                spread: .correlated
            )
        ]
        batch.routine("A1", "1000", "1.429734", "2000000", "")
        batch.routine("A2", ">10000", "1.429734", "2000000", "1.52")
        batch.routine("A3", "", "1.429734", "2000000", "1.52")
        let column = try #require(batch.judgement.composites.first)
        #expect(
            column.members
                == "Cu = Cu by ME-ICP61 (not Cu by Cu-OG62, standing behind it), Zn = Zn by ME-MS61 x 0.001 (ppb to "
                + "ppm), Fe = Fe2O3 by ME-ICP06 x 10000 / 1.429734 (% to ppm)"
        )
        #expect(column.results.map(\.value) == [ExactDecimal("1.3"), ExactDecimal("2.72"), ExactDecimal("2.72")])
        #expect(column.results.map(\.note) == ["", "Cu by Cu-OG62 was taken", "Cu by Cu-OG62 was taken"])
    }

    @Test("Only suitable digestions, and never two of them together")
    func digestions() {
        var batch = Batch()
        batch.materials = MetalSum.materials
        batch.builder.column("Zn", "ppm", method: "ME-ICP41", .aquaRegia, detectionLimit: "2")
        batch.routine("A1", "1", "2")
        batch.composites = [MetalSum.sum(.correlated, digestions: [.fourAcid, .aquaRegia])]
        #expect(batch.judgement.composites.isEmpty)
        // Half of it is there: somebody may have meant it.
        #expect(
            batch.judgement.findings(.compositeIncomplete).map(\.message) == [
                "Cu+Zn is not computed after four acid: no column determines Zn",
                "Cu+Zn is not computed after aqua regia: no column determines Cu",
            ]
        )
        #expect(batch.judgement.findings.allSatisfy { $0.outcome == .pass })
        #expect(batch.judgement.outcome == .pass)
        batch.composites = [MetalSum.sum(.correlated, digestions: [.borateFusion])]
        #expect(batch.judgement.composites.isEmpty)
        #expect(batch.judgement.findings == [])
    }

    @Test("A digestion that the policy calls unsuitable for a member makes it information")
    func unsuitable() throws {
        var batch = MetalSum.batch(MetalSum.sum(.independent))
        batch.policy.tiers.unsuitable = [.fourAcid: [TestStandards.zn]]
        batch.crm("C1", "1000", "2990", of: "OREAS 1")
        let column = try #require(batch.judgement.composites.first)
        #expect(column.tier == .information)
        #expect(column.results.first?.outcome == .notEvaluated)
        #expect(column.results.first?.note == "information only")
        #expect(batch.judgement.findings(.crmComposite) == [])
    }

    @Test("The laboratory's own materials count as far as the policy lets them")
    func laboratory() throws {
        var batch = MetalSum.batch(MetalSum.sum(.independent))
        batch.laboratory("OREAS 1 Meas", .laboratoryCRM(material: "OREAS 1"), "1000", "2150.1")
        batch.laboratory("OREAS 1 Cert", .laboratoryCertified(material: "OREAS 1"), "1000", "2000")
        let judgement = batch.judgement
        #expect(judgement.composites.first?.results.map(\.origin) == [.laboratory])
        #expect(judgement.findings(.crmComposite).map(\.origin) == [.laboratory])
        #expect(judgement.findings(.crmComposite).first?.message.hasPrefix("laboratory QC OREAS 1 Meas: Cu+Zn") == true)
        #expect(judgement.outcome == .warn)
        #expect(judgement.reassay == [])
    }
}
