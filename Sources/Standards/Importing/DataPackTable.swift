import CertificateReading
import Geochemistry

/// A table of an issuer's workbook: title rows, a heading of one row or two, and rows below it.
///
/// It is found by the cell `Constituent` (or `Analyte`); what the table is says its title, or the name of its sheet.
struct DataPackTable {
    enum Kind {
        case certified, gates, indicative
    }

    let sheet: Sheet
    let kind: Kind
    /// The row above the heading that speaks of the table; the sheet's name where there is none.
    let title: String
    /// What stands behind the last ` for ` of the title; empty where it names no material.
    let material: String
    let constituent: Int
    /// nil where the heading has no such column.
    let value: Int?
    let sd: Int?
    let unit: Int?
    /// The headings of all columns, for messages.
    let columns: [String]
    /// The row of the heading.
    let header: Int
    let firstRow: Int

    var rows: Range<Int> { firstRow..<max(firstRow, sheet.rowCount) }

    /// How far from the corner a heading is looked for.
    private static let rowsSeen = 15
    private static let columnsSeen = 30

    /// The table of a sheet; nil where it has none of these.
    init?(_ sheet: Sheet) {
        guard let (row, column) = Self.corner(of: sheet) else { return nil }
        let titles = (0..<row).flatMap { title in
            (0..<min(sheet.cellCount(row: title), Self.columnsSeen)).map { sheet.text(row: title, column: $0) }
        }
        .filter { !$0.isEmpty }
        let speaking = titles.first { Self.kind(of: $0) != nil }
        guard let kind = speaking.flatMap(Self.kind) ?? Self.kind(of: sheet.title) else { return nil }
        self.sheet = sheet
        self.kind = kind
        title = speaking ?? sheet.title
        material = speaking.map(Self.material) ?? ""
        constituent = column
        header = row

        let width = max(sheet.cellCount(row: row), sheet.cellCount(row: row + 1))
        let isSecond =
            sheet.text(row: row + 1, column: column).isEmpty
            && (column + 1..<max(column + 1, width)).contains { column in
                sheet.text(row: row + 1, column: column).contains { $0.isLetter }
            }
        func texts(_ column: Int) -> [String] {
            [sheet.text(row: row, column: column), isSecond ? sheet.text(row: row + 1, column: column) : ""]
        }
        func first(_ fits: ([String]) -> Bool) -> Int? {
            (column + 1..<max(column + 1, width)).first { fits(texts($0)) }
        }
        sd = first { $0.contains { Self.sdKeys.contains(Self.key($0)) } }
        value = first { Self.valueKeys.contains(Self.key($0.joined())) }
        unit = first { ["unit", "units"].contains(Self.key($0.joined())) }
        firstRow = row + (isSecond ? 2 : 1)
        columns = (column..<width).map { texts($0).joined(separator: " ").trimmedOfBlanks }.filter { !$0.isEmpty }
    }

    private static func corner(of sheet: Sheet) -> (row: Int, column: Int)? {
        for row in 0..<min(rowsSeen, sheet.rowCount) {
            for column in 0..<min(columnsSeen, sheet.cellCount(row: row))
            where ["constituent", "constituents"].contains(key(sheet.text(row: row, column: column))) {
                return (row, column)
            }
        }
        return nil
    }

    private static let valueKeys: Set<String> = [
        "certifiedvalue", "certifiedvalues", "certified", "value", "certifiedmean", "mean",
    ]
    /// One standard deviation; never `2SD Low`, never a relative one.
    private static let sdKeys: Set<String> = [
        "sd", "1sd", "stddev", "1stddev", "standarddeviation", "1standarddeviation", "sd1s", "1sigma",
    ]

    private static func kind(of title: String) -> Kind? {
        let title = title.lowercased()
        if title.contains("performance gates") { return .gates }
        if title.contains("indicative value") { return .indicative }
        return title.contains("certified value") ? .certified : nil
    }

    /// `Table 2. Certified Values, SD's, 95% Confidence and Tolerance Limits for OREAS 620`
    static func material(of title: String) -> String {
        let words = title.split { $0 == " " || $0 == "\u{A0}" || $0 == "\t" || $0.isNewline }
        guard let last = words.lastIndex(where: { $0.lowercased() == "for" }) else { return "" }
        var name = words[(last + 1)...].joined(separator: " ")
        for prefix in ["certified reference material ", "crm "] where name.lowercased().hasPrefix(prefix) {
            name.removeFirst(prefix.count)
        }
        while let mark = name.last, ".,;:".contains(mark) { name.removeLast() }
        return name
    }

    static func key(_ text: String) -> String {
        String(text.lowercased().unicodeScalars.filter { ("a"..."z").contains($0) || ("0"..."9").contains($0) })
    }

    /// `Certified Values:5`, for people.
    func place(_ row: Int) -> String { "\(sheet.title.isEmpty ? sheet.name : sheet.title):\(sheet.line(row: row))" }

    /// A row as it may speak: a heading, or something certified.
    enum Row {
        case blank
        case heading(String, stray: String)
        case constituent(Constituent)
    }

    /// What a row is. A text without a unit is a heading even where a number strayed beside it, lest the rows below
    /// it be taken for those of the heading above; one that names an analyte is a row whose unit is missing.
    func row(_ row: Int, analytes: AnalyteTable, chosen: Set<String>) -> Row {
        let text = sheet.text(row: row, column: constituent)
        let values = [value, sd].compactMap(\.self).map { sheet.text(row: row, column: $0) }
        let isEmpty = values.allSatisfy(\.isEmpty)
        if text.isEmpty { return .blank }
        let stray = values.filter { !$0.isEmpty }.joined(separator: " ")
        let isHeading = MethodHeading(text) != nil || chosen.contains(MethodHeading.key(text))
        if isHeading { return .heading(text, stray: stray) }
        var found = Constituent(text)
        if found.unit.isEmpty, let unit { found.add(unit: sheet.text(row: row, column: unit)) }
        if !found.unit.isEmpty { return .constituent(found) }
        if !isEmpty, !found.named(in: analytes).isEmpty { return .constituent(found) }
        return .heading(text, stray: stray)
    }
}
