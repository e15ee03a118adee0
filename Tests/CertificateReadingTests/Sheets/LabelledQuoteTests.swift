import CertificateReading
import Testing

@Suite("Quotes after a label, as ALS writes them")
struct LabelledQuoteTests {
    private func rows(_ text: String) throws -> [[String]] {
        let sheet = try Sheet.read(
            delimited: Array(text.utf8),
            delimiter: UInt8(ascii: ","),
            name: "",
            limits: .standard
        )
        return (0..<sheet.rowCount).map { row in
            (0..<sheet.cellCount(row: row)).map { sheet.rawText(row: row, column: $0) }
        }
    }

    @Test("a comma inside the client's name belongs to the name, and the cell keeps its marks")
    func comma() throws {
        #expect(
            try rows("CLIENT : \"ABC - Gold, Inc\"\r\n# of SAMPLES : 5\r\n")
                == [["CLIENT : \"ABC - Gold, Inc\""], ["# of SAMPLES : 5"]]
        )
    }

    @Test("it reads like the properly quoted cell")
    func properlyQuoted() throws {
        #expect(try rows("\"CLIENT : \"\"ABC, Inc\"\"\"") == rows("CLIENT : \"ABC, Inc\""))
    }

    @Test("cells may follow, and blanks before them")
    func followed() throws {
        #expect(try rows("PROJECT : \"a, b\" ,,x") == [["PROJECT : \"a, b\" ", "", "x"]])
        #expect(try rows("PO NUMBER : \" \",") == [["PO NUMBER : \" \"", ""]])
        #expect(try rows("PO NUMBER : \"\"\nx") == [["PO NUMBER : \"\""], ["x"]])
    }

    @Test("a comment may run over lines")
    func lineBreaks() throws {
        let text = "CERTIFICATE COMMENTS : \"first, line\r\nsecond \"\"line\"\"\r\n\"\r\nPO NUMBER : \" \"\r\n"
        let sheet = try Sheet.read(
            delimited: Array(text.utf8),
            delimiter: UInt8(ascii: ","),
            name: "",
            limits: .standard
        )
        #expect(sheet.rowCount == 2)
        #expect(sheet.cellCount(row: 0) == 1)
        #expect(sheet.line(row: 1) == 4)
    }

    @Test("marks inside a name do not end it on the same line")
    func marksInside() throws {
        #expect(try rows("CLIENT : \"The \"Best\" Gold, Inc\"\nb") == [["CLIENT : \"The \"Best\" Gold, Inc\""], ["b"]])
    }

    @Test(
        "an open mark is a mere character, and swallows nothing",
        arguments: [
            "PROJECT : \"Woodjam\"", "\"A1\",1", "\"\",1", "A1,\"x\"", "A1,3\" rods", "A1,1",
        ]
    )
    func open(next: String) throws {
        let rows = try rows("CLIENT : \"ABC, Inc\n" + next + "\nlast")
        #expect(rows.count == 3)
        #expect(rows[0] == ["CLIENT : \"ABC", " Inc"])
        #expect(rows[2] == ["last"])
    }

    @Test("only directly after a colon, in the first cell, after a letter")
    func notLabels() throws {
        #expect(try rows("3: \"a,b\"") == [["3: \"a", "b\""]])
        #expect(try rows("x,CLIENT : \"a,b\"") == [["x", "CLIENT : \"a", "b\""]])
        #expect(try rows("CLIENT : 3\"a,b\"") == [["CLIENT : 3\"a", "b\""]])
    }

    @Test("a quote of twenty line breaks is read whole", arguments: [19, 20])
    func manyLines(count: Int) throws {
        #expect(try rows("COMMENTS : \"" + String(repeating: "a, b\n", count: count) + "\"\nx\n").count == 2)
    }

    @Test("a quote of more line breaks is a mere mark, and the one that should close it opens another")
    func tooManyLines() throws {
        let text = "COMMENTS : \"" + String(repeating: "a, b\n", count: 21)
        #expect(try rows(text).count == 21)
        let refusal = #expect(throws: ReadingRefusal.self) { try rows(text + "\"\nx\n") }
        #expect(refusal?.code == .unclosedQuote)
        #expect(refusal?.place.line == 22)
    }

    @Test(
        "a text of nothing but labelled quotes that never close ends: looking for each one's end would take hours",
        .timeLimit(.minutes(30)),
        arguments: [
            (String(repeating: "A:\":\":", count: 500_000), nil),
            (String(repeating: "A:\"\"x\n", count: 199_999), 199_999),
        ]
    )
    func nothingButQuotes(text: String, lines: Int?) {
        #expect((try? rows(text))?.count == lines)
    }
}
