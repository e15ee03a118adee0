/// A report of Intertek Genalysis: rows of elements, units, limits and methods with their labels in front, sections of
/// checks, standards and blanks below the samples.
public struct IntertekReport: Sendable {
    public var title = "INTERTEK GENALYSIS"
    public var metadata = [
        ["JOB NO:", "1234.0/2301234"], ["CLIENT:", "Example Resources Ltd"], ["ORDER NO:", "ER-88"],
        ["NO. OF SAMPLES:", "3"], ["DATE RECEIVED:", "02/05/2023"], ["DATE REPORTED:", "16/05/2023"],
    ]
    public var columns: [HeadedColumn]
    /// Whether digest and finish are rows of their own, of which the column's method has both: `4A/MS`.
    public var hasFinish = false
    public var samples: [[String]]
    public var sections: [(heading: String, rows: [[String]])] = []

    public init(columns: [HeadedColumn], samples: [[String]]) {
        self.columns = columns
        self.samples = samples
    }

    public var table: PrintedTable {
        let methods: [[String]]
        if hasFinish {
            let parts = columns.map { $0.method.split(separator: "/", maxSplits: 1).map(String.init) }
            methods = [
                ["DIGEST"] + parts.map { $0[0] }, ["ANALYTICAL FINISH"] + parts.map { $0.count > 1 ? $0[1] : "" },
            ]
        } else {
            methods = [["METHOD"] + columns.map(\.method)]
        }
        return PrintedTable(
            [[title]] + metadata + [[""]]
                + [["ELEMENTS"] + columns.map(\.analyte), ["UNITS"] + columns.map(\.unit)]
                + [["DETECTION LIMIT"] + columns.map(\.lower)] + methods + [["SAMPLE NUMBERS"]] + samples
                + sections.flatMap { [[$0.heading]] + $0.rows }
        )
    }
}
