/// ALS Peru's export with quality control: metadata records of two cells above a wide table, detection limits below
/// the units, and rows `*REP`, `*STD`, `*BLK`, each filled in one group of methods only.
public struct ALSQCExport: Sendable {
    public var workOrder: String
    public var status = "Terminado"
    public var received = "12-10-2020"
    public var reported = "20-10-2020"
    public var columns: [(method: String, analyte: String, unit: String, lower: String, upper: String)]
    public var samples: [(name: String, results: [String])]
    /// With their prefix: `*STD OREAS 602`.
    public var qcRows: [(name: String, results: [String])]

    public init(
        workOrder: String,
        columns: [(method: String, analyte: String, unit: String, lower: String, upper: String)],
        samples: [(name: String, results: [String])],
        qcRows: [(name: String, results: [String])]
    ) {
        self.workOrder = workOrder
        self.columns = columns
        self.samples = samples
        self.qcRows = qcRows
    }

    public var text: String {
        var lines = [
            "LabjobNo :,\(workOrder)",
            "DespatchNo :,D-17",
            "# of SAMPLES :,\(samples.count)",
            "DATE RECEIVED :,\(received)",
            "DATE FINALIZED :,\(reported)",
            "ESTADO :,\(status)",
            (["", ""] + columns.map(\.method)).joined(separator: ","),
            (["SAMPLE", "Analysis Order"] + columns.map(\.analyte)).joined(separator: ","),
            (["DESCRIPTION", ""] + columns.map(\.unit)).joined(separator: ","),
            (["Min Detection", ""] + columns.map(\.lower)).joined(separator: ","),
            (["Max Detection", ""] + columns.map(\.upper)).joined(separator: ","),
        ]
        for (index, sample) in samples.enumerated() {
            lines.append(([sample.name, "\(index + 1)"] + sample.results).joined(separator: ","))
        }
        for row in qcRows { lines.append(([row.name, ""] + row.results).joined(separator: ",")) }
        return lines.map { $0 + "\r\n" }.joined()
    }

    public var bytes: [UInt8] { Latin1.encode(text) }
}
