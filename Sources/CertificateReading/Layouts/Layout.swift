/// How one sort of certificate is laid out: data from a laboratory's file, read by one reader.
public struct Layout: Sendable, Hashable {
    public enum Shape: String, Sendable, Hashable, CaseIterable {
        /// Rows of analytes, methods, units and limits above one column a determination.
        case headerRows = "header_rows"
        /// A plain table: one row of headings such as `Cu_ppm_ME-ICP61`.
        case wide
        /// A plain table with one result a row.
        case long
    }

    public enum BlankRow: String, Sendable, Hashable, CaseIterable {
        /// Only a row with a name is a row of results; nothing below a blank row is lost.
        case skipped
        /// Notes that look like samples stand below it.
        case ends
    }

    /// `als-classic`: the certificate's format.
    public var id: String
    public var shape: Shape
    public var marks: [RecognitionMark]
    /// nil: found by evidence.
    public var delimiter: UInt8?
    /// A print whose columns stand at fixed places: a lead, then right-aligned columns; see ``FixedWidth``.
    public var isFixedWidth: Bool
    public var decimal: DecimalConvention
    public var dates: DateOrder
    /// Older exports write `-0.05` for `<0.05`.
    public var negativeMeansBelow: Bool
    public var declared: DeclaredCount
    /// Several certificates may stand below one another in a file; the first mark starts the next one.
    public var repeats: Bool
    /// The table goes on in further blocks beside or below the first one, each with a header and the sample numbers
    /// again: a certificate as it was printed on paper.
    public var continues: Bool
    /// Titles of the sheets of a workbook that have this layout; empty for any.
    public var sheets: [CellPattern]
    /// A column that says what sort of row a row is.
    public var records: RecordColumn?
    public var fields: [MetadataField]
    /// Exactly one of them has the role `analyte` where ``shape`` is `headerRows`; else none. One at least has labels.
    public var headerRows: [HeaderRow]
    /// The header rows lie within this many rows from the start of the certificate.
    public var headerWithin: Int
    public var columns: [ColumnRole: [Label]]
    /// For plain tables: where units and limits stand, if not in the table itself.
    public var directory: ColumnDirectory?
    /// For plain tables: sample numbers and work orders of a template's example rows.
    public var skipped: [Label]
    /// Samples may stand below the labels of the header without a heading of their own.
    public var isHeadless: Bool
    public var blankRow: BlankRow
    /// Texts in the sample column that end the table: `END/FIN`, `EOF`.
    public var sentinels: [Label]
    public var qcRows: [QCRowRule]

    /// The header row that is looked for first: of the analytes, or of the first label where their lead cell is empty.
    var anchor: HeaderRow? {
        headerRows.first { $0.role == .analyte && !$0.isPlaced } ?? headerRows.first { !$0.isPlaced }
    }

    /// Whether the row of analytes has no label of its own, and stands beside the heading of the sample numbers.
    var analyteStandsBesideSamples: Bool {
        !isHeadless && columns[.sample]?.isEmpty == false
            && headerRows.contains { $0.role == .analyte && $0.labels.isEmpty }
    }

    public init(id: String, shape: Shape) {
        self.id = id
        self.shape = shape
        marks = []
        delimiter = nil
        isFixedWidth = false
        decimal = .byEvidence
        dates = .byEvidence
        negativeMeansBelow = false
        declared = .clientSamples
        repeats = false
        continues = false
        sheets = []
        records = nil
        fields = []
        headerRows = []
        headerWithin = 60
        columns = [:]
        directory = nil
        skipped = []
        isHeadless = false
        blankRow = .skipped
        sentinels = []
        qcRows = []
    }
}
