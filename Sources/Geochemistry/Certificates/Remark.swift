/// Something that the reader saw in a certificate and could not settle alone.
public struct Remark: Sendable, Hashable {
    /// A stable word for it: `declared_samples`, `sample_twice`, `unreadable_cell`.
    public let code: String
    /// True where the certificate must not be used before a person has looked; false where it is a warning.
    public let needsPerson: Bool
    public let sample: String
    /// Position of the sample, or 0.
    public let position: Int
    public let analyte: String
    public let method: String
    /// What, where, and what to do.
    public let message: String

    public init(
        code: String,
        needsPerson: Bool,
        sample: String = "",
        position: Int = 0,
        analyte: String = "",
        method: String = "",
        message: String
    ) {
        self.code = code
        self.needsPerson = needsPerson
        self.sample = sample
        self.position = position
        self.analyte = analyte
        self.method = method
        self.message = message
    }
}
