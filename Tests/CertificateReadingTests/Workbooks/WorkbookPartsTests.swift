import CertificateReading
import TestSupport
import Testing

@Suite("Where the parts of a workbook stand")
struct WorkbookPartsTests {
    private var plain: WorkbookFixture { WorkbookFixture([.init("A", [["a", .number("0.5", "0.00")]])]) }

    private func relationships(_ targets: [(String, String)], base: String) -> String {
        let rows = zip(1..., targets).map {
            "<Relationship Id=\"rId\($0)\" Type=\"\(base)/\($1.0)\" Target=\"\($1.1)\"/>"
        }
        let package = "http://schemas.openxmlformats.org/package/2006/relationships"
        return "<Relationships xmlns=\"\(package)\">\(rows.joined())</Relationships>"
    }

    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    @Test("parts are found by their relationships: absolute, relative, climbing, escaped, in any case")
    func targets() throws {
        let targets = [
            "worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml", "./worksheets/../worksheets/sheet1.xml",
            "../xl/worksheets/sheet1.xml", "WORKSHEETS/Sheet1.xml", "worksheets/sheet%31.xml",
        ]
        for target in targets {
            var fixture = plain
            fixture.parts["xl/_rels/workbook.xml.rels"] = relationships(
                [("worksheet", target), ("styles", "/xl/styles.xml"), ("sharedStrings", "sharedStrings.xml")],
                base: Self.office
            )
            #expect(try Workbook.read(fixture).sheets.first?.texts == [["a", "0.50"]], "\(target)")
        }
    }

    @Test("names of parts are the writer's own affair, and so is the prefix of elements")
    func names() throws {
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        var fixture = plain
        fixture.missing = [
            "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml", "xl/styles.xml",
        ]
        fixture.parts["_rels/.rels"] = relationships([("officeDocument", "book/workbook.xml")], base: Self.office)
        fixture.parts["book/workbook.xml"] = """
            <x:workbook xmlns:x="\(main)" xmlns:q="\(Self.office)"><x:sheets><x:sheet name="T" q:id="rId1"/></x:sheets>\
            </x:workbook>
            """
        fixture.parts["book/_rels/workbook.xml.rels"] = relationships([("worksheet", "one.xml")], base: Self.office)
        fixture.parts["book/one.xml"] = """
            <x:worksheet xmlns:x="\(main)"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>deep</x:t></x:is></x:c>\
            </x:row></x:sheetData></x:worksheet>
            """
        #expect(try Workbook.read(fixture).sheets.map(\.texts) == [[["deep"]]])
    }

    @Test("the strict form of the standard has namespaces of its own")
    func strict() throws {
        var fixture = plain
        fixture.namespace = "http://purl.oclc.org/ooxml/spreadsheetml/main"
        let base = "http://purl.oclc.org/ooxml/officeDocument/relationships"
        fixture.parts["_rels/.rels"] = relationships([("officeDocument", "xl/workbook.xml")], base: base)
        fixture.parts["xl/workbook.xml"] = """
            <workbook xmlns="\(fixture.namespace)" xmlns:r="\(base)" conformance="strict"><sheets>\
            <sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>
            """
        fixture.parts["xl/_rels/workbook.xml.rels"] = relationships(
            [("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")],
            base: base
        )
        #expect(try Workbook.read(fixture).sheets.first?.texts == [["a", "0.50"]])
    }

    @Test("charts among the tabs are passed over, and elements of other namespaces with what is in them")
    func strangers() throws {
        var fixture = WorkbookFixture([.init("A", [["a"]]), .init("Chart", [["b"]])])
        fixture.parts["xl/_rels/workbook.xml.rels"] = relationships(
            [
                ("worksheet", "worksheets/sheet1.xml"), ("chartsheet", "chartsheets/sheet1.xml"),
                ("sharedStrings", "sharedStrings.xml"),
            ],
            base: Self.office
        )
        fixture.parts["xl/worksheets/sheet1.xml"] = """
            <worksheet xmlns="\(fixture.namespace)" xmlns:z="urn:z"><z:row><row r="9"><c t="str"><v>no</v></c></row></z:row>\
            <sheetData><row><c t="str"><z:v>no</z:v><v>a<!-- no --><![CDATA[&b]]></v></c></row></sheetData></worksheet>
            """
        let workbook = try Workbook.read(fixture)
        #expect(workbook.sheets.map(\.title) == ["A"])
        #expect(workbook.sheets.first?.texts == [["a&b"]])
        #expect(workbook.hiddenSheets.isEmpty)
    }

    @Test("a part in UTF-16 is read like any other")
    func wide() throws {
        let fixture = plain
        let text =
            "<?xml version=\"1.0\" encoding=\"UTF-16\"?><sst xmlns=\"\(fixture.namespace)\"><si><t>é</t></si></sst>"
        var bytes: [UInt8] = [0xFF, 0xFE]
        for unit in text.utf16 { bytes += [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)] }
        var entries = fixture.entries.filter { $0.path != "xl/sharedStrings.xml" }
        entries.append(.init("xl/sharedStrings.xml", bytes))
        #expect(try Workbook.read(ZipFixture.zip(entries), name: "a").sheets.first?.texts == [["é", "0.50"]])
    }
}
