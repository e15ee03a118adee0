/// ALS's standard interchange format (SIF): lines of labels and values, then a print in fixed width with a lead and
/// right-aligned columns of constant stride, latin-1; or the same rows as delimited text.
public struct ALSInterchangeFile: Sendable {
    public struct Column: Sendable {
        public var method: String
        public var analyte: String
        public var unit: String
        public var lower: String
        public var upper: String
        public var digestion: String

        public init(
            _ method: String,
            _ analyte: String,
            _ unit: String,
            _ lower: String,
            _ upper: String,
            _ digestion: String
        ) {
            self.method = method
            self.analyte = analyte
            self.unit = unit
            self.lower = lower
            self.upper = upper
            self.digestion = digestion
        }
    }

    public var metadata: [(label: String, value: String)]
    public var columns: [Column]
    public var samples: [(name: String, results: [String])]
    public var lead = 40
    public var stride = 10

    public init(
        metadata: [(label: String, value: String)],
        columns: [Column],
        samples: [(name: String, results: [String])]
    ) {
        self.metadata = metadata
        self.columns = columns
        self.samples = samples
    }

    /// The rows of the table: the text of the lead, and one of each column.
    private var table: [(lead: String, cells: [String])] {
        let rows: [(lead: String, cells: [String])] = [
            ("", columns.map(\.method)), ("", columns.map(\.analyte)), ("UNITS", columns.map(\.unit)),
            ("DETECTION", columns.map(\.lower)), ("UPPERLIMIT", columns.map(\.upper)),
            ("TOLERANCE", columns.map { _ in "10%" }), ("DIGESTION", columns.map(\.digestion)),
            ("TEMPERATURE", columns.map { _ in "90" }), ("TIME", columns.map { _ in "2h" }),
            ("LABORATORY", columns.map { _ in "TV" }),
        ]
        return rows + samples.map { ($0.name, $0.results) }
    }

    public var lines: [String] {
        metadata.map { Self.leftAligned($0.label, 16) + $0.value } + [""]
            + table.map { row in
                // As C's printf does it: a text that is longer than its column pushes what follows to the right.
                var line = Self.leftAligned(row.lead, lead)
                for cell in row.cells { line += String(repeating: " ", count: max(0, stride - cell.count)) + cell }
                while line.last == " " { line.removeLast() }
                return line
            }
    }

    public var bytes: [UInt8] { Latin1.encode(lines.map { $0 + "\r\n" }.joined()) }

    public func delimited(by delimiter: String) -> [UInt8] {
        let lines =
            metadata.map { $0.label + delimiter + $0.value }
            + table.map { ([$0.lead] + $0.cells).joined(separator: delimiter) }
        return Latin1.encode(lines.map { $0 + "\r\n" }.joined())
    }

    private static func leftAligned(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
