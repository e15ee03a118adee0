/// One row of results.
public struct SampleRow: Sendable, Hashable {
    /// Who put the row into the certificate, and what the laboratory says that it is.
    public enum Origin: Sendable, Hashable {
        /// A sample of the client; its own QC samples look the same, and a register or a rule tells them.
        case client
        /// The laboratory measured a reference material: `*STD OREAS 602`, `OREAS 922 (AQUA REGIA) Meas`.
        case laboratoryCRM(material: String)
        /// The certified values that the laboratory prints beside its measurement: `... Cert`. Not a measurement.
        case laboratoryCertified(material: String)
        /// A reagent blank: `*BLK`, `Method Blank`.
        case laboratoryBlank
        /// Barren rock that went through crusher and mill: `BRANCO_PREP`, `Prep Blank`. It has a natural background.
        case laboratoryPreparationBlank
        /// The first of a pair that stands in the QC part: `x Orig`.
        case laboratoryOriginal(of: String)
        /// A repeat of a sample: `*REP x`, `x Dup`, type REP.
        case laboratoryDuplicate(of: String)
        /// A preparation wash and other rows that no rule judges.
        case laboratoryOther(String)

        public var isClient: Bool { self == .client }
    }

    /// Order in the certificate, from 1: the laboratory order that re-assay windows and carry-over need.
    public var position: Int
    /// The sample number as printed, without surrounding blanks.
    public var name: String
    /// The line of the file, or the row of the sheet, from 1.
    public var sheetRow: Int
    /// The sheet of a workbook; empty for other files.
    public var sheet: String
    public var origin: Origin
    /// What a type column says: `Rock`, `SOLO`; empty where there is none.
    public var type: String

    public init(
        position: Int,
        name: String,
        sheetRow: Int,
        sheet: String = "",
        origin: Origin = .client,
        type: String = ""
    ) {
        self.position = position
        self.name = name
        self.sheetRow = sheetRow
        self.sheet = sheet
        self.origin = origin
        self.type = type
    }

    /// Where the row stands, for messages: `line 12`, or `row 12 of sheet 'QC'`.
    public var place: String { sheet.isEmpty ? "line \(sheetRow)" : "row \(sheetRow) of sheet '\(sheet)'" }
}
