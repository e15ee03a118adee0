import CertificateReading
import TestSupport
import Testing

@Suite("Sheets of delimited text")
struct DelimitedSheetTests {
    private func sheet(_ text: String, delimiter: Character? = ",", limits: ReadingLimits = .standard) throws -> Sheet {
        try Sheet.read(delimited: Array(text.utf8), delimiter: delimiter?.asciiValue, name: "a.csv", limits: limits)
    }

    private func cells(_ sheet: Sheet) -> [[String]] {
        (0..<sheet.rowCount).map { row in
            (0..<sheet.cellCount(row: row)).map { sheet.rawText(row: row, column: $0) }
        }
    }

    @Test("lines may end in CR LF, LF or CR, with or without one at the end", arguments: ["\r\n", "\n", "\r"])
    func lineEnds(end: String) throws {
        for last in ["", end] {
            let sheet = try sheet("a,b" + end + end + "c," + last)
            #expect(cells(sheet) == [["a", "b"], [""], ["c", ""]])
            #expect((0..<3).map(sheet.line) == [1, 2, 3])
        }
    }

    @Test("records need not have equal counts of cells")
    func ragged() throws {
        #expect(try cells(sheet("a\nb,c,d\ne,f")) == [["a"], ["b", "c", "d"], ["e", "f"]])
    }

    @Test("an empty text has no records")
    func empty() throws {
        let sheet = try sheet("")
        #expect(sheet.rowCount == 0)
        #expect(sheet.isBlank(row: 0))
        #expect(sheet.line(row: 0) == 0)
    }

    @Test("a cell beyond its row or sheet is empty")
    func outOfRange() throws {
        let sheet = try sheet("a,b")
        for (row, column) in [(0, 2), (1, 0), (-1, 0), (0, -1), (Int.max, Int.max), (Int.min, 0)] {
            #expect(sheet.text(row: row, column: column) == "")
            #expect(sheet.withCell(row: row, column: column) { $0.count } == 0)
            #expect(sheet.range(row: row, column: column).isEmpty)
        }
        #expect(sheet.cellCount(row: 1) == 0)
    }

    @Test("text falls short of its blanks, raw text does not")
    func blanks() throws {
        let sheet = try sheet("\u{A0} 0,06 \t\u{A0};b", delimiter: ";")
        #expect(sheet.text(row: 0, column: 0) == "0,06")
        #expect(sheet.rawText(row: 0, column: 0) == "\u{A0} 0,06 \t\u{A0}")
        #expect(sheet.withCell(row: 0, column: 1) { $0.count == 1 && $0[0] == UInt8(ascii: "b") })
        #expect(Array(sheet.bytes[sheet.range(row: 0, column: 1)]) == [UInt8(ascii: "b")])
    }

    @Test("rows of delimiters and blanks are kept and known as blank")
    func blankRows() throws {
        let sheet = try sheet("a;b\n;;\n ;\u{A0}\n;\n\n", delimiter: ";")
        #expect(sheet.rowCount == 5)
        #expect((0..<5).map { sheet.isBlank(row: $0) } == [false, true, true, true, true])
    }

    @Test("a sheet without quotes shares the bytes that it was read from")
    func shares() throws {
        let bytes = Array("a,b\n".utf8)
        #expect(try Sheet.read(delimited: bytes, delimiter: nil, name: "", limits: .standard).bytes == bytes)
    }

