import CertificateReading
import TestSupport
import Testing

@Suite("Limits of workbooks")
struct WorkbookLimitTests {
    private func refusal(_ fixture: WorkbookFixture, limits: ReadingLimits = .standard) -> ReadingRefusal? {
        #expect(throws: ReadingRefusal.self) { try Workbook.read(fixture, limits: limits) }
    }

    private func sheet(_ rows: String) -> WorkbookFixture {
        var fixture = WorkbookFixture([.init("A", [["a"]])])
        fixture.parts["xl/worksheets/sheet1.xml"] = """
            <worksheet xmlns="\(fixture.namespace)"><sheetData>\(rows)</sheetData></worksheet>
            """
        return fixture
    }

    @Test(
        "rows, columns and bytes of a cell: below, on, on, above",
        arguments: [(9, true), (10, true), (10, true), (11, false)]
    )
    func edges(count: Int, isRead: Bool) throws {
        let down = WorkbookFixture([.init("A", Array(repeating: ["a"], count: count))])
        let across = WorkbookFixture([.init("A", [Array(repeating: "a", count: count)])])
        let long = WorkbookFixture([.init("A", [[.text(String(repeating: "x", count: count))]])])
        var inline = long
        inline.hasInlineStrings = true
        let cases: [(WorkbookFixture, ReadingLimits, String)] = [
            (down, ReadingLimits(rows: 10), "a.xlsx, sheet 'A', row 11, column 1: the sheet has more than 10 rows"),
            (
                across, ReadingLimits(columns: 10),
                "a.xlsx, sheet 'A', row 1, column 11: this row has more than 10 cells"
            ),
            (
                inline, ReadingLimits(cellBytes: 10),
                "a.xlsx, sheet 'A', row 1, column 1: the cell is longer than 10 bytes"
            ),
            (long, ReadingLimits(cellBytes: 10), "a.xlsx: the workbook has a text of more than 10 bytes"),
        ]
        for (fixture, limits, words) in cases {
            if isRead {
                #expect(throws: Never.self) { try Workbook.read(fixture, limits: limits) }
            } else {
                let error = refusal(fixture, limits: limits)
                #expect(error?.code == .tooLarge)
                #expect(error?.message.hasPrefix(words + ". ") == true, "\(error?.message ?? "")")
            }
        }
    }

    @Test("cells of all sheets share their limit, and a row is one of them")
    func cells() throws {
        let fixture = WorkbookFixture([.init("A", [["a", "b"]]), .init("B", [[], ["c", "d"]])])
        #expect(throws: Never.self) { try Workbook.read(fixture, limits: ReadingLimits(cells: 7)) }
        let error = refusal(fixture, limits: ReadingLimits(cells: 6))
        #expect(error?.message.hasPrefix("a.xlsx, sheet 'B', row 2, column 2: the sheet has more than 6 cells") == true)
    }

    @Test("one cell at the far end is refused, not paid for; empty cells there are nothing")
    func farAway() throws {
        let far = sheet(#"<row r="1048576"><c r="XFD1048576" t="str"><v>x</v></c></row>"#)
        #expect(
            refusal(far)?.message
                == "a.xlsx, sheet 'A', row 1048576, column 16384: the sheet has more than 200000 rows. "
                + "Split the file, or raise the limit of rows."
        )
        let wide = sheet(#"<row r="1"><c r="XFD1" t="str"><v>x</v></c></row>"#)
        #expect(refusal(wide)?.place == .init(member: "a.xlsx", sheet: "A", line: 1, column: 16384))
        let empty = sheet(#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"/></row>"#)
        #expect(try Workbook.read(empty).sheets.first?.texts == [["1"]])
    }

    @Test("rows and columns without end are refused as soon as they pass the limit")
    func endless() {
        let rows = String(repeating: "<row><c><v>1</v></c></row>", count: 210_000)
        #expect(refusal(sheet(rows))?.place.line == 200_001)
        let columns = "<row>" + String(repeating: "<c><v>1</v></c>", count: 100_000) + "</row>"
        #expect(refusal(sheet(columns))?.place.column == 2001)
    }

    @Test("a cell of megabytes is refused before it is kept", arguments: ["v", "is"])
    func longCell(kind: String) {
        let type = kind == "v" ? "str" : "inlineStr"
        let (open, close) = kind == "v" ? ("<v>", "</v>") : ("<is><t>", "</t></is>")
        var entries = WorkbookFixture([.init("A", [["a"]])]).entries.filter { $0.path != "xl/worksheets/sheet1.xml" }
        let namespace = WorkbookFixture([]).namespace
        let text = "<worksheet xmlns=\"\(namespace)\"><sheetData><row><c t=\"\(type)\">\(open)"
        let content = Array(text.utf8) + [UInt8](repeating: 0x78, count: 4 << 20) + Array((close + "</c>").utf8)
        var entry = ZipFixture.Entry("xl/worksheets/sheet1.xml", content)
        entry.checksum = 0
        entries.append(entry)
        let error = #expect(throws: ReadingRefusal.self) { try Workbook.read(ZipFixture.zip(entries), name: "a.xlsx") }
        #expect(
            error?.message.hasPrefix("a.xlsx, sheet 'A', row 1, column 1: the cell is longer than 32768 bytes") == true
        )
    }

    @Test("a part that inflates without end is stopped")
    func bomb() {
        var entries = WorkbookFixture([.init("A", [["a"]])]).entries.filter { $0.path != "xl/worksheets/sheet1.xml" }
        var entry = ZipFixture.Entry("xl/worksheets/sheet1.xml", DeflateFixture.zeros(atLeast: 300 << 20))
        entry.deflatedLength = 100
        entries.append(entry)
        let error = #expect(throws: ReadingRefusal.self) { try Workbook.read(ZipFixture.zip(entries), name: "a.xlsx") }
        #expect(error?.code == .corruptWorkbook)
        let small = WorkbookFixture([.init("A", [[.text(String(repeating: "x", count: 5000))]])])
        let limits = ReadingLimits(inflatedBytes: 4000)
        #expect(
            refusal(small, limits: limits)?.message.hasPrefix("a.xlsx: the file inflates to more than 4000") == true
        )
    }

