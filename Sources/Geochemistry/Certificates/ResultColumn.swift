/// One column of results. (method, analyte, unit) names it; the analyte alone never does.
public struct ResultColumn: Sendable, Hashable {
    /// The column in the sheet, counted from 0.
    public var sheetColumn: Int
    /// The method code as printed; empty where the certificate names none.
    public var method: String
    /// The analyte as printed: `Cu`, `<80#`, `Recvd Wt.`.
    public var analyteText: String
    /// What analytes.csv makes of it; nil for a weight, a sieve, an unknown name.
    public var analyte: Analyte?
    /// The unit as printed.
    public var unitText: String
    public var unit: Unit
    /// The lower limit of detection that the header states, in ``unit``; nil where it states none.
    public var detectionLimit: ExactDecimal?
    /// The lower limit that the laboratory publishes for the method, in ``unit``, for headers that state none.
    public var publishedLimit: ExactDecimal?
    /// The upper limit that the header states.
    public var upperLimit: ExactDecimal?
    public var digestion: DigestionClass
    public var technique: Technique
    /// One text for each of the certificate's samples, in their order, exactly as it stands in the file.
    public var texts: PackedTexts
    /// What a workbook stores in a cell that shows another text, by the index of the sample: `2.2999999999999998` where
    /// the laboratory's format shows `2.3`. What is shown is what the laboratory reports, and what is judged.
    public var storedTexts: [Int: String]
    /// Cells that do not stand in their sample's own row, by the index of the sample: a table with a result a row, or
    /// one that goes on in another block or sheet.
    public var places: [Int: CellPlace] = [:]
    /// The column in other sheets than the first, where it is another one, counted from 0.
    public var otherColumns: [String: Int] = [:]

    public init(
        sheetColumn: Int,
        method: String,
        analyteText: String,
        analyte: Analyte? = nil,
        unitText: String,
        detectionLimit: ExactDecimal? = nil,
        publishedLimit: ExactDecimal? = nil,
        upperLimit: ExactDecimal? = nil,
        digestion: DigestionClass = .unknown,
        technique: Technique = .unknown,
        texts: PackedTexts = PackedTexts(),
        storedTexts: [Int: String] = [:]
    ) {
        self.sheetColumn = sheetColumn
        self.method = method
        self.analyteText = analyteText
        self.analyte = analyte
        self.unitText = unitText
        unit = Unit(printed: unitText)
        self.detectionLimit = detectionLimit
        self.publishedLimit = publishedLimit
        self.upperLimit = upperLimit
        self.digestion = digestion
        self.technique = technique
        self.texts = texts
        self.storedTexts = storedTexts
    }

    /// A column that rules look at: a known analyte as a mass fraction, by a method that measures it.
    /// Weights and sieve fractions are kept and shown, and judged by no rule.
    public var isDetermination: Bool { analyte != nil && unit.isMassFraction && digestion != .none }
}
