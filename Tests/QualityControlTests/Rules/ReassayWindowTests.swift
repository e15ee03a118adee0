import Foundation
import Geochemistry
import TestSupport
import Testing

@testable import QualityControl

@Suite("Re-assay windows")
struct ReassayWindowTests {
    private struct File: Decodable { let cases: [Case] }
    private struct Case: Decodable {
        let name: String
        let seq: String
        let rule: String
        let grades: [Double?]?
        let threshold: Double?
        let positions: [Int]

        enum CodingKeys: String, CodingKey {
            case name, seq, rule, grades, threshold
            case positions = "reassay_positions"
        }

        var window: ReassayRules.Window {
            if rule.hasPrefix("2") { return .eitherSide(2) }
            return rule == "batch" ? .wholeBatch : .betweenPassing
        }
    }

    /// The sequence as a batch: CRMs of 1735 ppm and blanks that pass or fail, samples of 500 ppm or the case's grades.
    private func batch(_ test: Case) -> Batch {
        var batch = Batch(detectionLimit: "0.001")
        batch.policy.reassay.window = test.window
        if let threshold = test.threshold {
            batch.policy.reassay.significantGrades = [
                TestStandards.cu: .init(value: TestStandards.decimal("\(threshold * 1_000)"), unit: .ppb)
            ]
        }
        for (index, letter) in test.seq.enumerated() {
            let name = "\(index + 1)"
            switch letter {
            case "C": batch.crm(name, "1735")
            case "F": batch.crm(name, "3000")
            case "B": batch.blank(name, "<0.001")
            case "X": batch.blank(name, "5")
            default: batch.routine(name, test.grades?[index].map { "\($0)" } ?? "500")
            }
        }
        return batch
    }

    @Test("Windows are those of the shared cases", .enabled(if: SharedFiles.arePresent))
    func goldenCases() throws {
        let bytes = try SharedFiles.bytes("golden/reassay_window_cases.json")
        let cases = try JSONDecoder().decode(File.self, from: Data(bytes)).cases
        #expect(cases.count == 9)
        for test in cases {
            let judgement = batch(test).judgement
            #expect(judgement.reassay.map(\.position) == test.positions, "\(test.name)")
            #expect(judgement.outcome == .fail)
            #expect(judgement.reassay.allSatisfy { $0.analytes == ["Cu ME-ICP61"] })
        }
    }

    @Test("Only failed analytes are named, with the QC samples that speak against them")
    func analytes() {
        var batch = Batch()
        batch.builder.column("Zn", "ppm", method: "ME-ICP61", .fourAcid, detectionLimit: "1")
        batch.routine("1", "500", "600")
        batch.crm("2", "3000", "31000")
        batch.routine("3", "500", "600")
        batch.routine("4", "", "600")
        batch.crm("5", "1735", "50000")
        let reassay = batch.judgement.reassay
        #expect(
            reassay == [
                // The CRM behind sample 1 passed for zinc, and the one at the end for copper.
                ReassaySample(position: 1, sample: "1", analytes: ["Cu ME-ICP61"], because: ["2 (OREAS 620)"]),
                ReassaySample(
                    position: 3,
                    sample: "3",
                    analytes: ["Cu ME-ICP61", "Zn ME-ICP61"],
                    because: ["2 (OREAS 620)", "5 (OREAS 620)"]
                ),
                ReassaySample(position: 4, sample: "4", analytes: ["Zn ME-ICP61"], because: ["5 (OREAS 620)"]),
            ]
        )
    }

    @Test("A passing QC sample of another kind does not end a window, nor does a warning")
    func otherKinds() {
        var batch = Batch()
        batch.routine("1", "500")
        batch.blank("2", "<1")
        batch.crm("3", "1840")
        batch.routine("4", "500")
        batch.crm("5", "1840")
        #expect(batch.judgement.reassay.map(\.position) == [1, 4])
    }

    @Test("A field duplicate that agrees does not end the window of a pulp duplicate that does not")
    func subtypes() {
        var batch = Batch()
        batch.routine("1", "1000")
        batch.duplicate("1F", "1000", of: "1", .fieldDuplicate)
        batch.routine("2", "1000")
        batch.duplicate("2P", "2000", of: "2", .pulpDuplicate)
        #expect(batch.judgement.reassay.map(\.sample) == ["1", "2"])
    }

    @Test("The whole batch is every ordinary sample, and still only the analyte that failed")
    func wholeBatch() {
        var batch = Batch()
        batch.policy.reassay.window = .wholeBatch
        batch.builder.column("Zn", "ppm", method: "ME-ICP61", .fourAcid, detectionLimit: "1")
        batch.routine("1", "500", "600")
        batch.crm("2", "1735", "31500")
        batch.routine("3", "500", "600")
        batch.crm("4", "3000", "31500")
        batch.routine("5", "500", "600")
        #expect(batch.judgement.reassay.map(\.position) == [1, 3, 5])
        #expect(batch.judgement.reassay.allSatisfy { $0.analytes == ["Cu ME-ICP61"] })
    }

    @Test("Windows either side that meet are one: a sample in both stands once, for both reasons")
    func merging() {
        var batch = Batch()
        batch.policy.reassay.window = .eitherSide(1)
        batch.crm("1", "3000")
        batch.routine("2", "500")
        batch.crm("3", "3000")
        batch.routine("4", "500")
        batch.routine("5", "500")
        #expect(
            batch.judgement.reassay == [
                ReassaySample(
                    position: 2,
                    sample: "2",
                    analytes: ["Cu ME-ICP61"],
                    because: ["1 (OREAS 620)", "3 (OREAS 620)"]
                ),
                ReassaySample(position: 4, sample: "4", analytes: ["Cu ME-ICP61"], because: ["3 (OREAS 620)"]),
            ]
        )
    }

    @Test("The list stands in the order of the certificate, however the numbers run")
    func laboratoryOrder() {
        var batch = Batch()
        batch.routine("30", "500")
        batch.crm("10", "3000")
        batch.routine("9", "500")
        batch.routine("20", "500")
        let reassay = batch.judgement.reassay
        #expect(reassay.map(\.sample) == ["30", "9", "20"])
        #expect(SampleNumberOrder.ranks(of: reassay.map(\.sample)) == [2, 0, 1])
    }

    @Test("A batch that does not fail has nothing to re-assay, nor has one that the laboratory's QC fails")
    func nothing() {
        var batch = Batch()
        batch.policy.laboratory.worstOutcome = .fail
        batch.routine("1", "500")
        batch.crm("2", "1840")
        #expect(batch.judgement.reassay.isEmpty)
        batch.laboratory("*STD", .laboratoryCRM(material: "OREAS 620"), "9000")
        #expect(batch.judgement.outcome == .fail)
        #expect(batch.judgement.reassay.isEmpty)
    }

    @Test("Windows either side are clipped at the ends, and none is empty")
    func eitherSide() {
        let marks: [ReassayWindow.Mark] = [.failing, .ordinary, .passing, .ordinary, .failing]
        #expect(ReassayWindow.stretches(of: marks, window: .eitherSide(9)).map(\.rows) == [[1, 3], [1, 3]])
        #expect(ReassayWindow.stretches(of: marks, window: .eitherSide(1)).map(\.rows) == [[1], [3]])
        #expect(ReassayWindow.stretches(of: marks, window: .eitherSide(0)).isEmpty)
        #expect(ReassayWindow.stretches(of: [.failing], window: .wholeBatch).isEmpty)
    }
}
