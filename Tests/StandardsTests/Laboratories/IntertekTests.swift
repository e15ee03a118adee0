import CertificateReading
import Geochemistry
import TestSupport
import Testing

@Suite("Intertek")
struct IntertekTests {
    static let fixture: IntertekReport = {
        var report = IntertekReport(
            columns: [
                HeadedColumn("FA25/AA", "Au", "ppb", "1"), HeadedColumn("4A/MS", "Ag", "ppm", "0.1"),
                HeadedColumn("4A/OE", "Cu", "ppm", "1"), HeadedColumn("FB1/XRF", "Fe2O3", "%", "0.01"),
            ],
            samples: [
                ["K-1", "12", "0.3", "155", "4.31"], ["K-2", "IS", "<0.1", "SNR", "TF"],
                ["K-3", "", "CAVITY", "DMGED", "MISSING"],
            ]
        )
        report.sections = [
            ("CHECKS", [["K-1", "13", "", "", ""]]), ("STANDARDS", [["OREAS 45e", "52", "0.3", "780", ""]]),
            ("BLANKS", [["Control Blank", "<1", "<0.1", "<1", ""]]),
        ]
        return report
    }()

    @Test("Rows of methods, limits and units, and labels in capitals", arguments: [false, true])
    func table(hasFinish: Bool) throws {
        var report = Self.fixture
        report.hasFinish = hasFinish
        let certificate = try ShippedLaboratories.certificate(report.table.bytes())
        #expect(certificate.format == "intertek")
        #expect(certificate.laboratory == "Intertek")
        #expect(certificate.batch == "1234.0/2301234")
        #expect(certificate.client == "Example Resources Ltd")
        #expect(certificate.dispatch == "ER-88")
        #expect(certificate.received == CalendarDate(year: 2023, month: 5, day: 2))
        #expect(certificate.reported == CalendarDate(year: 2023, month: 5, day: 16))
        #expect(certificate.columns.map(\.method) == ["FA25/AA", "4A/MS", "4A/OE", "FB1/XRF"])
        #expect(certificate.columns.map(\.unit) == [.ppb, .ppm, .ppm, .percent])
        #expect(certificate.columns.map(\.detectionLimit?.description) == ["1", "0.1", "1", "0.01"])
        #expect(certificate.columns.map(\.digestion) == [.fireAssay, .fourAcid, .fourAcid, .xrfFusion])
        #expect(certificate.remarks == [])
    }

    @Test("Tokens say why there is no result")
    func tokens() throws {
        let certificate = try ShippedLaboratories.certificate(Self.fixture.table.bytes())
        #expect(
            (0..<4).map { certificate.value(sample: 1, column: $0) } == [
                .noResult(.insufficientSample), .below(limit: ExactDecimal("0.1")), .noResult(.sampleNotReceived),
                .noResult(.toFollow),
            ]
        )
        #expect(
            (0..<4).map { certificate.value(sample: 2, column: $0) } == [
                .noResult(.notRequested), .noResult(.missing), .noResult(.damaged), .noResult(.missing),
            ]
        )
    }

    @Test("Checks, standards and blanks stand under headings of their own")
    func origins() throws {
        let certificate = try ShippedLaboratories.certificate(Self.fixture.table.bytes())
        #expect(
            certificate.samples.map(\.origin) == [
                .client, .client, .client, .laboratoryDuplicate(of: "K-1"), .laboratoryCRM(material: "OREAS 45e"),
                .laboratoryBlank,
            ]
        )
        #expect(certificate.declaredSamples == 3)
    }

    @Test("A row of analytes that is headed SAMPLE, with the rows above it in any order")
    func sampleRow() throws {
        let certificate = try ShippedLaboratories.certificate(
            """
            Intertek Minerals
            Report No,P-778
            UNITS,ppb,ppm
            METHOD,FA50/OE,4A/OE
            DETECTION LIMIT,1,1
            SAMPLE,Au,Cu
            L1,<1,12
            """
        )
        #expect(certificate.batch == "P-778")
        #expect(certificate.columns.map(\.digestion) == [.fireAssay, .fourAcid])
        #expect(certificate.samples.map(\.name) == ["L1"])
    }
}
