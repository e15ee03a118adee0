import CertificateReading
import Geochemistry
import TestSupport
import Testing

@Suite("MSALABS")
struct MSALabsTests {
    static func print(_ arrangement: MSALabsPrint.Arrangement) -> MSALabsPrint {
        MSALabsPrint(
            columns: [
                HeadedColumn("IMS-230", "Ag", "ppm", "0.01"), HeadedColumn("IMS-230", "Al", "%", "0.01"),
                HeadedColumn("IMS-230", "Cu", "ppm", "0.2"), HeadedColumn("IMS-230", "Zn", "ppm", "2"),
                HeadedColumn("ICF-6Zn", "Zn", "%", "0.01"),
            ],
            rows: [
                ("M-1", "Rock", "2.1", ["0.05", "7.1", "12.3", "80", ""]),
                ("M-2", "Rock", "1.9", ["<0.01", "6.9", "10.1", ">10000", "2.35"]),
                ("M-3", "Rock", "2.2", ["0.33", "7.4", "44", "91", ""]),
                ("DUP M-1", "", "", ["0.06", "7.0", "12.5", "81", ""]),
                ("STD OREAS 602", "", "", ["118", "5.9", "4940", "780", ""]),
                ("STD BLANK", "", "", ["<0.01", "<0.01", "<0.2", "<2", ""]),
            ],
            arrangement: arrangement
        )
    }

    @Test("The blocks of a printed page are one table", arguments: MSALabsPrint.Arrangement.allCases)
    func blocks(arrangement: MSALabsPrint.Arrangement) throws {
        let certificate = try ShippedLaboratories.certificate(Self.print(arrangement).table.bytes())
        #expect(certificate.format == "msalabs-print")
        #expect(certificate.columns.map(\.analyteText) == ["Rec. Wt.", "Ag", "Al", "Cu", "Zn", "Zn"])
        #expect(
            certificate.columns.map(\.method) == ["PWE-100", "IMS-230", "IMS-230", "IMS-230", "IMS-230", "ICF-6Zn"]
        )
        #expect(certificate.columns.map(\.unit) == [.other("kg"), .ppm, .percent, .ppm, .ppm, .percent])
        #expect(
            certificate.columns.map(\.detectionLimit?.description) == ["0.01", "0.01", "0.01", "0.2", "2", "0.01"]
        )
        #expect(
            certificate.columns.map(\.digestion) == [.none, .fourAcid, .fourAcid, .fourAcid, .fourAcid, .fourAcid]
        )
        #expect(certificate.texts(0) == ["2.1", "1.9", "2.2", "", "", ""])
        #expect(certificate.texts(1) == ["0.05", "<0.01", "0.33", "0.06", "118", "<0.01"])
        #expect(certificate.texts(4) == ["80", ">10000", "91", "81", "780", "<2"])
        #expect(certificate.texts(5) == ["", "2.35", "", "", "", ""])
        #expect(certificate.remarks == [])
    }

    @Test("Neither the head of a later page nor its foot is a sample", arguments: MSALabsPrint.Arrangement.allCases)
    func pages(arrangement: MSALabsPrint.Arrangement) throws {
        let certificate = try ShippedLaboratories.certificate(Self.print(arrangement).table.bytes())
        #expect(
            certificate.samples.map(\.origin) == [
                .client, .client, .client, .laboratoryDuplicate(of: "M-1"), .laboratoryCRM(material: "OREAS 602"),
                .laboratoryBlank,
            ]
        )
        #expect(certificate.samples.map(\.type) == ["Rock", "Rock", "Rock", "", "", ""])
    }

    @Test("A page that follows without a blank row starts at its head")
    func noBlankRow() throws {
        let table = Self.print(.below).table
        let rows = table.rows.filter { $0 != [""] && !($0.first ?? "").hasPrefix("***") }
        let certificate = try ShippedLaboratories.certificate(PrintedTable(rows).bytes())
        #expect(certificate.samples.count == 6)
        #expect(certificate.columns.count == 6)
    }

    @Test("The head of the page names job, project and dates")
    func metadata() throws {
        let certificate = try ShippedLaboratories.certificate(Self.print(.below).table.bytes())
        #expect(certificate.laboratory == "MSALABS")
        #expect(certificate.batch == "YVR2310123")
        #expect(certificate.status == .final)
        #expect(certificate.client == "Example Metals Ltd.")
        #expect(certificate.project == "North")
        #expect(certificate.received == CalendarDate(year: 2023, month: 3, day: 24))
        #expect(certificate.reported == CalendarDate(year: 2023, month: 4, day: 19))
        #expect(certificate.declaredSamples == 3)
    }

    @Test("A lead that says Method above the first results is no method")
    func lead() throws {
        var table = Self.print(.below).table
        for row in table.rows.indices where table.rows[row].dropFirst(2).first == "PWE-100" {
            table.rows[row][2] = "Method"
        }
        let certificate = try ShippedLaboratories.certificate(table.bytes())
        #expect(certificate.columns.map(\.method).prefix(2) == ["", "IMS-230"])
    }

    @Test("A block whose header is damaged is heard")
    func damaged() throws {
        var table = Self.print(.below).table
        let second = try #require(table.rows.lastIndex { $0.first == "Sample ID" })
        table.rows[second][0] = "S"
        let remarks = try ShippedLaboratories.certificate(table.bytes()).remarks
        #expect(remarks.map(\.code) == ["rows_not_read"])
    }

    @Test("A page without its units is refused")
    func units() throws {
        var table = Self.print(.below).table
        let units = try #require(table.rows.firstIndex { $0.contains("kg") })
        table.rows[units].removeLast()
        #expect(try ShippedLaboratories.refusal(table.bytes()).code == .headerMismatch)
    }
}
