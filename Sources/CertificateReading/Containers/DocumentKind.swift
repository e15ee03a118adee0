/// What a file is that comes with certificates and is none: it is kept and named, not read.
public enum DocumentKind: String, Sendable, Hashable, CaseIterable {
    case pdf, png, jpeg, tiff, word
    case powerPoint = "powerpoint"
    case openDocument = "opendocument"
    case outlookMessage = "outlook_message"
    case richText = "rtf"
    /// A text without a table that any layout knows: a letter, a list of hashes.
    case text
    /// A workbook without such a table.
    case workbook
    /// Neither text nor a kind that is known.
    case unknown

    /// `a PDF document`
    public var words: String {
        switch self {
        case .pdf: "a PDF document"
        case .png: "a PNG picture"
        case .jpeg: "a JPEG picture"
        case .tiff: "a TIFF picture"
        case .word: "a Word document"
        case .powerPoint: "a PowerPoint presentation"
        case .openDocument: "an OpenDocument text or drawing"
        case .outlookMessage: "an e-mail of Outlook"
        case .richText: "a document in Rich Text Format"
        case .text: "a text that is no certificate"
        case .workbook: "a workbook that is no certificate"
        case .unknown: "a file of unknown kind"
        }
    }
}
