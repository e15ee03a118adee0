public import Geochemistry
public import QualityControl

/// One cell of a stored certificate, with the place where it stands in the file.
public struct TracedCell: Sendable, Equatable {
    /// Index of the column in the certificate, from 0.
    public let ordinal: Int
    public let method: String
    public let analyte: String
    /// As the header prints it.
    public let printedAnalyte: String
    public let unit: String
    public let digestion: String
    public let technique: String
    /// What the header states.
    public let detectionLimit: ExactDecimal?
    public let upperLimit: ExactDecimal?
    /// To the letter.
    public let text: String
    /// What a workbook stores where it shows another text.
    public let storedText: String?
    /// What the text was read as when it was taken in.
    public let value: ReportedValue
    public let place: CellPlace
    /// From 1, in that sheet.
    public let column: Int
}

/// A row of a certificate with the cells of one analyte.
public struct TracedSample: Sendable, Equatable {
    public let certificate: CertificateSummary
    /// From 1, in laboratory order.
    public let position: Int
    public let name: String
    /// Under the latest verdict on the certificate, which ``judgement`` holds.
    public let role: SampleRole?
    /// One for each method, empty cells included; none where only a composite has the analyte's name.
    public let cells: [TracedCell]
    public let judgement: StoredJudgement?
}
