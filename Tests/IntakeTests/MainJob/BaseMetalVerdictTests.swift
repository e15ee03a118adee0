import CertificateReading
import Geochemistry
import QualityControl
import Standards
import TestSupport
import Testing

@testable import Intake

@Suite("Main job: a copper-zinc-gold batch in every layout")
struct BaseMetalVerdictTests {
    static let layouts = BaseMetalBatch.Layout.allCases

    @Test("Every QC result exactly on its limit: the batch passes, and nothing is said", arguments: layouts)
    func onEveryLimit(layout: BaseMetalBatch.Layout) throws {
        let batch = BaseMetalBatch.onEveryLimit
        let verdicts = try ShippedStandards.verdicts(
            BaseMetalBatch.print(batch, in: layout),
            registers: [batch.register]
        )
        #expect(verdicts.count == 1)
        let (certificate, judgement) = try #require(verdicts.first)
        #expect(certificate.format == layout.rawValue)
        #expect(judgement.said == [])
        #expect(judgement.outcome == .pass)
        #expect(judgement.counts.warned == 0)
        #expect(judgement.counts.failed == 0)
        #expect(judgement.reassay == [])
        #expect(judgement.roles.prefix(15).map(\.kind.rawValue) == batch.rows.map(\.type))
    }

    @Test("One failure and one warning of each kind: exactly they are named", arguments: layouts)
    func oneOfEachKind(layout: BaseMetalBatch.Layout) throws {
        let batch = BaseMetalBatch.oneOfEachKind
        let verdicts = try ShippedStandards.verdicts(
            BaseMetalBatch.print(batch, in: layout),
            registers: [batch.register]
        )
        let judgement = try #require(verdicts.first).judgement
        #expect(judgement.said == BaseMetalBatch.expected)
        #expect(judgement.outcome == .fail)
        #expect(judgement.counts.failed == 4)
        #expect(judgement.counts.warned == 7)
    }

    @Test("The samples to determine again lie between passing QC of the same kind, by analyte", arguments: layouts)
    func reassay(layout: BaseMetalBatch.Layout) throws {
        let batch = BaseMetalBatch.oneOfEachKind
        let verdicts = try ShippedStandards.verdicts(
            BaseMetalBatch.print(batch, in: layout),
            registers: [batch.register]
        )
        let reassay = try #require(verdicts.first).judgement.reassay
        // Cu of OREAS 620 speaks against everything before the passing B012; Au of OREAS 621 against what follows the
        // passing B002; Au of the blank B011 against what follows B004; Cu of the only pulp pair against everything, because
        // the duplicates B006 and B008, of other sorts, do not answer for it.
        let expected = [
            "B001: Cu", "B003: Au Cu", "B005: Au Cu", "B007: Au Cu", "B009: Au Cu", "B013: Au Cu", "B015: Au Cu",
        ]
        let shown = reassay.map { sample in
            "\(sample.sample): \(sample.analytes.map { $0.split(separator: " ")[0] }.joined(separator: " "))"
        }
        #expect(shown == expected)
        #expect(reassay.first?.because == ["B002 (OREAS 620)", "B010 (B009)"])
        #expect(reassay.last?.because == ["B010 (B009)", "B011 (Quartz)", "B014 (OREAS 621)"])
    }

    @Test("One unit in the last digit inside every limit passes as well", arguments: layouts)
    func justInside(layout: BaseMetalBatch.Layout) throws {
        let batch = BaseMetalBatch.onEveryLimit.with("B002", "Cu", "1809").with("B002", "Ag", "35.45")
            .with("B004", "Au", "0.014").with("B006", "Zn", "1299").with("B008", "Ag", "8.1")
            .with("B010", "Cu", "1099")
        let verdicts = try ShippedStandards.verdicts(
            BaseMetalBatch.print(batch, in: layout),
            registers: [batch.register]
        )
        #expect(try #require(verdicts.first).judgement.said == [])
    }

    @Test("Exactly on 3 SD is a warning, and one unit in the last digit beyond it a failure", arguments: layouts)
    func threeSD(layout: BaseMetalBatch.Layout) throws {
        func said(_ text: String) throws -> [String] {
            let batch = BaseMetalBatch.onEveryLimit.with("B002", "Cu", text)
            let verdicts = try ShippedStandards.verdicts(
                BaseMetalBatch.print(batch, in: layout),
                registers: [batch.register]
            )
            return try #require(verdicts.first).judgement.said
        }
        #expect(try said("1850") == ["warn crm_2sd B002 Cu"])
        #expect(try said("1851") == ["fail crm_3sd B002 Cu"])
        #expect(try said("1610") == ["warn crm_2sd B002 Cu"])
        #expect(try said("1609") == ["fail crm_3sd B002 Cu"])
    }

    @Test("Without a register the batch waits for a person, and says so once for each kind", arguments: layouts)
    func withoutRegister(layout: BaseMetalBatch.Layout) throws {
        let verdicts = try ShippedStandards.verdicts(BaseMetalBatch.print(BaseMetalBatch.onEveryLimit, in: layout))
        let judgement = try #require(verdicts.first).judgement
        #expect(judgement.said == ["not_evaluated missing_blank", "not_evaluated missing_crm"])
        #expect(judgement.outcome == .notEvaluated)
    }
}
