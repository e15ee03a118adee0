/// How a member of a delivery was seen and what was read of it, whether it can be read or not.
public struct DocumentExplanation: Sendable, Hashable {
    /// The file, or the member of a container.
    public var member: String
    /// What it is where it is made for people, and kept beside the certificates.
    public var kept: DocumentKind?
    public var sheets: [SheetExplanation] = []
    /// Sheets of a workbook that are hidden, and are not read.
    public var hiddenSheets: [String] = []
    public var certificates: [CertificateExplanation] = []
    /// Why it is not read.
    public var refusal: ReadingRefusal?

    /// False where it is refused; a PDF beside a certificate is not.
    public var isRead: Bool { refusal == nil }
}
