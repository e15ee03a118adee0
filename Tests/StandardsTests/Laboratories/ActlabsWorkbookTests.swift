import CertificateReading
import Geochemistry
import TestSupport
import Testing

@Suite("Actlabs, workbooks")
struct ActlabsWorkbookTests {
    /// The 8-REE package: oxides in %, rare earths in ppm, two techniques of one fusion.
    private static let columns: [(analyte: String, unit: String, limit: String, method: String)] = [
        ("SiO2", "%", "0.01", "FUS-ICP"), ("Fe2O3(T)", "%", "0.01", "FUS-ICP"), ("LOI", "%", "", "GRAV"),
        ("Total", "%", "0.01", "FUS-ICP"), ("Sc", "ppm", "1", "FUS-ICP"), ("Y", "ppm", "1", "FUS-MS"),
        ("Ce", "ppm", "0.1", "FUS-MS"), ("Nb", "ppm", "1", "FUS-MS"),
    ]

    static let results = ActlabsReport(
        reportNumber: "A26-00417",
        columns: columns,
        rows: [
            ("BL-001", ["43.50", "12.35", "8.10", "99.40", "25", "310", "> 3000", "< 1"]),
            ("BL-002", ["45.10", "11.90", "7.95", "100.2", "31", "295", "1210", "520"]),
        ]
    )

    static let quality: ActlabsReport = {
        var quality = results
        quality.rows = [
            ("OREAS 464 Meas", ["", "", "", "", "", "512", "> 3000", ""]),
            ("OREAS 464 Cert", ["", "", "", "", "", "506", "10600", ""]),
            ("BL-002 Orig", ["45.00", "11.85", "", "", "31", "294", "1205", "519"]),
            ("BL-002 Dup", ["45.20", "11.95", "", "", "31", "296", "1215", "521"]),
            ("Method Blank", ["< 0.01", "0.01", "", "", "< 1", "< 1", "< 0.1", "< 1"]),
            ("Method Blank", ["", "", "", "", "", "< 1", "< 0.1", "< 1"]),
        ]
        return quality
    }()

