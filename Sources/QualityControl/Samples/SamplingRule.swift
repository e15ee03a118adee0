public import Geochemistry

/// One pattern of sampling.toml: how a company marks a QC sample in its number.
public struct SamplingRule: Sendable, Hashable {
    /// Shown with every role that it gives.
    public var name: String
    /// `*` any run of characters, `?` one, `#` one digit; everything else itself, without regard to case.
    public var pattern: String
    public var type: SampleType
    /// The material or blank; for duplicates, how the parent's number is made: `strip "-D"`, `previous`.
    public var reference: String
    public var parent: Parent

    public enum Parent: Sendable, Hashable {
        case none
        /// The sample before it in the certificate.
        case previous
        /// Its own number without this ending (`-D`, `A`).
        case withoutSuffix(String)
    }

    public init(name: String, pattern: String, type: SampleType, reference: String = "", parent: Parent = .none) {
        self.name = name
        self.pattern = pattern
        self.type = type
        self.reference = reference
        self.parent = parent
    }
}
