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

    @Test(
        "Dates are day first, with months as numbers or in three languages",
        arguments: ["05-01-2025", "05-Jan-2025", "05/01/2025", "05-ENE-2025", "5 de janeiro de 2025", "05-Ene-25"]
    )
    func dates(date: String) throws {
        var fixture = Self.fixture
        fixture.received = date
        fixture.reported = "18/02/2025"
        let certificate = try ShippedLaboratories.certificate(fixture.bytes)
        #expect(certificate.received == CalendarDate(year: 2025, month: 1, day: 5))
        #expect(certificate.reported == CalendarDate(year: 2025, month: 2, day: 18))
        #expect(certificate.remarks == [])
    }

    /// The lines with further records of metadata, the first of which could be the classic export's.
    private static let variant: [String] = {
        var lines = fixture.text.split(separator: "\r\n").map(String.init)
        lines[0] = "LabjobNo:,LI20181234"
        lines.insert("CLIENT : CMEX - Minera Ejemplo S.A.", at: 0)
        lines.insert("PROJECT :,Tajo Norte", at: 1)
        lines.insert("CERTIFICATE COMMENTS :,\"Sin comentarios, salvo\nlos pesos\"", at: 2)
        lines[9] = "METHOD" + lines[9]
        return lines
    }()

    @Test("Further records, a label without a blank, and METHOD beside the methods are read")
    func furtherRecords() throws {
        let certificate = try ShippedLaboratories.certificate(Self.variant.joined(separator: "\r\n"))
        #expect(certificate.format == "als-with-qc")
        #expect(certificate.batch == "LI20181234")
        #expect(certificate.client == "CMEX - Minera Ejemplo S.A.")
        #expect(certificate.project == "Tajo Norte")
        #expect(certificate.columns.map(\.method) == Self.fixture.columns.map(\.method))
        #expect(certificate.samples.count == 7)
        #expect(certificate.remarks == [])
    }

    @Test("A mark that must be absent brings no file closer to the layout, and is told where it stands")
    func absentMark() throws {
        let letter = try ShippedLaboratories.refusal("Dear Sirs,\nplease find our invoice.\n")
        #expect(letter.closest.isEmpty)
        let lines = Self.variant.filter { !$0.hasPrefix("SAMPLE") }
        let refusal = try ShippedLaboratories.refusal(lines.joined(separator: "\r\n"))
        #expect(
            refusal.closest.first { $0.layout == "als-classic" }?.reason.hasPrefix(
                "'LabjobNo*' or 'Labjob No*' or 'Lab job No*' stands in the 12 rows"
            ) == true
        )
    }

    @Test("A QC row is filled in one group of methods, and the rest is not in its run")
    func emptyGroups() throws {
        let certificate = try ShippedLaboratories.certificate(Self.fixture.bytes)
        #expect(certificate.texts(1) == ["<0.5", "12.1", "12.0", "118", "", "<0.5", ""])
        #expect(certificate.texts(3) == ["", "2.35", "", "", "11.3", "", "<0.001"])
    }

    @Test("A workbook made of it holds the same")
    func workbook() throws {
        let bytes = WorkbookFixture([.init("LI20181234", delimited: Self.fixture.text)]).bytes
        let certificate = try ShippedLaboratories.certificate(bytes, name: "LI20181234.CSV")
        let plain = try ShippedLaboratories.certificate(Self.fixture.bytes)
        #expect(certificate.samples.map(\.origin) == plain.samples.map(\.origin))
        #expect(certificate.columns.map(\.detectionLimit) == plain.columns.map(\.detectionLimit))
        for index in certificate.columns.indices { #expect(certificate.texts(index) == plain.texts(index)) }
        #expect(certificate.reported == plain.reported)
        #expect(certificate.remarks == [])
    }
}
