/// Writes the parts of a workbook as Excel lays them out.
struct WorkbookParts {
    typealias Part = (path: String, text: String)

    private let fixture: WorkbookFixture
    /// The formats in use, each the cell style of its index.
    private var formats = ["General"]
    private var strings: [String] = []
    private var indexes: [String: Int] = [:]

    private static let header = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    private static let package = "http://schemas.openxmlformats.org/package/2006"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let types = "application/vnd.openxmlformats-officedocument.spreadsheetml"

    init(_ fixture: WorkbookFixture) { self.fixture = fixture }

    var all: [Part] {
        var writing = self
        let sheets: [Part] = zip(1..., fixture.sheets).map { number, sheet in
            ("xl/worksheets/sheet\(number).xml", writing.text(of: sheet))
        }
        return [
            ("[Content_Types].xml", contentTypes),
            (
                "_rels/.rels",
                Self.relationships([("officeDocument", "xl/workbook.xml")])
            ),
            ("xl/workbook.xml", workbook),
            (
                "xl/_rels/workbook.xml.rels",
                Self.relationships(
                    fixture.sheets.indices.map { ("worksheet", "worksheets/sheet\($0 + 1).xml") }
                        + [("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")]
                )
            ),
        ] + sheets + [("xl/styles.xml", writing.styles), ("xl/sharedStrings.xml", writing.sharedStrings)]
    }

    /// The text with the characters escaped that XML keeps for itself.
    static func escaped(_ text: String) -> String {
        text.reduce(into: "") { escaped, character in
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            default: escaped.append(character)
            }
        }
    }

    /// `A`, `Z`, `AA`: the name of a column, from 0.
    static func columnName(_ column: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(65 + column % 26)))
        return column < 26 ? letter : columnName(column / 26 - 1) + letter
    }
}

// MARK: - The parts about the workbook

extension WorkbookParts {
    private var contentTypes: String {
        let sheets = fixture.sheets.indices.map {
            "<Override PartName=\"/xl/worksheets/sheet\($0 + 1).xml\" ContentType=\"\(Self.types).worksheet+xml\"/>"
        }
        return Self.header + "<Types xmlns=\"\(Self.package)/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(Self.types).sheet.main+xml\"/>"
            + sheets.joined()
            + "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(Self.types).styles+xml\"/>"
            + "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"\(Self.types).sharedStrings+xml\"/></Types>"
    }

    private static func relationships(_ targets: [(type: String, target: String)]) -> String {
        let rows = zip(1..., targets).map { number, relation in
            "<Relationship Id=\"rId\(number)\" Type=\"\(office)/\(relation.type)\" Target=\"\(relation.target)\"/>"
        }
        return header + "<Relationships xmlns=\"\(package)/relationships\">\(rows.joined())</Relationships>"
    }

    private var workbook: String {
        let tabs = zip(1..., fixture.sheets).map { number, sheet in
            let state = sheet.visibility == .visible ? "" : " state=\"\(sheet.visibility.rawValue)\""
            let name = Self.escaped(sheet.name)
            return "<sheet name=\"\(name)\" sheetId=\"\(number)\"\(state) r:id=\"rId\(number)\"/>"
        }
        return Self.header + "<workbook xmlns=\"\(fixture.namespace)\" xmlns:r=\"\(Self.office)\"><workbookPr"
            + (fixture.countsFrom1904 ? " date1904=\"1\"" : "") + "/><sheets>\(tabs.joined())</sheets></workbook>"
    }

    /// Every number format is a custom one, numbered from 164, as the standard has it.
    private var styles: String {
        let custom = formats.indices.dropFirst().map {
            "<numFmt numFmtId=\"\(163 + $0)\" formatCode=\"\(Self.escaped(formats[$0]))\"/>"
        }
        let cells = formats.indices.map { "<xf numFmtId=\"\($0 == 0 ? 0 : 163 + $0)\" xfId=\"0\"/>" }
        return Self.header + "<styleSheet xmlns=\"\(fixture.namespace)\">"
            + (custom.isEmpty ? "" : "<numFmts count=\"\(custom.count)\">\(custom.joined())</numFmts>")
            + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\"/></cellStyleXfs>"
            + "<cellXfs count=\"\(cells.count)\">\(cells.joined())</cellXfs></styleSheet>"
    }

    private var sharedStrings: String {
        let items = strings.map { "<si><t xml:space=\"preserve\">\(Self.escaped($0))</t></si>" }
        return Self.header + "<sst xmlns=\"\(fixture.namespace)\" uniqueCount=\"\(items.count)\">"
            + items.joined() + "</sst>"
    }
}

// MARK: - Sheets

extension WorkbookParts {
    fileprivate mutating func text(of sheet: WorkbookFixture.Sheet) -> String {
        var text = Self.header + "<worksheet xmlns=\"\(fixture.namespace)\">"
        if let dimension = sheet.dimension { text += "<dimension ref=\"\(dimension)\"/>" }
        text += "<sheetData>"
        for (row, cells) in zip(1..., sheet.rows) {
            if cells.isEmpty, sheet.hasReferences { continue }
            text += sheet.hasReferences ? "<row r=\"\(row)\">" : "<row>"
            for (column, cell) in cells.enumerated() {
                text += element(cell, at: sheet.hasReferences ? Self.columnName(column) + String(row) : nil)
            }
            text += "</row>"
        }
        text += "</sheetData>"
        if !sheet.merged.isEmpty {
            text += "<mergeCells>" + sheet.merged.map { "<mergeCell ref=\"\($0)\"/>" }.joined() + "</mergeCells>"
        }
        return text + "</worksheet>"
    }

    /// - Parameter reference: nil where cells follow each other without saying where they stand.
    private mutating func element(_ cell: WorkbookFixture.Cell, at reference: String?) -> String {
        let place = reference.map { " r=\"\($0)\"" } ?? ""
        func element(_ attributes: String, _ content: String) -> String { "<c\(place)\(attributes)>\(content)</c>" }
        func value(_ text: String) -> String { "<v>\(Self.escaped(text))</v>" }
        switch cell {
        case .empty: return reference == nil ? "<c/>" : ""
        case .text(let text): return string(text, place: place, style: "")
        case .formattedText(let text, let format):
            return string(text, place: place, style: " s=\"\(style(format))\"")
        case .number(let text, let format): return element(" s=\"\(style(format))\"", value(text))
        case .formula(let formula, let result, let type):
            return element(
                type.map { " t=\"\($0)\"" } ?? "",
                "<f>\(Self.escaped(formula))</f>" + value(result)
            )
        case .boolean(let truth): return element(" t=\"b\"", value(truth ? "1" : "0"))
        case .error(let text): return element(" t=\"e\"", value(text))
        case .isoDate(let text): return element(" t=\"d\"", value(text))
        case .styled(let format): return "<c\(place) s=\"\(style(format))\"/>"
        case .raw(let text): return text
        }
    }

    private mutating func string(_ text: String, place: String, style: String) -> String {
        if fixture.hasInlineStrings {
            let content = "<is><t xml:space=\"preserve\">\(Self.escaped(text))</t></is>"
            return "<c\(place)\(style) t=\"inlineStr\">\(content)</c>"
        }
        let index = indexes[text] ?? strings.count
        if index == strings.count {
            strings.append(text)
            indexes[text] = index
        }
        return "<c\(place)\(style) t=\"s\"><v>\(index)</v></c>"
    }

    private mutating func style(_ format: String) -> Int {
        if let index = formats.firstIndex(of: format) { return index }
        formats.append(format)
        return formats.count - 1
    }
}
