/// What the ledger already has of a content.
public struct KnownContent: Sendable, Hashable {
    /// In the order of the file.
    public let certificates: [CertificateReference]
    /// True where the content is a sample register.
    public let isRegister: Bool
    /// True where a delivery of it was quarantined.
    public let wasQuarantined: Bool
}