    @Test("a member is decoded, and refusals name it")
    func member() throws {
        let sheet = try Sheet.read(Member(name: "b.csv", bytes: [0xEF, 0xBB, 0xBF] + Array("a;b".utf8)))
        #expect(sheet.name == "b.csv")
        #expect(cells(sheet) == [["a", "b"]])
        let binary = #expect(throws: ReadingRefusal.self) {
            try Sheet.read(Member(name: "b.csv", bytes: [1, 2, 3, 4]))
        }
        #expect(binary?.place.member == "b.csv")
    }

    // MARK: - Quotes

    @Test("a quoted cell may hold delimiters, doubled quotes and line breaks")
    func quoted() throws {
        let sheet = try sheet("\"a,\"\"b\"\"\r\nc\",\"\" ,d\r\ne")
        #expect(cells(sheet) == [["a,\"b\"\r\nc", "", "d"], ["e"]])
        #expect((0..<2).map(sheet.line) == [1, 3])
        #expect(sheet.text(row: 0, column: 0) == "a,\"b\"\r\nc")
    }

    @Test("lines are counted through quoted CR, LF and CR LF")
    func quotedLines() throws {
        #expect(try sheet("\"a\rb\nc\r\nd\"\nx").line(row: 1) == 5)
    }

    @Test("a quote mark inside a cell is an inch mark")
    func inchMarks() throws {
        #expect(
            try cells(sheet("3\" rods,HQ 2.5\",b\nx: 3\",y")) == [["3\" rods", "HQ 2.5\"", "b"], ["x: 3\"", "y"]]
        )
    }

    @Test("an open quote is refused with the place where it opened")
    func unclosed() {
        let error = #expect(throws: ReadingRefusal.self) { try sheet("a,b\nc,\"d\ne,f\n") }
        #expect(error?.code == .unclosedQuote)
        #expect(
            error?.message == "a.csv, line 2, column 2: the quote mark that opens a cell here is never closed, so "
                + "cells and rows after it run together. Close it or remove it, or ask the laboratory to export the "
                + "file again."
        )
    }

    @Test("a quote that closes in the wrong place is refused, for it swallows rows")
    func textAfterQuote() {
        let error = #expect(throws: ReadingRefusal.self) { try sheet("a,\"b\nc,d\ne,\"f\"\n") }
        #expect(error?.code == .unclosedQuote)
        #expect(
            error?.message == "a.csv, line 1, column 2: the quote mark that opens a cell here meets another on line 3 "
                + "that neither ends the cell nor is doubled, so cells and rows may run together. Write a quote mark "
                + "inside a quoted cell twice, or remove it."
        )
    }

    // MARK: - Limits

    @Test("the limit of rows: below, on, on, above", arguments: [(2, true), (3, true), (3, true), (4, false)])
    func rowLimit(count: Int, isRead: Bool) {
        expectLimit(String(repeating: "a\n", count: count), ReadingLimits(rows: 3), isRead: isRead, line: 4)
    }

    @Test("the limit of columns: below, on, on, above", arguments: [(2, true), (3, true), (3, true), (4, false)])
    func columnLimit(count: Int, isRead: Bool) {
        let row = String(repeating: ",", count: count - 1)
        expectLimit("a\n" + row + "\n", ReadingLimits(columns: 3), isRead: isRead, line: 2)
    }

    @Test("the limit of cells: below, on, on, above", arguments: [(5, true), (6, true), (6, true), (7, false)])
    func cellLimit(count: Int, isRead: Bool) {
        expectLimit(String(repeating: "a\n", count: count), ReadingLimits(cells: 6), isRead: isRead, line: 7)
    }

    @Test(
        "the limit of a cell's bytes: below, on, on, above",
        arguments: [(4, true), (5, true), (5, true), (6, false)]
    )
    func cellBytesLimit(count: Int, isRead: Bool) {
        let cell = String(repeating: "x", count: count)
        expectLimit("a\n" + cell, ReadingLimits(cellBytes: 5), isRead: isRead, line: 2)
        expectLimit("a\n\"" + cell + "\"", ReadingLimits(cellBytes: 5), isRead: isRead, line: 2)
    }

    @Test("an open quote in a long text is called an open quote, not a long cell")
    func longUnclosed() {
        let text = "a,\"" + String(repeating: "x,1\n", count: 20)
        let error = #expect(throws: ReadingRefusal.self) { try sheet(text, limits: ReadingLimits(cellBytes: 5)) }
        #expect(error?.code == .unclosedQuote)
    }

    private func expectLimit(_ text: String, _ limits: ReadingLimits, isRead: Bool, line: Int) {
        if isRead {
            #expect(throws: Never.self) { try sheet(text, limits: limits) }
        } else {
            let error = #expect(throws: ReadingRefusal.self) { try sheet(text, limits: limits) }
            #expect(error?.code == .tooLarge)
            #expect(error?.place.line == line)
        }
    }
}
