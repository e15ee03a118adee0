import Geochemistry
import TestSupport
import Testing

@testable import QualityControl

@Suite("Diagnosis")
struct DiagnosisTests {
    @Test("A failed material that looks like another: both distances, and what to check first")
    func swap() {
        var batch = SmallLibrary.batch
        batch.routine("10009", "300", "700", "90", "3.1")
        batch.crm("10010", "3045", "492", "202", "6.03", of: "CRM A")
        batch.routine("10011", "310", "650", "95", "2.9")
        #expect(
            batch.judgement.proposals.map(\.message) == [
                "10010 (CRM A) looks like CRM B (median distance 0.42 SD over 4 elements (Cu, Zn, Pb, Fe), none beyond 3 "
                    + "SD) and not like CRM A (median distance 22.7 SD over 4 elements (Cu, Zn, Pb, Fe), 4 beyond 3 SD). "
                    + "Probably a label swap: check row 2 of a.csv and the bag 10010 (between 10009 and 10011) before you "
                    + "pay for a re-assay"
            ]
        )
        #expect(batch.judgement.proposals.first?.rule == "crm_swap")
        #expect(batch.judgement.outcome == .fail)
    }

    @Test("A failed material that is as low as a blank in all that tells")
    func blankInBag() {
        func messages(_ zinc: String) -> [String] {
            var batch = SmallLibrary.batch
            batch.crm("10010", "<1", zinc, "<2", "0.31", of: "CRM A")
            return batch.judgement.proposals.map(\.message)
        }
        // Five detection limits of Zn are 10.
        #expect(messages("9").count == 1)
        #expect(
            messages("10.0").first?.contains("10010 (CRM A) looks like a blank (3 elements (Cu, Zn, Pb) at") == true
        )
        #expect(messages("10") == messages("10.0"))
        #expect(messages("10.1").allSatisfy { !$0.contains("blank") })
    }

    @Test("Of one element a swap needs more than 6 SD, and says that it is one element")
    func oneElement() {
        func proposals(_ text: String, of material: String) -> [String] {
            var batch = SmallLibrary.copper
            batch.crm("1", text, of: material)
            return batch.judgement.proposals.map(\.message)
        }
        #expect(proposals("1105", of: "CRM A") == [])
        let said = proposals("5000", of: "CRM A")
        #expect(said.count == 1)
        #expect(
            said.first?.hasSuffix(
                ". Only Cu could be compared, which many materials and samples share: have more elements determined in "
                    + "this pulp before you believe it"
            ) == true
        )
        // Beyond 1 SD of a material that nobody here uses, nothing is said; within the window of one that is used, it is.
        #expect(proposals("5160", of: "CRM A") == [])
        var batch = SmallLibrary.copper
        batch.crm("1", "5160", of: "CRM A")
        batch.crm("2", "5010", of: "CRM C")
        #expect(batch.judgement.proposals.map(\.rule) == ["crm_swap"])
    }

    @Test("Two materials exchanged are one proposal, wherever they stand")
    func exchangedMaterials() {
        var batch = SmallLibrary.batch
        batch.crm("1", "3000", "500", "200", "6", of: "CRM A")
        batch.routine("2", "300", "700", "90", "3.1")
        batch.routine("3", "300", "700", "90", "3.1")
        batch.crm("4", "1000", "2000", "500", "4", of: "CRM B")
        let said = batch.judgement.proposals
        #expect(said.map(\.rule) == ["neighbours_exchanged"])
        #expect(
            said.first?.message.hasPrefix(
                "1 (CRM A, position 1) and 4 (CRM B, position 4) look exchanged: 1 fits CRM B ("
            ) == true
        )
    }

    @Test("A material exchanged with the sample beside it, and with a blank")
    func exchangedNeighbours() {
        var batch = SmallLibrary.batch
        batch.routine("1", "300", "700", "90", "3.1")
        batch.crm("2", "250", "800", "70", "2.6", of: "CRM A")
        batch.routine("3", "1010", "1960", "505", "4.05")
        batch.routine("4", "280", "900", "60", "2.1")
        #expect(batch.judgement.proposals.map(\.rule) == ["neighbours_exchanged"])
        #expect(
            batch.judgement.proposals.first?.message.contains("2 (CRM A, position 2) and 3 (sample, position 3) look")
                == true
        )

        var other = SmallLibrary.batch
        other.crm("1", "<1", "<2", "<2", "0.2", of: "CRM A")
        other.routine("2", "280", "900", "60", "2.1")
        other.routine("3", "280", "900", "60", "2.1")
        other.blank("4", "1010", "1960", "505", "4.05")
        #expect(other.judgement.proposals.map(\.rule) == ["neighbours_exchanged"])
        #expect(
            other.judgement.proposals.first?.message.contains("1 (CRM A, position 1) and 4 (blank, position 4) look")
                == true
        )
    }

    @Test("A blank exchanged with the sample beside it; what may be carry-over is no exchange")
    func blankAndSample() {
        func proposals(_ blank: [String], _ next: [String]) -> [String] {
            var batch = SmallLibrary.batch
            batch.routine("1", "300", "700", "90", "3.1")
            batch.builder.row("2", blank)
            batch.statements.append(TestStandards.says("2", .blank))
            batch.builder.row("3", next)
            batch.routine("4", "280", "900", "60", "2.1")
            return batch.judgement.proposals.map(\.rule)
        }
        #expect(proposals(["310", "650", "80", "3.0"], ["<1", "<2", "<2", "0.1"]) == ["neighbours_exchanged"])
        #expect(proposals(["310", "650", "80", "3.0"], ["290", "640", "85", "3.3"]) == [])
        // One element of three is carried over, and the next sample happens to be barren.
        #expect(proposals(["6", "<2", "<2", "0.1"], ["<1", "<2", "<2", "0.1"]) == [])
    }

    @Test("One material off by one factor is a weighing, with the factor and its spread")
    func weighing() {
        var batch = SmallLibrary.batch
        batch.crm("1", "880", "1760", "442", "3.52", of: "CRM A")
        #expect(
            batch.judgement.proposals.map(\.message) == [
                "1 (CRM A) fails in 4 of 4 elements by four acid, and all look off by one factor: the median result is 0.880 "
                    + "of the certified value (-12.0 %), single ones 0.880 to 0.884, and divided by it 4 of 4 are within 3 "
                    + "SD. Probably its weight or volume was wrong: ask the laboratory for its weighing, and have this "
                    + "sample repeated first"
            ]
        )
        #expect(batch.judgement.proposals.map(\.rule) == ["crm_weighing"])
    }

    @Test("One material off by unlike factors that nothing fits")
    func mixUp() {
        var batch = SmallLibrary.batch
        batch.crm("1", "1500", "900", "1400", "4.1", of: "CRM A")
        #expect(batch.judgement.proposals.map(\.rule) == ["crm_mix_up"])
        #expect(
            batch.judgement.proposals.first?.message.contains("3 of 4 elements by unlike factors (0.450 to 2.800")
                == true
        )
    }

    @Test("One element in many materials is a calibration; one in one material is nothing")
    func calibration() {
        var batch = SmallLibrary.batch
        batch.crm("1", "1200", "2000", "500", "4", of: "CRM A")
        batch.routine("2", "300", "700", "90", "3.1")
        batch.crm("3", "3600", "500", "200", "6", of: "CRM B")
        #expect(
            batch.judgement.proposals.map(\.message) == [
                "One element fails on one side in many reference materials by ME-ICP61: Cu in 2 of 2 (results 1.200 to 1.200 "
                    + "of the certified values); failing: 1 (CRM A), 3 (CRM B). Probably the calibration: ask the "
                    + "laboratory about its standards and have the batch read again before samples are digested again"
            ]
        )
        var alone = SmallLibrary.batch
        alone.crm("1", "1200", "2000", "500", "4", of: "CRM A")
        alone.crm("3", "3000", "500", "200", "6", of: "CRM B")
        #expect(alone.judgement.proposals == [])
        // On two sides it is no calibration.
        var sides = SmallLibrary.batch
        sides.crm("1", "1200", "2000", "500", "4", of: "CRM A")
        sides.crm("3", "2400", "500", "200", "6", of: "CRM B")
        #expect(sides.judgement.proposals == [])
    }

    @Test("Nothing failed, nothing is said, and no proposal changes an outcome")
    func outcomes() {
        var passing = SmallLibrary.batch
        passing.crm("1", "1000", "2000", "500", "4", of: "CRM A")
        #expect(passing.judgement.proposals == [])

        // Zr and Fe decide nothing here: failures of Pb and Fe are warnings, and stay so with a proposal beside them.
        var support = SmallLibrary.batch
        support.policy.tiers.decision = []
        support.crm("1", "3045", "492", "202", "6.03", of: "CRM A")
        #expect(support.judgement.proposals.map(\.rule) == ["crm_swap"])
        #expect(support.judgement.outcome == .warn)

        var generator = SeededGenerator("proposals stand beside open findings")
        for _ in 0..<200 {
            var batch = SmallLibrary.batch
            for number in 1...8 {
                let texts = [(1000, 3000), (500, 2000), (200, 500), (4, 6)].map { low, high in
                    let text = "\(Bool.random(using: &generator) ? low : high)"
                    return Int.random(in: 0..<6, using: &generator) == 0 ? "<\(text)" : text
                }
                batch.builder.row("\(number)", texts)
                switch Int.random(in: 0..<5, using: &generator) {
                case 0: batch.statements.append(TestStandards.says("\(number)", .crm, "CRM A"))
                case 1: batch.statements.append(TestStandards.says("\(number)", .crm, "CRM B"))
                case 2: batch.statements.append(TestStandards.says("\(number)", .blank))
                case 3: batch.statements.append(TestStandards.says("\(number)", .pulpDuplicate, parent: "1"))
                default: break
                }
            }
            let judgement = batch.judgement
            let others = judgement.findings.filter { !judgement.proposals.contains($0) }
            let without = BatchOutcome.of(
                results: judgement.results.map { ($0.origin, $0.outcome) },
                blocking: others.filter { $0.outcome == .notEvaluated && $0.rule == "crm_unknown_material" },
                findings: others,
                laboratory: batch.policy.laboratory
            )
            #expect(judgement.outcome == without)
            #expect(judgement.proposals.allSatisfy { $0.outcome == .warn })
        }
    }
}
