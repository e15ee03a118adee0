import CertificateReading
import TestSupport
import Testing

@Suite("Workbooks")
struct WorkbookTests {
    private typealias Cell = WorkbookFixture.Cell

    @Test("texts and numbers of a sheet, shared or inline", arguments: [false, true])
    func plain(isInline: Bool) throws {
        var fixture = WorkbookFixture([
            .init("Results", [["Sample", "Au"], ["A1", .number("0.5", "0.00")], ["A2", "<0.01"]])
        ])
        fixture.hasInlineStrings = isInline
        let workbook = try Workbook.read(fixture)
        let sheet = try #require(workbook.sheets.first)
        #expect(workbook.sheets.count == 1)
        #expect(sheet.name == "a.xlsx")
        #expect(sheet.title == "Results")
        #expect(sheet.isInWorkbook)
        #expect(sheet.texts == [["Sample", "Au"], ["A1", "0.50"], ["A2", "<0.01"]])
        #expect(sheet.storedText(row: 1, column: 1) == "0.5")
        #expect(sheet.storedText(row: 2, column: 1) == nil)
        #expect(sheet.line(row: 2) == 3)
    }

    @Test("a number shows fifteen digits and stores seventeen")
    func digits() throws {
        let (shown, stored) = try Workbook.showing(.number("2.2999999999999998"))
        #expect(shown == "2.3")
        #expect(stored == "2.2999999999999998")
    }

    @Test("a sheet made of delimited text shows what the text prints")
    func delimited() throws {
        let text = "Sample,Au,Date\nA1,0.50,-1.5\n007,<0.01,\n"
        let sheet = try #require(try Workbook.read(WorkbookFixture([.init("R", delimited: text)])).sheets.first)
        #expect(sheet.texts == [["Sample", "Au", "Date"], ["A1", "0.50", "-1.5"], ["007", "<0.01"]])
    }

    @Test("the tabs stand in their order; empty sheets are left out, hidden ones are named and not read")
    func tabs() throws {
        let fixture = WorkbookFixture([
            .init("Results", [["a"]]),
            .init("Notes", [["b"]], visibility: .hidden),
            .init("Empty", []),
            .init("Macros", [["c"]], visibility: .veryHidden),
            .init("QC & more", [["d"]]),
        ])
        let workbook = try Workbook.read(fixture)
        #expect(workbook.sheets.map(\.title) == ["Results", "QC & more"])
        #expect(workbook.hiddenSheets == ["Notes", "Macros"])
        var shuffled = fixture.entries
        shuffled.reverse()
        #expect(try Workbook.read(ZipFixture.zip(shuffled), name: "a.xlsx") == workbook)
    }

    @Test("a row that is left out is an empty record, so that lines are rows of the sheet")
    func gaps() throws {
        let rows: [[Cell]] = [[], ["a"], [], [.empty, .empty, "b"]]
        let sheet = try #require(try Workbook.read(WorkbookFixture([.init("A", rows)])).sheets.first)
        #expect(sheet.texts == [[], ["a"], [], ["", "", "b"]])
        #expect(sheet.line(row: 3) == 4)
    }

    @Test("rows and cells that do not say where they stand follow each other")
    func withoutReferences() throws {
        var tab = WorkbookFixture.Sheet("A", [["a", .empty, "b"], [], ["c"]])
        tab.hasReferences = false
        let sheet = try #require(try Workbook.read(WorkbookFixture([tab])).sheets.first)
        #expect(sheet.texts == [["a", "", "b"], [], ["c"]])
    }

    @Test("what a sheet declares of its size is not believed", arguments: ["A1", "A1:XFD1048576", "rubbish"])
    func dimension(declared: String) throws {
        let tab = WorkbookFixture.Sheet("A", [["a", "b"], ["c"]], dimension: declared)
        let sheet = try #require(try Workbook.read(WorkbookFixture([tab])).sheets.first)
        #expect(sheet.texts == [["a", "b"], ["c"]])
    }

