/// A certificate of Bureau Veritas or ACME: a header block that begins at any row, methods, analytes, units and limits
/// beside their labels, then samples with types; quality control below it in a CSV, on a sheet of its own in a workbook.
public struct BureauVeritasReport: Sendable {
    public typealias Row = (name: String, type: String, results: [String])

    /// The words of the header, which follow the language of the office.
    public struct Labels: Sendable {
        public var client = "Client:"
        public var created = "File Created:"
        public var job = "Job Number:"
        public var count = "Number of Samples:"
        public var project = "Project:"
        public var shipment = "Shipment ID:"
        public var order = "P.O. Number:"
        public var received = "Received:"
        public var table = ["Method", "Analyte", "Unit", "MDL"]
        public var sample = "Sample"
        public var type = "Type"

        public init() {}

        public static let portuguese: Labels = {
            var labels = Labels()
            (labels.client, labels.created, labels.job) = ("Cliente:", "Arquivo Criado:", "Número do Trabalho:")
            (labels.count, labels.project) = ("Número de Amostras:", "Projeto:")
            (labels.received, labels.table) = ("Recebido:", ["Método", "Analito", "Unidade", "LMD"])
            (labels.sample, labels.type) = ("Amostra", "Tipo")
            return labels
        }()
    }

    public var laboratory = "Bureau Veritas Commodities Canada Ltd."
    /// Absent in some files.
    public var status: String? = "Final Report"
    public var jobNumber: String
    public var created = "14-Mar-2024"
    public var received = "01-Mar-2024"
    public var labels = Labels()
    /// Empty rows above the header block.
    public var rowsAbove = 0
    public var columns: [(method: String, analyte: String, unit: String, limit: String)]
    public var samples: [Row]
    /// The headings of quality control, and the rows below each.
    public var quality: [(heading: String, rows: [Row])]

    public init(
        jobNumber: String,
        columns: [(method: String, analyte: String, unit: String, limit: String)],
        samples: [Row],
        quality: [(heading: String, rows: [Row])] = []
    ) {
        self.jobNumber = jobNumber
        self.columns = columns
        self.samples = samples
        self.quality = quality
    }

    /// The header block and the header of the table.
    private var head: [[String]] {
        Array(repeating: [], count: rowsAbove) + [
            [laboratory, "", "", status ?? ""],
            [labels.client, "Example Gold"], [labels.created, created], [labels.job, jobNumber],
            [labels.count, "\(samples.count)"], [labels.project, "North"], [labels.shipment, "D-17"], [labels.order],
            [labels.received, received], [],
            ["", labels.table[0]] + columns.map(\.method), ["", labels.table[1]] + columns.map(\.analyte),
            ["", labels.table[2]] + columns.map(\.unit), ["", labels.table[3]] + columns.map(\.limit),
            [labels.sample, labels.type],
        ]
    }

    public var resultRows: [[String]] { head + samples.map { [$0.name, $0.type] + $0.results } }

    public var qualityRows: [[String]] {
        head + quality.flatMap { [[$0.heading]] + $0.rows.map { [$0.name, $0.type] + $0.results } }
    }

    /// Results and quality control below one another, as the CSV has them.
    public var text: String {
        (resultRows + qualityRows.dropFirst(head.count)).map { $0.joined(separator: ",") + "\r\n" }.joined()
    }

    /// - Parameter quality: the report whose quality control stands on the second sheet; nil for an empty sheet.
    public func workbook(quality: BureauVeritasReport?) -> WorkbookFixture {
        WorkbookFixture([
            .init("Analytical Data", Self.cells(resultRows)),
            .init("QC Data", Self.cells(quality?.qualityRows ?? [])),
        ])
    }

    private static func cells(_ rows: [[String]]) -> [[WorkbookFixture.Cell]] {
        rows.map { $0.map { WorkbookFixture.Cell(printed: $0) } }
    }
}