    @Test(
        "Results and quality control on two sheets are one certificate",
        arguments: ["Results", "A26-00417", "Sheet1"]
    )
    func twoSheets(title: String) throws {
        let bytes = Self.results.workbook(results: title, quality: Self.quality).bytes
        // Content decides, not the name.
        let certificate = try ShippedLaboratories.certificate(bytes, name: "A26-00417.csv")
        #expect(certificate.batch == "A26-00417")
        #expect(certificate.reported == CalendarDate(year: 2025, month: 11, day: 14))
        #expect(certificate.columns.map(\.analyteText) == Self.columns.map(\.analyte))
        #expect(certificate.columns.map(\.method) == Self.columns.map(\.method))
        #expect(certificate.columns.map(\.unit) == [.percent, .percent, .percent, .percent, .ppm, .ppm, .ppm, .ppm])
        #expect(
            certificate.columns.map(\.detectionLimit?.description) == [
                "0.01", "0.01", nil, "0.01", "1", "1", "0.1", "1",
            ]
        )
        #expect(
            certificate.columns.map(\.digestion) == [
                .borateFusion, .borateFusion, .lossOnIgnition, .borateFusion, .borateFusion, .borateFusion,
                .borateFusion,
                .borateFusion,
            ]
        )
        #expect(certificate.columns[1].analyte == Analyte("Fe2O3"))
        #expect(
            certificate.samples.map(\.origin) == [
                .client, .client, .laboratoryCRM(material: "OREAS 464"), .laboratoryCertified(material: "OREAS 464"),
                .laboratoryOriginal(of: "BL-002"), .laboratoryDuplicate(of: "BL-002"), .laboratoryBlank,
                .laboratoryBlank,
            ]
        )
        for index in certificate.columns.indices {
            #expect(certificate.texts(index) == (Self.results.rows + Self.quality.rows).map { $0.results[index] })
        }
        #expect(certificate.samples.map(\.sheet) == [title, title] + Array(repeating: "QC", count: 6))
        #expect(certificate.samples.map(\.sheetRow) == [7, 8] + Array(7...12))
        #expect(certificate.remarks == [])
    }

    @Test("Quality control may have columns of its own, and fewer")
    func otherColumns() throws {
        var quality = Self.quality
        quality.columns = [Self.columns[5], ("Eu", "ppm", "0.05", "FUS-MS")]
        quality.rows = [("OREAS 464 Meas", ["512", "50.1"])]
        let certificate = try ShippedLaboratories.certificate(Self.results.workbook(quality: quality).bytes)
        #expect(certificate.columns.map(\.analyteText) == Self.columns.map(\.analyte) + ["Eu"])
        #expect(certificate.texts(5) == ["310", "295", "512"])
        #expect(certificate.texts(8) == ["", "", "50.1"])
        #expect(certificate.texts(6) == ["> 3000", "1210", ""])
    }

    @Test("A real workbook is read to the last cell", .enabled(if: SharedFiles.arePresent))
    func realQuality() throws {
        let bytes = try SharedFiles.bytes("real/actlabs/A25-15567Final.xlsx")
        let certificate = try ShippedLaboratories.certificate(bytes, name: "A25-15567Final.xlsx")
        #expect(certificate.batch == "A25-15567")
        #expect(certificate.reported == CalendarDate(year: 2025, month: 11, day: 14))
        #expect(certificate.format.hasPrefix("actlabs"))
        // Counted in the file's XML: 63 columns, 9 rows, 315 filled cells.
        #expect(certificate.columns.count == 63)
        #expect(certificate.columns.allSatisfy { $0.method == "AR-MS" && $0.digestion == .aquaRegia })
        #expect(
            certificate.columns.filter { $0.unit == .ppm }.map(\.analyteText) == [
                "Al", "B", "Ca", "Fe", "K", "Mg", "Na", "P",
            ]
        )
        #expect(certificate.columns.count { $0.unit == .ppb } == 55)
        let limits = """
            3 4 10 0.2 1 100 30 2 25 6 15 4 100 0.2 50 0.5 0.4 0.2 3 4 0.4 3 0.4 2 0.2 0.2 10 10 10 0.5 2 100 10 5 2 5 50 \
            4 50 0.2 1 0.2 10 0.2 10 100 1 50 40 0.2 0.2 8 2 150 1 0.1 1 10 25 2 0.4 400 20
            """
        #expect(
            certificate.columns.compactMap(\.detectionLimit?.description)
                == limits.split(separator: " ").map(String.init)
        )
        #expect(
            certificate.samples.map(\.origin) == [
                .laboratoryCRM(material: "CLV-1"), .laboratoryCertified(material: "CLV-1"),
                .laboratoryCRM(material: "CLV-2"), .laboratoryCertified(material: "CLV-2"),
                .laboratoryCRM(material: "CDV-1"), .laboratoryCertified(material: "CDV-1"),
                .laboratoryOriginal(of: "PF25TR04"), .laboratoryDuplicate(of: "PF25TR04"), .laboratoryBlank,
            ]
        )
        let filled = certificate.samples.indices.map { row in
            certificate.columns.filter { !$0.texts[row].isEmpty }.count
        }
        #expect(filled == [17, 17, 3, 3, 43, 43, 63, 63, 63])
        // Both cells of a pair are filled, or none.
        for first in [0, 2, 4, 6] {
            #expect(certificate.columns.allSatisfy { $0.texts[first].isEmpty == $0.texts[first + 1].isEmpty })
        }
        #expect(certificate.samples.map(\.sheetRow) == Array(7...15))

        // Every cell, as a reading of the bare table has it.
        let sheet = try #require(try Workbook.read(bytes, name: "a").sheets.first)
        for (column, result) in certificate.columns.enumerated() {
            for row in certificate.samples.indices {
                #expect(result.texts[row] == sheet.text(row: row + 6, column: column + 1))
            }
        }
        let gold = try #require(certificate.columns.first { $0.analyteText == "Au" })
        #expect(gold.texts[5] == "2.3")
        #expect(gold.storedTexts[5] == "2.2999999999999998")
        #expect(certificate.remarks == [])
    }

    @Test("A real later issue holds what it adds to its work order", .enabled(if: SharedFiles.arePresent))
    func realReissue() throws {
        let bytes = try SharedFiles.bytes("real/actlabs/A25-15568-Final2.xlsx")
        let certificate = try ShippedLaboratories.certificate(bytes, name: "A25-15568-Final2.xlsx")
        #expect(certificate.batch == "A25-15568")
        #expect(certificate.reported == CalendarDate(year: 2025, month: 12, day: 15))
        #expect(certificate.columns.map(\.method) == ["FA-ICP"])
        #expect(certificate.columns.map(\.digestion) == [.fireAssay])
        #expect(certificate.columns.map(\.detectionLimit) == [2])
        #expect(certificate.texts(0) == ["3140", "3240", "665", "615", "< 2", "< 2", "< 2", "< 2"])
        #expect(
            certificate.samples.map(\.origin) == [
                .laboratoryCRM(material: "OREAS L14"), .laboratoryCertified(material: "OREAS L14"),
                .laboratoryCRM(material: "OREAS L12"), .laboratoryCertified(material: "OREAS L12"),
                .laboratoryOriginal(of: "PF25SS07"), .laboratoryDuplicate(of: "PF25SS07"), .laboratoryBlank,
                .laboratoryBlank,
            ]
        )
    }
}
