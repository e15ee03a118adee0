/// One file of a delivery, out of its container.
public struct Member: Sendable, Hashable {
    /// What the bytes are, as far as their beginning tells.
    public enum Kind: Sendable, Hashable {
        /// Text, if the sender meant well; what it says shows when it is read.
        case text
        /// An Excel workbook (xlsx): the untouched bytes of its zip.
        case workbook
        /// Made for people: kept beside the certificates, and not read.
        case document(DocumentKind)
    }

    /// Its path in the container, or the name of the delivery where that is the file.
    public let name: String
    public let bytes: [UInt8]
    public let kind: Kind

    public init(name: String, bytes: [UInt8], kind: Kind = .text) {
        self.name = name
        self.bytes = bytes
        self.kind = kind
    }
}
