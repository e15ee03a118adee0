import CertificateReading
import TestSupport

/// Workbooks, by their parts or by the bytes of the file, see ``PackedWorkbook``.
struct WorkbookTarget: FuzzTarget {
    let name = "workbook"
    let longestInput = 16 << 10
    let words = [
        "<row", "<c", "<v>", "</v>", "<is>", "<t>", "<f>", "<si>", "<r>", "<mergeCell ref=\"A1:B2\"/>", "<sheetData>",
        "<dimension ref=\"A1:XFD1048576\"/>", " r=\"XFD1048576\"", " t=\"s\"", " t=\"inlineStr\"", " t=\"str\"",
        " t=\"e\"", " t=\"d\"", " t=\"b\"", " s=\"1\"", " state=\"hidden\"", " date1904=\"1\"",
        " xml:space=\"preserve\"",
        "formatCode=\"", "0.00", "#,##0", "0.00E+00", "yyyy-mm-dd", "[>=100]", "[Red]", "[$-409]", "@", "General",
        "_x000D_", "&lt;", "&#0;", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "<![CDATA[", "<!--", "encoding=\"UTF-16\"",
        "xl/worksheets/sheet1.xml", "Target=\"../", "1e400", "-0", "59", "60", "2958466", "\u{1}",
    ]

    var seeds: [[UInt8]] {
        var rich = WorkbookFixture([
            .init(
                "Data",
                [
                    ["Sample", "Au", "", "Cu"], ["", "ppm", "ppb", "%"],
                    ["A1", .number("0.5", "0.00"), .number("1234.5", "#,##0.0"), .formula("A1*2", result: "2.5")],
                    [.number("45000.25", "yyyy-mm-dd hh:mm"), .isoDate("2025-01-31"), .boolean(true), .styled("0.0")],
                    [.number("0.000123", "0.00E+00"), .number("0.123", "0.0%"), .number("1.25", "# ?/?"), "<0.01"],
                ],
                merged: ["B1:C1"],
                dimension: "A1:D5"
            ),
            .init("Hidden", [["x"]], visibility: .hidden),
        ])
        let shared = PackedWorkbook.parts(of: rich)
        rich.hasInlineStrings = true
        rich.countsFrom1904 = true
        let small = WorkbookFixture([.init("S", [["a", .number("1", "0.0")]])])
        return [shared, PackedWorkbook.parts(of: rich), PackedWorkbook.parts(of: small), small.bytes]
            + FuzzCertificates.workbooks.map(PackedWorkbook.parts)
    }

    func reads(_ input: [UInt8]) -> Bool { (try? read(PackedWorkbook.file(of: input))) != nil }

    private func read(_ content: [UInt8]) throws(ReadingRefusal) -> Workbook {
        try Workbook.read(content, name: "fuzz.xlsx", limits: .fuzzing)
    }

    func check(_ input: [UInt8]) throws(BrokenPromise) {
        let content = PackedWorkbook.file(of: input)
        let workbook: Workbook
        do throws(ReadingRefusal) {
            workbook = try read(content)
        } catch {
            try expect(!error.what.isEmpty && !error.advice.isEmpty, "a refusal without words")
            try expect(error.message.utf8.count <= 16 << 10, "a refusal of \(error.message.utf8.count) bytes")
            return
        }
        try expect((try? read(content)) == workbook, "two readings of one workbook differ")
        for sheet in workbook.sheets {
            try SheetPromises.check(sheet)
            try expect(sheet.isInWorkbook && sheet.rowCount > 0, "a sheet of nothing")
        }
    }
}