    @Test("elements in elements, and a tag without end, are refused")
    func nesting() {
        let deep = sheet(String(repeating: "<x>", count: 300))
        #expect(refusal(deep)?.what.hasSuffix("has more than 256 elements in each other") == true)
        let deepest = sheet(String(repeating: "<x>", count: 254) + String(repeating: "</x>", count: 254))
        #expect(throws: Never.self) { try Workbook.read(deepest) }
        let tag = sheet("<row r=\"" + String(repeating: "1", count: 1_200_000) + "\"/>")
        #expect(refusal(tag)?.what.hasSuffix("has a tag of more than 1048576 bytes") == true)
    }

    @Test("tables of styles, number formats and merged cells have limits")
    func tables() {
        func styles(_ content: String) -> ReadingRefusal? {
            var fixture = WorkbookFixture([.init("A", [["a"]])])
            fixture.parts["xl/styles.xml"] = "<styleSheet xmlns=\"\(fixture.namespace)\">\(content)</styleSheet>"
            return refusal(fixture)
        }
        let many = "<cellXfs>" + String(repeating: "<xf/>", count: 100_001) + "</cellXfs>"
        #expect(styles(many)?.what == "the workbook has more than 100000 styles")
        let long = "<numFmts><numFmt numFmtId=\"170\" formatCode=\"\(String(repeating: "0", count: 4097))\"/></numFmts>"
        #expect(styles(long)?.what == "the workbook has a number format of more than 4096 bytes")
        var merged = sheet("")
        merged.parts["xl/worksheets/sheet1.xml"] =
            "<worksheet xmlns=\"\(merged.namespace)\"><mergeCells>"
            + String(repeating: "<mergeCell ref=\"A1:B2\"/>", count: 50_001) + "</mergeCells></worksheet>"
        #expect(
            refusal(merged)?.message
                == "a.xlsx, sheet 'A': the sheet has more than 50000 merged cells. Undo the merging, "
                + "or save the sheet as CSV."
        )
    }

    @Test("a number format of four thousand places is read in no time")
    func longFormat() throws {
        for piece in ["0", "[", "\"", "#,", "E+0", ";", "\\", "m", "[h]", "?/?", "@", "General"] {
            let format = String(repeating: piece, count: 4096 / piece.utf8.count)
            #expect(throws: Never.self) { try Workbook.showing(.number("1E+300", format)) }
            #expect(throws: Never.self) { try Workbook.showing(.formattedText("a", format)) }
        }
    }

    @Test("the limit of members holds for sheets and parts")
    func members() {
        let fixture = WorkbookFixture((0..<20).map { .init("\($0)", [["a"]]) })
        #expect(refusal(fixture, limits: ReadingLimits(members: 20))?.code == .tooManyMembers)
        #expect(throws: Never.self) { try Workbook.read(fixture, limits: ReadingLimits(members: 26)) }
    }
}
