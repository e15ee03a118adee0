/// A certified reference material, or a blank with a certified background.
public struct ReferenceMaterial: Sendable, Hashable {
    public let name: MaterialName
    public let supplier: String
    /// The document the values stand in, with its revision or date.
    public let certificate: String
    public let values: [CertifiedValue]

    public init(name: MaterialName, supplier: String, certificate: String, values: [CertifiedValue]) {
        self.name = name
        self.supplier = supplier
        self.certificate = certificate
        self.values = values
    }
}
