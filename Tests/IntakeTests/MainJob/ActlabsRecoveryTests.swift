import Geochemistry
import QualityControl
import TestSupport
import Testing

/// The figures were counted in the workbook's XML by a script of its own. Of the work order A25-15568 the published figures
/// are 45 of 499 outside 80 to 120 % above the gate, and 82 without it; its first issue, from which they come, is not among
/// the shared files (the later issue there adds gold by fire assay only), so that they cannot be reproduced here.
@Suite("Main job: the laboratory's own QC in a real certificate", .enabled(if: SharedFiles.arePresent))
struct ActlabsRecoveryTests {
    private func verdict(_ file: String) throws -> (certificate: Certificate, judgement: Judgement) {
        let bytes = try SharedFiles.bytes("real/actlabs/\(file)")
        return try #require(try ShippedStandards.verdicts(bytes, name: file).first)
    }

    @Test("Three pairs of vegetation materials: 2 of 57 recoveries outside 80 to 120 %, 4 of 63 without the gate")
    func recoveries() throws {
        let judgement = try verdict("A25-15567Final.xlsx").judgement
        #expect(
            judgement.findings.filter { $0.rule == "laboratory_recovery" }.map(\.message) == [
                "2 of 57 results of the laboratory's reference materials lie outside a recovery of 80 to 120 % (4 of 63, "
                    + "counting certified values below 10 detection limits): Al by AR-MS 77 % of CDV-1, B by AR-MS 133 % of CDV-1"
            ]
        )
        // Whatever the tier: aqua regia leaves aluminium in the rock, and nobody is held back for it.
        #expect(judgement.results.filter { $0.kind == .crm && $0.outcome == .fail }.isEmpty)
    }

    @Test("Every pair with two numbers is compared, and the six below their gate are not judged")
    func pairs() throws {
        let (certificate, judgement) = try verdict("A25-15567Final.xlsx")
        let references = judgement.results.filter { $0.kind == .crm }
        #expect(references.count == 63)
        #expect(references.allSatisfy { $0.expected != nil })
        #expect(references.count { $0.rule == .crmDetectionLimitGate } == 6)
        #expect(certificate.samples.count == 9)
    }

    @Test("Gold by fire assay of the later issue recovers 97 and 108 %")
    func gold() throws {
        let judgement = try verdict("A25-15568-Final2.xlsx").judgement
        let recoveries = judgement.results.filter { $0.kind == .crm }.compactMap(\.biasPercent)
        #expect(recoveries.map { ($0 + 100).rounded() } == [97, 108])
        #expect(judgement.findings.filter { $0.rule == "laboratory_recovery" }.isEmpty)
    }
}
