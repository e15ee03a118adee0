/// Actlabs' results and quality control as delimited text: four header rows, then samples, then pairs of measured and
/// certified, original and repeated, and method blanks.
public struct ActlabsReport: Sendable {
    public var reportNumber: String
    public var reportDate = "14/11/2025"
    public var columns: [(analyte: String, unit: String, limit: String, method: String)]
    public var rows: [(name: String, results: [String])]

    public init(
        reportNumber: String,
        columns: [(analyte: String, unit: String, limit: String, method: String)],
        rows: [(name: String, results: [String])]
    ) {
        self.reportNumber = reportNumber
        self.columns = columns
        self.rows = rows
    }

    public var text: String {
        var lines = [
            "Report Number: \(reportNumber)",
            "Report Date: \(reportDate)",
            (["Analyte Symbol"] + columns.map(\.analyte)).joined(separator: ","),
            (["Unit Symbol"] + columns.map(\.unit)).joined(separator: ","),
            (["Detection Limit"] + columns.map(\.limit)).joined(separator: ","),
            (["Analysis Method"] + columns.map(\.method)).joined(separator: ","),
        ]
        lines += rows.map { ([$0.name] + $0.results).joined(separator: ",") }
        return lines.map { $0 + "\n" }.joined()
    }

    public var bytes: [UInt8] { Array(text.utf8) }
}
