/// A file that came with a certificate and is kept beside it in the archive.
public struct DocumentRecord: Sendable, Hashable {
    /// Its path in the container that it came in.
    public let name: String
    /// One word: `pdf`, `word`, `text`.
    public let kind: String
    public let sha256: String
    public let size: Int64
    /// Where it stands, below archive/.
    public let path: String

    public init(name: String, kind: String, sha256: String, size: Int64, path: String) {
        self.name = name
        self.kind = kind
        self.sha256 = sha256
        self.size = size
        self.path = path
    }
}

/// A document with the certificate that it stands beside.
public struct StoredDocument: Sendable, Hashable {
    public let certificateID: Int64
    public let document: DocumentRecord
}
