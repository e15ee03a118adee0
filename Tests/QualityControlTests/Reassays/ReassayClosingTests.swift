import Geochemistry
import QualityControl
import TestSupport
import Testing

@Suite("Whether a re-assay may close a failure by the policy alone")
struct ReassayClosingTests {
    private func batch() -> Batch {
        var batch = Batch()
        batch.policy.reassay.closes = true
        batch.routine("1", "500")
        batch.crm("2", "3000")
        batch.blank("3", "<1")
        return batch
    }

    @Test("It may where the list stands for all that failed, and the policy says so")
    func may() {
        var batch = batch()
        #expect(batch.judgement.outcome == .fail)
        #expect(batch.judgement.reassayCloses)
        batch.policy.reassay.closes = false
        #expect(!batch.judgement.reassayCloses)
    }

    @Test("It may not where a failure lists no sample")
    func unlisted() {
        var batch = batch()
        batch.policy.reassay.significantGrades = [TestStandards.cu: .init(value: 501, unit: .ppm)]
        #expect(batch.judgement.reassay.isEmpty)
        #expect(!batch.judgement.reassayCloses)
    }

    @Test("It may not where one of two failures lists none")
    func oneOfTwo() {
        var batch = Batch()
        batch.policy.reassay.closes = true
        batch.policy.reassay.significantGrades = [TestStandards.zn: .init(value: 9_000, unit: .ppm)]
        batch.builder.column("Zn", "ppm", method: "ME-ICP61", .fourAcid, detectionLimit: "1")
        batch.routine("1", "500", "600")
        batch.crm("2", "3000", "31500")
        batch.blank("3", "<1", "<1")
        #expect(batch.judgement.reassayCloses)
        batch.crm("4", "1735", "90000")
        #expect(batch.judgement.reassay.flatMap(\.analytes) == ["Cu ME-ICP61"])
        #expect(!batch.judgement.reassayCloses)
    }

    @Test("It may not where something else holds the batch: QC that lacks, the laboratory's own QC")
    func held() {
        var lacking = Batch()
        lacking.policy.reassay.closes = true
        lacking.policy.insertion.blanks = 1
        lacking.routine("1", "500")
        lacking.crm("2", "3000")
        #expect(lacking.judgement.outcome == .fail)
        #expect(!lacking.judgement.reassayCloses, "no blank")
        var laboratory = batch()
        laboratory.laboratory("*STD", .laboratoryCRM(material: "OREAS 620"), "9000")
        #expect(laboratory.judgement.reassayCloses, "it can only warn")
        laboratory.policy.laboratory.worstOutcome = .fail
        #expect(!laboratory.judgement.reassayCloses)
    }

    @Test("A batch that passes has nothing to close")
    func passing() {
        var batch = Batch()
        batch.policy.reassay.closes = true
        batch.routine("1", "500")
        batch.crm("2", "1735")
        #expect(!batch.judgement.reassayCloses)
    }
}
