import CertificateReading
import Foundation
import TestSupport
import Testing

@Suite("Workbooks that LibreOffice has saved", .enabled(if: LibreOffice.isPresent))
struct LibreOfficeTests {
    /// Title and texts of each sheet, without blanks at the ends of cells and empty cells at the ends of rows.
    private func content(_ workbook: Workbook) -> [String: [[String]]] {
        var content: [String: [[String]]] = [:]
        for sheet in workbook.sheets {
            content[sheet.title] = (0..<sheet.rowCount).map { row in
                var texts = (0..<sheet.cellCount(row: row)).map { sheet.text(row: row, column: $0) }
                while texts.last == "" { texts.removeLast() }
                return texts
            }
        }
        return content
    }

    private func compare(_ files: [String: [UInt8]]) throws {
        let saved = try LibreOffice.converted(files)
        for (name, bytes) in files {
            let before = try Workbook.read(bytes, name: name)
            let after = try Workbook.read(try #require(saved[name]), name: name)
            #expect(after.sheets.map(\.title) == before.sheets.map(\.title))
            #expect(after.hiddenSheets == before.hiddenSheets)
            let (old, new) = (content(before), content(after))
            for (title, rows) in old {
                #expect(new[title]?.count == rows.count, "\(name), \(title)")
                let differing = zip(rows, new[title] ?? []).first { $0 != $1 }
                #expect(differing == nil, "\(name), \(title)")
            }
        }
    }

    @Test("our own workbooks show the same after it")
    func ownWorkbooks() throws {
        var results = WorkbookFixture([
            .init(
                "Results",
                [
                    ["Sample", "Au", "Cu", "Zn", "Date", "Note"],
                    [
                        "A1", .number("0.5", "0.00"), .number("1234.5", "#,##0.0"), "<0.01",
                        .number("45975", "dd/mm/yyyy"),
                    ],
                    ["A2", .number("0.004", #"[<0.005]"<0.005";0.000"#), .number("2.2999999999999998"), ">10000"],
                    [],
                    ["é µ & < \"", .boolean(true), .error("#N/A"), .number("0.0152", "0.00%"), " padded "],
                    [
                        .number("45975.420138888888", "yyyy\\-mm\\-dd\\ hh:mm:ss"), .number("12345", "0.00E+00"),
                        .number("-1.5", "0.0;(0.0)"), .number("1E-9"), .number("123456789012"),
                        .number("0.333333333333"),
                    ],
                ],
                merged: ["B4:C4"]
            ),
            .init("Hidden", [["x"]], visibility: .hidden),
            .init("QC", delimited: "Sample,Au\nSTD,0.50\nBLK,<0.01\n"),
        ])
        let shared = results.bytes
        results.hasInlineStrings = true
        try compare(["shared": shared, "inline": results.bytes])
    }

    @Test("the real workbooks of laboratories show the same after it", .enabled(if: SharedFiles.arePresent))
    func realWorkbooks() throws {
        var files: [String: [UInt8]] = [:]
        for (index, path) in RealWorkbookTests.paths.enumerated() {
            files["real\(index)"] = try SharedFiles.bytes(path)
        }
        try compare(files)
    }
}