    @Test("two thousand empty rows and styled columns behind the results vanish, and so do blanks")
    func emptyRows() throws {
        let styled = [Cell](repeating: .styled("0.00"), count: 10)
        let rows: [[Cell]] = [["a", "b"] + styled] + Array(repeating: styled, count: 2000) + [["  ", "\u{A0}"]]
        let sheet = try #require(try Workbook.read(WorkbookFixture([.init("A", rows)])).sheets.first)
        #expect(sheet.texts == [["a", "b"]])
    }

    @Test("cells of every kind")
    func kinds() throws {
        let cells: [(Cell, String)] = [
            (.boolean(true), "TRUE"), (.boolean(false), "FALSE"), (.error("#VALUE!"), "#VALUE!"),
            (.formula("A1&B1", result: "<0.01", type: "str"), "<0.01"), (.formula("1+1", result: "2"), "2"),
            (.formula("1=1", result: "1", type: "b"), "TRUE"),
            (.formula("1/0", result: "#DIV/0!", type: "e"), "#DIV/0!"),
            (.formula("#N/A", result: "0"), "#N/A"), (.formula("#N/A+1", result: "0"), "0"),
            (.isoDate("2025-11-14T10:05:00"), "2025-11-14 10:05:00"), (.isoDate("2025-11-14"), "2025-11-14"),
            (.isoDate("2025-11-14T00:00:00Z"), "2025-11-14"), (.number("NaN"), "NaN"), (.number(" 1.50 "), "1.5"),
            (.text("a\nb"), "a\nb"), (.text("a_x000D_b"), "a\rb"), (.text("_x005F_x000D_"), "_x000D_"),
            (.text("_xD83D__xDE00_"), "😀"), (.text("_xD83D_"), "_xD83D_"), (.text("_x0000_"), "_x0000_"),
            (.text(" padded "), " padded "), (.formattedText("0.5", "@"), "0.5"),
        ]
        for (cell, shown) in cells {
            #expect(try Workbook.showing(cell).shown == shown, "\(cell)")
        }
    }

    @Test("the runs of a rich text are one text, and how to pronounce it is left out")
    func richText() throws {
        var fixture = WorkbookFixture([.init("A", [[.raw("<c r=\"A1\" t=\"s\"><v>0</v></c>")]])])
        fixture.parts["xl/sharedStrings.xml"] = """
            <sst xmlns="\(fixture.namespace)"><si><r><rPr><b/></rPr><t>Au</t></r><r><t xml:space="preserve"> ppm</t></r>\
            <rPh sb="0" eb="1"><t>gold</t></rPh><phoneticPr fontId="1"/></si></sst>
            """
        #expect(try Workbook.read(fixture).sheets.first?.texts == [["Au ppm"]])
    }

    @Test("a text that many cells show is kept once")
    func sharedOnce() throws {
        let long = String(repeating: "x", count: 30_000)
        let rows = [[Cell]](repeating: [.text(long)], count: 100)
        let sheet = try #require(try Workbook.read(WorkbookFixture([.init("A", rows)])).sheets.first)
        #expect(sheet.rowCount == 100)
        #expect(sheet.rawText(row: 99, column: 0) == long)
        #expect(sheet.bytes.count == long.utf8.count)
    }

    @Test("a formula without its result is refused")
    func uncalculated() throws {
        let fixture = WorkbookFixture([.init("QC", [["a", .raw("<c r=\"B1\"><f>1+1</f></c>")]])])
        let error = #expect(throws: ReadingRefusal.self) { try Workbook.read(fixture) }
        #expect(error?.code == .uncalculatedFormula)
        #expect(
            error?.message == "a.xlsx, sheet 'QC', row 1, column 2: the cell holds a formula without a result; the "
                + "program that wrote the workbook did not calculate it. Open it in Excel or LibreOffice, let it "
                + "calculate, save it and deliver that."
        )
        let empty = WorkbookFixture([.init("QC", [["a", .formula("\"\"", result: "", type: "str")]])])
        #expect(try Workbook.read(empty).sheets.first?.texts == [["a"]])
    }
}
