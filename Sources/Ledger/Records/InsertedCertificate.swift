/// What storing a certificate did.
public struct InsertedCertificate: Sendable, Hashable {
    public let certificate: CertificateReference
    /// False where this (content, part) was stored before; nothing was written then.
    public let isNew: Bool
    /// Earlier certificates of the batch that are superseded now and were not before: what follows them in a series
    /// (``LedgerReader/successors(of:)``) must be judged again.
    public let superseded: [CertificateReference]
}
