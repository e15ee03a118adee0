import CertificateReading
import Geochemistry
import TestSupport
import Testing

@Suite("ALS, export with quality control")
struct ALSWithQCTests {
    static let fixture = ALSQCExport(
        workOrder: "LI20181234",
        columns: [
            ("WEI-21", "Recvd Wt.", "KG", "0.02", "1000"), ("ME-ICP61", "Ag", "PPM", "0.5", "100"),
            ("ME-ICP61", "Zn", "PPM", "2", "10000"), ("Zn-OG62", "Zn", "PCT", "0.001", "30"),
        ],
        samples: [("P-1", ["2.5", "<0.5", "120", ""]), ("P-2", ["2.6", "12.1", ">10000", "2.35"])],
        qcRows: [
            ("*REP P-2", ["", "12.0", "", ""]), ("*STD OREAS 602", ["", "118", "4000", ""]),
            ("*STD OREAS-133b", ["", "", "", "11.3"]), ("*BLK", ["", "<0.5", "<2", ""]),
            ("*BLK", ["", "", "", "<0.001"]),
        ]
    )

    @Test("Metadata of two cells and limits from the header are read")
    func metadata() throws {
        let certificate = try ShippedLaboratories.certificate(Self.fixture.bytes)
        #expect(certificate.format == "als-with-qc")
        #expect(certificate.batch == "LI20181234")
        #expect(certificate.status == .final)
        #expect(certificate.dispatch == "D-17")
        #expect(certificate.received == CalendarDate(year: 2020, month: 10, day: 12))
        #expect(certificate.columns.map(\.unit) == [.other("KG"), .ppm, .ppm, .percent])
        #expect(certificate.columns.map(\.detectionLimit?.description) == ["0.02", "0.5", "2", "0.001"])
        #expect(certificate.columns.map(\.upperLimit?.description) == ["1000", "100", "10000", "30"])
    }

    @Test("QC rows are the laboratory's, and no part of the declared number")
    func qcRows() throws {
        let certificate = try ShippedLaboratories.certificate(Self.fixture.bytes)
        #expect(
            certificate.samples.map(\.origin) == [
                .client, .client, .laboratoryDuplicate(of: "P-2"), .laboratoryCRM(material: "OREAS 602"),
                .laboratoryCRM(material: "OREAS-133b"), .laboratoryBlank, .laboratoryBlank,
            ]
        )
        #expect(certificate.samples.map(\.position) == Array(1...7))
        #expect(certificate.remarks == [])
    }
}
