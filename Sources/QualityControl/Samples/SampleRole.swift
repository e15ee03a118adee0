public import Geochemistry

/// What a row of a certificate is, once register, sampling rules and laboratory codes have spoken.
public struct SampleRole: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case routine
        case crm
        case blank
        case fieldDuplicate = "field_duplicate"
        case coarseDuplicate = "coarse_duplicate"
        case pulpDuplicate = "pulp_duplicate"
        case check
        case laboratoryCRM = "laboratory_crm"
        case laboratoryCertified = "laboratory_certified"
        case laboratoryBlank = "laboratory_blank"
        case laboratoryOriginal = "laboratory_original"
        case laboratoryDuplicate = "laboratory_duplicate"
        case laboratoryOther = "laboratory_other"
    }

    public var kind: Kind
    /// The material; for a duplicate, the sample that it repeats.
    public var reference: String
    /// Who says so: `register "..."`, `sampling rule "..."`, `laboratory`; empty for a routine sample that nobody named.
    public var source: String
    /// Of a blank, where somebody said it.
    public var blankKind: BlankKind?

    public init(_ kind: Kind, reference: String = "", source: String = "", blankKind: BlankKind? = nil) {
        self.kind = kind
        self.reference = reference
        self.source = source
        self.blankKind = blankKind
    }

    public static let routine = SampleRole(.routine)
}
