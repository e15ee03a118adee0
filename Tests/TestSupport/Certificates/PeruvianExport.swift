/// The format that Peruvian companies ask of their laboratories: records of a label and a value, five rows of header, and
/// a column for the order of analysis. Certimin fills it, and so do laboratories of mines.
public struct PeruvianExport: Sendable {
    public var workOrder: String
    public var columns: [HeadedColumn]
    public var rows: [(name: String, results: [String])]
    public var received = "12-10-2020"
    public var reported = "20-10-2020"
    public var finalized = "DATE FINALIZED :"
    /// Whether a column in front says of every record what it is: 1 to 11 for the header's, 12 for results.
    public var hasRecordTypes = false
    /// Whether every cell is padded with blanks.
    public var isPadded = false

    public init(workOrder: String, columns: [HeadedColumn], rows: [(name: String, results: [String])]) {
        self.workOrder = workOrder
        self.columns = columns
        self.rows = rows
    }

    public var table: PrintedTable {
        let header = [
            ["LabjobNo :", workOrder], ["DespatchNo :", "D-17"], ["# of SAMPLES :", "\(count)"],
            ["DATE RECEIVED :", received], [finalized, reported], ["ESTADO :", "Terminado"],
            ["", ""] + columns.map(\.method), ["SAMPLE", "Analysis Order"] + columns.map(\.analyte),
            ["DESCRIPTION", ""] + columns.map(\.unit), ["Min Detection", ""] + columns.map(\.lower),
            ["Max Detection", ""] + columns.map(\.upper),
        ]
        let data = rows.enumerated().map { [$1.name, $1.name.hasPrefix("*") ? "" : "\($0 + 1)"] + $1.results }
        var lines = header + data
        if hasRecordTypes { lines = lines.enumerated().map { ["\(min($0 + 1, 12))"] + $1 } }
        if isPadded { lines = lines.map { $0.map { $0.isEmpty ? "" : "  \($0) " } } }
        return PrintedTable(lines)
    }

    private var count: Int { rows.count { !$0.name.hasPrefix("*") } }

    /// With a byte order mark and every cell in quotes, the empty ones too, as Certimin delivers it.
    public var quoted: [UInt8] {
        let width = table.rows.map(\.count).max() ?? 0
        let text = table.rows.map { row in
            (row + Array(repeating: "", count: row.count > 2 ? width - row.count : 0)).map { "\"\($0)\"" }
                .joined(separator: ",") + "\r\n"
        }
        return [0xEF, 0xBB, 0xBF] + Array(text.joined().utf8)
    }
}
