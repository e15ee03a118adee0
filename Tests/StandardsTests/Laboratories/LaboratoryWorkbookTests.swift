import CertificateReading
import Geochemistry
import TestSupport
import Testing

/// Layouts that come as text and as workbook, and those that come as workbook only.
@Suite("Workbooks of laboratories")
struct LaboratoryWorkbookTests {
    @Test(
        "SGS del Peru: a workbook named .CSV that says it has 2,000 rows more",
        arguments: ["REPORTE", "ANALYTICAL", "Hoja1"]
    )
    func sgsPeru(title: String) throws {
        let workbook = WorkbookFixture([SGSTests.peru.table.sheet(title, empty: 2000)])
        let certificate = try ShippedLaboratories.certificate(workbook.bytes, name: "GQ2001234.CSV")
        let text = try ShippedLaboratories.certificate(SGSTests.peru.table.bytes())
        #expect(certificate.format.hasPrefix("sgs-peru"))
        #expect(certificate.batch == text.batch)
        #expect(certificate.dispatch == text.dispatch)
        #expect(certificate.samples.map(\.origin) == text.samples.map(\.origin))
        #expect(certificate.samples.map(\.name) == text.samples.map(\.name))
        #expect(certificate.columns.map(\.method) == text.columns.map(\.method))
        #expect(certificate.columns.map(\.detectionLimit) == text.columns.map(\.detectionLimit))
        #expect((0..<4).map(certificate.texts) == (0..<4).map(text.texts))
        #expect(certificate.samples.first?.sheet == title)
    }

    @Test("The English form as a workbook")
    func sgsTypeB() throws {
        let report = SGSReport(.typeB, columns: SGSTests.columns, rows: SGSTests.rows)
        let certificate = try ShippedLaboratories.certificate(WorkbookFixture([report.table.sheet("REPORTE")]).bytes)
        #expect(certificate.format.hasPrefix("sgs"))
        #expect(certificate.columns.map(\.unit) == [.ppb, .ppm, .ppm, .percent])
    }

    @Test("SGS Geosol as a workbook has decimal points")
    func geosol() throws {
        let text = SGSGeosolTests.fixture.text.split(separator: "\r\n", omittingEmptySubsequences: false)
            .map { $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init) }
        // What a spreadsheet makes of a comma, where it has the laboratory's language.
        let rows = text.map { row in
            row.map { cell in cell.first?.isNumber == true ? cell.replacing(",", with: ".") : cell }
        }
        let workbook = WorkbookFixture([PrintedTable(rows).sheet("Lote")])
        let certificate = try ShippedLaboratories.certificate(workbook.bytes)
        #expect(certificate.format.hasPrefix("sgs-geosol"))
        #expect(certificate.columns.map(\.detectionLimit?.description) == [nil, nil, "0.01", "0.5"])
        #expect(certificate.value(sample: 3, column: 2) == .number(try #require(ExactDecimal("1.5"))))
    }

    @Test("Intertek as a workbook")
    func intertek() throws {
        let workbook = WorkbookFixture([IntertekTests.fixture.table.sheet("Results", empty: 40)])
        let certificate = try ShippedLaboratories.certificate(workbook.bytes, name: "1234.0_2301234.xlsx")
        #expect(certificate.format.hasPrefix("intertek"))
        #expect(certificate.samples.count == 6)
        #expect(certificate.columns.map(\.digestion) == [.fireAssay, .fourAcid, .fourAcid, .xrfFusion])
    }

    // MARK: MSALABS

    static func msalabs(_ rows: [[String]]) -> PrintedTable {
        PrintedTable(
            [
                ["MSALABS"], ["TEST REPORT:", "YVR2310123"], ["Project Name:", "North"],
                ["Job Received Date:", "24-Mar-2023"], ["Job Report Date:", "19-Apr-2023"],
                ["Number of Samples:", "2"],
                ["", "PWE-100", "IMS-230", "IMS-230"], ["SAMPLE", "Rec. Wt.", "Ag", "Cu"],
                ["DESCRIPTION", "kg", "ppm", "ppm"],
            ] + rows
        )
    }

    @Test("MSALABS: the titles of the sheets say what the rows are")
    func msalabsWorkbook() throws {
        let workbook = WorkbookFixture([
            Self.msalabs([["M-1", "2.1", "0.05", "12.3"], ["M-2", "1.9", "<0.01", "10.1"]]).sheet("Analytical Data"),
            Self.msalabs([["M-1", "", "0.05", "12.3"], ["M-1 DUP", "", "0.06", "12.5"]]).sheet("Lab Duplicates"),
            Self.msalabs([["STD OREAS 602", "", "118", "4940"], ["STD BLANK", "", "<0.01", "<0.2"]]).sheet(
                "Lab Standards"
            ),
        ])
        let certificate = try ShippedLaboratories.certificate(workbook.bytes, name: "YVR2310123.xlsx")
        #expect(certificate.format.hasPrefix("msalabs-workbook"))
        #expect(certificate.laboratory == "MSALABS")
        #expect(certificate.batch == "YVR2310123")
        #expect(
            certificate.samples.map(\.origin) == [
                .client, .client, .laboratoryOriginal(of: "M-1"), .laboratoryDuplicate(of: "M-1"),
                .laboratoryCRM(material: "OREAS 602"), .laboratoryBlank,
            ]
        )
        #expect(certificate.columns.map(\.method) == ["PWE-100", "IMS-230", "IMS-230"])
        #expect(certificate.columns.map(\.unit) == [.other("kg"), .ppm, .ppm])
        #expect(certificate.columns.map(\.digestion) == [.none, .fourAcid, .fourAcid])
        #expect(certificate.texts(1) == ["0.05", "<0.01", "0.05", "0.06", "118", "<0.01"])
        #expect(certificate.remarks.filter(\.needsPerson) == [])
    }
}
