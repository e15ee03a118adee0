/// A report of SGS outside Brazil, in the words of one of its countries: labels and values, five rows of header with
/// their labels in the column of the samples, duplicates among the samples, and a text that ends the table.
public struct SGSReport: Sendable {
    /// What the rows are called.
    public struct Words: Sendable {
        public var titles: [String]
        public var metadata: [(label: String, value: String)]
        /// In the order in which they stand.
        var header: [(label: String, cell: any KeyPath<HeadedColumn, String> & Sendable)]
        var end: String
    }

    public var words: Words
    public var columns: [HeadedColumn]
    public var rows: [(name: String, results: [String])]

    public init(_ words: Words, columns: [HeadedColumn], rows: [(name: String, results: [String])]) {
        self.words = words
        self.columns = columns
        self.rows = rows
    }

    public var table: PrintedTable {
        var lines = words.titles.map { [$0] }
        lines += words.metadata.map { [$0.label, $0.value] }
        lines.append([])
        lines += words.header.map { row in [row.label] + columns.map { $0[keyPath: row.cell] } }
        lines += rows.map { [$0.name] + $0.results }
        if !words.end.isEmpty { lines.append([words.end]) }
        return PrintedTable(lines)
    }
}

extension SGSReport.Words {
    /// SGS del Peru: place and date of receipt in one cell.
    public static let peru = SGSReport.Words(
        titles: ["SGS DEL PERU S.A.C.", "DIVISION MINERALES", "LABORATORIO GEOQUIMICO"],
        metadata: [
            ("Orden:", "GQ2001234"), ("Cliente:", "Minera Ejemplo S.A."), ("Numero de Muestras", "3"),
            ("Lugar y Fecha de Recepcion", "CALLAO, 12/03/2020"), ("Fecha de Reporte", "20/03/2020"),
            ("Referencia del Cliente", "ENV-17"),
        ],
        header: [
            ("Elemento", \.analyte), ("Unidad", \.unit), ("Metodo", \.method), ("Limite Detec.", \.lower),
            ("Limite Superior", \.upper),
        ],
        end: "END/FIN"
    )

    /// The English form of South America, "type B".
    public static let typeB = SGSReport.Words(
        titles: ["SGS DEL PERU S.A.C."],
        metadata: [("Order:", "GQ2001234"), ("Client:", "Example Mining"), ("Number of Samples", "3")],
        header: [
            ("ELEMENT", \.analyte), ("Method", \.method), ("Units", \.unit), ("Det. Lim", \.lower),
            ("Upper Lim", \.upper),
        ],
        end: "END/FIN"
    )

    /// North America.
    public static let canada = SGSReport.Words(
        titles: ["SGS Canada Inc."],
        metadata: [
            ("Work Order:", "BBM22-01234"), ("To:", "Example Gold Corp."), ("Date Received", "02-Mar-2022"),
            ("Date Completed", "21-Mar-2022"), ("No. of Samples", "3"), ("PO Number", "PO-9"),
        ],
        header: [
            ("Element", \.analyte), ("Method", \.method), ("Det.Lim.", \.lower), ("Units", \.unit),
        ],
        end: ""
    )
}
