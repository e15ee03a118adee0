import Geochemistry
import QualityControl
import TestSupport
import Testing

@Suite("Main job: real certificates", .enabled(if: SharedFiles.arePresent))
struct RealDeliveryTests {
    private static let files = ["GQ1002726_Lote1543_R.csv", "GQ1002727.csv"]

    @Test("A delivery is judged alike plain, in gzip and in zip", arguments: files)
    func packing(file: String) throws {
        let bytes = try SharedFiles.bytes("real/sgs-geosol/\(file)")
        let plain = try #require(try ShippedStandards.verdicts(bytes, name: file).first)
        let packed = [
            try ShippedStandards.verdicts(GzipFixture.gzip(bytes), name: file + ".gz"),
            try ShippedStandards.verdicts(ZipFixture.zip([.init("lote/\(file)", bytes)]), name: "lote.zip"),
        ]
        for verdicts in packed {
            #expect(verdicts.count == 1)
            var (certificate, judgement) = try #require(verdicts.first)
            #expect(judgement == plain.judgement)
            certificate.format = plain.certificate.format
            #expect(certificate == plain.certificate)
        }
    }

    @Test("Client and laboratory rows are told apart, and the batch waits for its register", arguments: files)
    func roles(file: String) throws {
        let verdicts = try ShippedStandards.verdicts(try SharedFiles.bytes("real/sgs-geosol/\(file)"), name: file)
        let (certificate, judgement) = try #require(verdicts.first)
        for (sample, role) in zip(certificate.samples, judgement.roles) {
            let expected: SampleRole.Kind =
                switch (sample.type, sample.name) {
                case ("REP", _), ("DUP", _): .laboratoryDuplicate
                case ("STD", _): .laboratoryCRM
                case ("BLK", _), (_, "BRANCO_PREP"), (_, "QUARTZ_GO"): .laboratoryBlank
                default: .routine
                }
            #expect(role.kind == expected, "\(sample.name)")
        }
        #expect(judgement.outcome == .notEvaluated)
        #expect(judgement.counts.failed == 0)
        #expect(judgement.results.allSatisfy { $0.origin == .laboratory })
    }
}
