import CertificateReading
import TestSupport
import Testing

@Suite("Damaged and hostile workbooks")
struct DamagedWorkbookTests {
    private var plain: WorkbookFixture { WorkbookFixture([.init("QC", [["a", .number("0.5", "0.00")], ["b"]])]) }

    private static let damage = "a.xlsx: the workbook is damaged: "
    private static let advice = ". Open it in Excel or LibreOffice, save it again as .xlsx or CSV, and deliver that."

    private func refusal(_ content: [UInt8], limits: ReadingLimits = .standard) -> ReadingRefusal? {
        #expect(throws: ReadingRefusal.self) { try Workbook.read(content, name: "a.xlsx", limits: limits) }
    }

    private func refusal(sheet text: String) -> ReadingRefusal? {
        var fixture = plain
        fixture.parts["xl/worksheets/sheet1.xml"] = "<worksheet xmlns=\"\(fixture.namespace)\">\(text)</worksheet>"
        return refusal(fixture.bytes)
    }

    @Test("a document type is refused in every part, before anything in it is looked at")
    func documentType() throws {
        let bomb = """
            <?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">\
            <!ENTITY f SYSTEM "file:///etc/passwd">]><x>&b;&f;</x>
            """
        let parts = [
            "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
            "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/sharedStrings.xml",
        ]
        for part in parts {
            var fixture = plain
            fixture.parts[part] = bomb
            let error = refusal(fixture.bytes)
            #expect(error?.code == .documentType)
            #expect(error?.message.contains("the part \(part) of the workbook declares a document type") == true)
        }
        var fixture = plain
        fixture.parts["xl/styles.xml"] = bomb
        #expect(
            refusal(fixture.bytes)?.message
                == "a.xlsx: the part xl/styles.xml of the workbook declares a document type, "
                + "which no program writes that makes workbooks and which is a way to do harm. Do not open it; ask the "
                + "sender where the file comes from."
        )
    }

    @Test("a missing part is named")
    func missing() {
        let parts = [
            "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
            "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/sharedStrings.xml",
        ]
        for part in parts {
            var fixture = plain
            fixture.missing = [part]
            let error = refusal(fixture.bytes)
            #expect(error?.code == .corruptWorkbook)
            let what = part == "[Content_Types].xml" ? "it holds no sheets" : "its part \(part) is missing"
            #expect(error?.message == Self.damage + what + Self.advice)
        }
    }

    @Test("a part that is no XML, or cut, or of another encoding than it says, is named with the line")
    func brokenXML() {
        let head = "<worksheet xmlns=\"\(plain.namespace)\">\n"
        let cases: [(String, String)] = [
            (head + "<sheetData><row><c></row>", "mismatched tag"), (head + "<sheetData>", "no element found"),
            ("", "no element found"), (head + "\u{0}</worksheet>", "not well-formed (invalid token)"),
            (head + "&nbsp;</worksheet>", "undefined entity"),
            ("<?xml version=\"1.0\" encoding=\"KOI8-R\"?>" + head, "unknown encoding"),
            (head + "</worksheet><worksheet/>", "junk after document element"),
        ]
        for (text, reason) in cases {
            var fixture = plain
            fixture.parts["xl/worksheets/sheet1.xml"] = text
            let error = refusal(fixture.bytes)
            #expect(error?.code == .corruptWorkbook)
            let line = text.hasPrefix(head) ? 2 : 1
            #expect(
                error?.message
                    == "a.xlsx, sheet 'QC': the workbook is damaged: its part xl/worksheets/sheet1.xml is no "
                    + "proper XML on line \(line) (\(reason))" + Self.advice
            )
        }
    }

    @Test("bytes that are no UTF-8 are refused")
    func encoding() {
        let text =
            Array("<sst xmlns=\"\(plain.namespace)\"><si><t>".utf8) + [0xC3, 0x28] + Array("</t></si></sst>".utf8)
        let entries = plain.entries.filter { $0.path != "xl/sharedStrings.xml" } + [.init("xl/sharedStrings.xml", text)]
        let error = refusal(ZipFixture.zip(entries))
        #expect(error?.code == .corruptWorkbook)
        #expect(error?.message.contains("its part xl/sharedStrings.xml is no proper XML on line 1") == true)
    }

    @Test("a part of another kind than it should be is refused", arguments: ["<html/>", "<worksheet/>", "<sst/>"])
    func foreign(text: String) {
        var fixture = plain
        fixture.parts["xl/worksheets/sheet1.xml"] = text
        let error = refusal(fixture.bytes)
        #expect(error?.what == "the workbook is damaged: its part xl/worksheets/sheet1.xml is not what it should be")
        #expect(error?.place.sheet == "QC")
    }

    @Test(
        "rows and cells that contradict themselves are refused at their place",
        arguments: [
            (#"<row r="2"/><row r="2"/>"#, "row 2 comes again, or behind a later one", "a.xlsx, sheet 'QC': "),
            (#"<row r="2"/><row r="1"/>"#, "row 1 comes again, or behind a later one", "a.xlsx, sheet 'QC': "),
            (#"<row r="0"/>"#, "a row has no proper number", "a.xlsx, sheet 'QC': "),
            (#"<row r="99999999999999999999"/>"#, "a row has no proper number", "a.xlsx, sheet 'QC': "),
            (
                #"<row r="1"><c r="B1"/><c r="A1"/></row>"#, "a cell comes again, or behind a later one",
                "a.xlsx, sheet 'QC', row 1, column 1: "
            ),
            (#"<row r="1"><c r="B2"/></row>"#, "a cell 'B2' stands in this row", "a.xlsx, sheet 'QC', row 1: "),
            (#"<row r="1"><c r="1"/></row>"#, "a cell '1' stands in this row", "a.xlsx, sheet 'QC', row 1: "),
            (
                #"<row r="1"><c r="AAAA1"/></row>"#, "a cell 'AAAA1' stands in this row",
                "a.xlsx, sheet 'QC', row 1: "
            ),
            (
                #"<row r="1"><c t="s"><v>2</v></c></row>"#, "the cell refers to a text that is not in the workbook",
                "a.xlsx, sheet 'QC', row 1, column 1: "
            ),
            (
                #"<row r="1"><c t="s"><v>-1</v></c></row>"#, "the cell refers to a text that is not in the workbook",
                "a.xlsx, sheet 'QC', row 1, column 1: "
            ),
            (
                #"<row r="1"><c s="2"><v>2</v></c></row>"#, "the cell has a style that is not in the workbook",
                "a.xlsx, sheet 'QC', row 1, column 1: "
            ),
            (
                #"<row r="1"><c t="x"><v>2</v></c></row>"#, "the cell is of a type that workbooks do not have",
                "a.xlsx, sheet 'QC', row 1, column 1: "
            ),
        ]
    )
    func contradictions(rows: String, what: String, place: String) {
        let error = refusal(sheet: "<sheetData>\(rows)</sheetData>")
        #expect(error?.code == .corruptWorkbook)
        #expect(
            error?.message == place + "the workbook is damaged: " + what + Self.advice
        )
    }

    @Test("a member that is there twice is refused, whatever its case", arguments: ["xl/styles.xml", "XL/Styles.xml"])
    func twice(path: String) {
        let error = refusal(ZipFixture.zip(plain.entries + [.init(path, "<x/>")]))
        #expect(error?.message == Self.damage + "its part \(path) is there twice" + Self.advice)
    }

    @Test("two tabs on one part, and a tab without a part, are refused")
    func tabs() {
        func workbook(_ sheets: String) -> ReadingRefusal? {
            var fixture = plain
            fixture.parts["xl/workbook.xml"] = """
                <workbook xmlns="\(fixture.namespace)" \
                xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>\(sheets)</sheets>\
                </workbook>
                """
            return refusal(fixture.bytes)
        }
        #expect(
            workbook(#"<sheet name="A" r:id="rId1"/><sheet name="B" r:id="rId1"/>"#)?.message == Self.damage
                + "two of its sheets are one and the same part" + Self.advice
        )
        #expect(
            workbook(#"<sheet name="A" r:id="rId9"/>"#)?.message == Self.damage + "its sheet 'A' is not there"
                + Self.advice
        )
        #expect(
            workbook(#"<sheet name="A"/>"#)?.message == Self.damage + "a sheet in it has no name or no place"
                + Self.advice
        )
    }

    @Test("a path that leads out is refused")
    func unsafePath() {
        let error = refusal(ZipFixture.zip(plain.entries + [.init("../x.xml", "<x/>")]))
        #expect(
            error?.message == Self.damage + "it holds the path '../x.xml', which leads out of it" + Self.advice
        )
    }

    @Test("a workbook with a password is told")
    func password() {
        var entries = plain.entries
        entries[0].isEncrypted = true
        let error = refusal(ZipFixture.zip(entries))
        #expect(error?.code == .encryptedWorkbook)
        #expect(
            error?.message == "a.xlsx: this is an Excel workbook protected by a password. Open it and save it without "
                + "the password, or ask for one without."
        )
    }

    @Test("workbooks of other kinds, and documents, are told apart")
    func kinds() {
        let binary = ZipFixture.zip([.init("[Content_Types].xml", "<x/>"), .init("xl/workbook.bin", "x")])
        #expect(refusal(binary)?.code == .workbook)
        #expect(
            refusal(binary)?.message
                == "a.xlsx: this is an Excel workbook of the binary kind (xlsb), which Cupel does not "
                + "read. Open it and save it as .xlsx or CSV, or ask the laboratory for its .xlsx or CSV export."
        )
        let open = ZipFixture.zip([.init("mimetype", "x"), .init("content.xml", "<x/>")])
        #expect(refusal(open)?.what == "this is an OpenDocument workbook (ods), which Cupel does not read")
        #expect(
            refusal(ZipFixture.zip([.init("a.csv", "A")]))?.message == Self.damage + "it holds no sheets" + Self.advice
        )
        var word = plain
        word.parts["[Content_Types].xml"] = """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override \
            PartName="/xl/workbook.xml" ContentType="application/word.document.main+xml"/></Types>
            """
        #expect(
            refusal(word.bytes)?.message == Self.damage
                + "its main part is of the kind application/word.document.main+xml" + Self.advice
        )
    }

    @Test("a workbook that was cut anywhere, or changed, is refused or read whole")
    func damaged() throws {
        let whole = plain.bytes
        let read = try Workbook.read(whole, name: "a.xlsx")
        for length in stride(from: 0, to: whole.count, by: 7) {
            #expect(throws: ReadingRefusal.self) { try Workbook.read(Array(whole.prefix(length)), name: "a.xlsx") }
        }
        for index in stride(from: 0, to: whole.count, by: 11) {
            var changed = whole
            changed[index] ^= 0x10
            if let other = try? Workbook.read(changed, name: "a.xlsx") { #expect(other == read, "byte \(index)") }
        }
    }

    @Test("a wrong checksum is refused")
    func checksum() throws {
        var entries = plain.entries
        entries[4].checksum = 1
        let error = refusal(ZipFixture.zip(entries))
        #expect(error?.code == .corruptWorkbook)
        #expect(
            error?.message.hasPrefix("a.xlsx: the workbook is damaged: it is incomplete, or its packing is damaged (")
                == true
        )
    }
}
