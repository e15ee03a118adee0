/// A certificate as rows of printed cells, which goes into delimited text or onto the sheet of a workbook.
public struct PrintedTable: Sendable {
    public var rows: [[String]]

    public init(_ rows: [[String]]) { self.rows = rows }

    /// Delimited text; cells that need quotes have them.
    public func text(by delimiter: Character = ",", newline: String = "\r\n") -> String {
        rows.map { row in row.map { Self.quoted($0, delimiter) }.joined(separator: String(delimiter)) + newline }
            .joined()
    }

    public func bytes(by delimiter: Character = ",") -> [UInt8] { Array(text(by: delimiter).utf8) }

    /// The sheet of a workbook, numbers as numbers; `empty` rows without content follow, as exporters leave them.
    public func sheet(_ name: String, empty: Int = 0) -> WorkbookFixture.Sheet {
        var sheet = WorkbookFixture.Sheet(name, rows.map { $0.map(WorkbookFixture.Cell.init(printed:)) })
        if empty > 0 { sheet.dimension = "A1:AZ\(rows.count + empty)" }
        sheet.rows += Array(repeating: [.styled("0.00")], count: empty)
        return sheet
    }

    private static func quoted(_ cell: String, _ delimiter: Character) -> String {
        guard cell.contains(where: { $0 == delimiter || $0 == "\"" || $0.isNewline }) else { return cell }
        return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
