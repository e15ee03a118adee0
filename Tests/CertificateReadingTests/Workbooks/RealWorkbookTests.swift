import TestSupport
import Testing

@testable import CertificateReading

/// The workbooks of a laboratory and of an issuer of reference materials, against what another reader found in them:
/// a walk through their XML by Python's ElementTree.
@Suite("Real workbooks", .enabled(if: SharedFiles.arePresent))
struct RealWorkbookTests {
    private static let packs = "real/oreas-datapacks/"
    static let paths = [
        "real/actlabs/A25-15567Final.xlsx", "real/actlabs/A25-15568-Final2.xlsx",
        packs + "OREAS 24b DataPack-2.1.180830_085149.xlsx", packs + "OREAS 45e Datapack.xlsx",
        packs + "OREAS 464 Datapack.xlsx", packs + "OREAS 620 Datapack.xlsx",
    ]

    private func read(_ path: String) throws -> Workbook {
        try Workbook.read(try SharedFiles.bytes(path), name: path)
    }

    private func filledCells(_ sheet: Sheet) -> Int {
        (0..<sheet.rowCount).reduce(0) { count, row in
            count + (0..<sheet.cellCount(row: row)).count { !sheet.text(row: row, column: $0).isEmpty }
        }
    }

    @Test("A25-15567: its rows, its headings, and a certified value of 2.3 stored with seventeen digits")
    func results() throws {
        let workbook = try read(Self.paths[0])
        #expect(workbook.sheets.map(\.title) == ["QC"])
        let sheet = try #require(workbook.sheets.first)
        #expect(sheet.rowCount == 15)
        #expect(filledCells(sheet) == 582)
        #expect(sheet.cellCount(row: 2) == 64)
        #expect(sheet.text(row: 0, column: 0) == "Report Number: A25-15567")
        #expect(
            (2..<6).map { sheet.text(row: $0, column: 0) }
                == ["Analyte Symbol", "Unit Symbol", "Detection Limit", "Analysis Method"]
        )
        #expect((0..<5).map { sheet.text(row: 2, column: $0) } == ["Analyte Symbol", "Ag", "Al", "As", "Au"])
        #expect(sheet.text(row: 11, column: 0) == "CDV-1 Cert")
        #expect(sheet.text(row: 11, column: 4) == "2.3")
        #expect(sheet.storedText(row: 11, column: 4) == "2.2999999999999998")
        #expect(sheet.text(row: 14, column: 1) == "< 3")
        #expect(sheet.storedText(row: 14, column: 1) == nil)
        let stored = (0..<15).flatMap { row in (0..<64).compactMap { sheet.storedText(row: row, column: $0) } }
        #expect(
            stored == ["17.600000000000001", "2.2999999999999998", "2.2999999999999998", "4.5999999999999996"]
        )
    }

    @Test("A25-15568-Final2 holds one analyte")
    func additions() throws {
        let sheet = try #require(try read(Self.paths[1]).sheets.first)
        #expect(filledCells(sheet) == 26)
        #expect(sheet.texts[2] == ["Analyte Symbol", "Au"])
        #expect(sheet.texts[6] == ["OREAS L14 Meas", "3140"])
    }

    @Test("the cells of four DataPacks, counted by another reader")
    func cells() throws {
        let expected: [[(String, cells: Int, rows: Int)]] = [
            [
                ("Abbreviations", 60, 34), ("Laboratory List", 17, 16), ("Certified Values", 949, 143),
                ("Indicative Values", 255, 36), ("Performance Gates", 1619, 143), ("Fire Assay", 429, 53),
                ("Fusion XRF", 2500, 359), ("Thermograv", 184, 17), ("Fusion ICP", 10497, 1115), ("4-Acid", 8235, 1079),
                ("AR Digest 0.15-50g", 7947, 1169), ("IRC", 338, 35),
            ],
            [
                ("Abbreviations", 61, 35), ("Certified Values", 1033, 155), ("Indicative Values", 233, 32),
                ("4-Acid", 13942, 1053), ("Aqua Regia", 11248, 1104), ("Fire Assay", 1009, 64),
                ("Fusion ICP", 10479, 1053), ("IRC", 484, 33), ("Fusion XRF", 3454, 390), ("Thermograv", 270, 16),
            ],
            [
                ("Abbreviations", 44, 27), ("Laboratory List", 30, 30), ("Certified Values", 820, 122),
                ("Indicative Values", 164, 24), ("Performance Gates", 1400, 122), ("Fusion XRF", 3393, 737),
                ("Thermograv", 188, 35), ("Fusion ICP", 11204, 1115), ("4-Acid", 12912, 1079),
            ],
            [
                ("Abbreviations", 60, 35), ("Laboratory List", 32, 32), ("Certified Values", 1032, 154),
                ("Indicative Values", 190, 29), ("Performance Gates", 1762, 154), ("Fire Assay", 536, 67),
                ("IRC", 398, 35), ("Fusion ICP", 9088, 1097), ("4-Acid", 15367, 1115), ("3-Acid", 1365, 179),
                ("Aqua Regia", 16169, 1183),
            ],
        ]
        for (path, sheets) in zip(Self.paths.dropFirst(2), expected) {
            let workbook = try read(path)
            #expect(workbook.sheets.map(\.title) == sheets.map(\.0))
            for (sheet, (title, cells, rows)) in zip(workbook.sheets, sheets) {
                #expect(filledCells(sheet) == cells, "\(path), \(title)")
                #expect(sheet.rowCount == rows, "\(path), \(title)")
            }
            #expect(workbook.hiddenSheets == (path.contains("45e") ? ["Performance Gates"] : []))
        }
    }

    @Test("certified values are shown with the digits of their cells, headings across the merged ones")
    func shown() throws {
        let sheets = try read(Self.paths[5]).sheets
        let certified = try #require(sheets.first { $0.title == "Certified Values" })
        #expect(
            certified.texts[4] == ["", "Au, Gold (ppm)", "0.685", "0.021", "0.676", "0.693", "0.673", "0.697"]
        )
        #expect(certified.storedText(row: 4, column: 2) == "0.68460070326086941")
        #expect(certified.texts[8].dropFirst(2) == ["40.0", "3.10", "36.8", "43.3", "IND", "IND"])
        #expect(certified.spannedText(row: 2, column: 1) == "Constituent")
        #expect(certified.spannedText(row: 1, column: 5) == "95% Confidence Limits")
        #expect(certified.text(row: 1, column: 5) == "")
        let fireAssay = try #require(sheets.first { $0.title == "Fire Assay" })
        #expect(fireAssay.texts[4].prefix(5) == ["", "", "", "1.0g", "30g"])
        let gates = try #require(try read(Self.paths[4]).sheets.first { $0.title == "Performance Gates" })
        #expect(gates.text(row: 4, column: 8) == "1.44%")
        #expect(gates.storedText(row: 4, column: 8) == "1.4357940854608883E-2")
    }
}
