/// A certificate in the layout of ALS's classic CSV export: seven lines of metadata, three header rows, latin-1, CRLF.
///
/// ```swift
/// ALSCertificate(workOrder: "VA19012345", columns: [.gold, .copper], samples: [("A1001", ["0.45", "1250"])]).bytes
/// ```
public struct ALSCertificate: Sendable {
    public struct Column: Sendable {
        public var method: String
        public var analyte: String
        public var unit: String

        public init(_ method: String, _ analyte: String, _ unit: String) {
            self.method = method
            self.analyte = analyte
            self.unit = unit
        }

        public static let weight = Column("WEI-21", "Recvd Wt.", "kg")
        public static let gold = Column("Au-AA23", "Au", "ppm")
        public static let goldOverLimit = Column("Au-GRA21", "Au", "ppm")
        public static let silver = Column("ME-ICP41", "Ag", "ppm")
        public static let copper = Column("ME-ICP41", "Cu", "ppm")
        public static let copperOverLimit = Column("Cu-OG46", "Cu", "%")
        public static let zinc = Column("ME-ICP41", "Zn", "ppm")
    }

    public var workOrder: String
    public var status = "Finalized"
    /// A comma inside the name is inside quotes, and an accent is latin-1.
    public var client = "MINQUE - Minière Québec, Inc."
    public var project = "PRJ-7"
    public var received = "2019-03-01"
    public var reported = "2019-03-20"
    public var comments = "Two samples were wet."
    /// nil: as many as there are.
    public var declared: Int?
    public var columns: [Column]
    public var samples: [(name: String, results: [String])]

    public init(workOrder: String, columns: [Column], samples: [(name: String, results: [String])]) {
        self.workOrder = workOrder
        self.columns = columns
        self.samples = samples
    }

    public var lines: [String] {
        var lines = [
            "\(workOrder) - \(status)",
            "CLIENT : \"\(client)\"",
            "# of SAMPLES : \(declared ?? samples.count)",
            "DATE RECEIVED : \(received)  DATE FINALIZED : \(reported)",
            "PROJECT : \"\(project)\"",
            "CERTIFICATE COMMENTS : \"\(comments)\"",
            "PO NUMBER : \" \"",
            ([""] + columns.map(\.method)).joined(separator: ","),
            (["SAMPLE"] + columns.map(\.analyte)).joined(separator: ","),
            (["DESCRIPTION"] + columns.map(\.unit)).joined(separator: ","),
        ]
        lines += samples.map { ([$0.name] + $0.results).map(Self.quoted).joined(separator: ",") }
        return lines
    }

    public var text: String { lines.map { $0 + "\r\n" }.joined() }

    public var bytes: [UInt8] { Latin1.encode(text) }

    private static func quoted(_ cell: String) -> String {
        guard cell.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return cell }
        return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}

/// ISO-8859-1.
public enum Latin1 {
    /// Scalars beyond 255 become a question mark, as exporters do.
    public static func encode(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { $0.value < 256 ? UInt8($0.value) : UInt8(ascii: "?") }
    }
}
