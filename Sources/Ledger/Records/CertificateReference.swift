/// Which certificate is meant, and where its content is.
public struct CertificateReference: Sendable, Hashable {
    public let id: Int64
    /// SHA-256 of the delivered content, lower case hexadecimal.
    public let sha256: String
    /// Which certificate of the file, from 0.
    public let part: Int
    public let laboratory: String
    public let batch: String
    public let fileName: String
    /// Among the certificates of one laboratory and batch, from 1.
    public let revision: Int
    /// The certificate that replaces this one; nil where it is current.
    public let supersededBy: Int64?
    public let order: CertificateOrder

    public var isCurrent: Bool { supersededBy == nil }
}
