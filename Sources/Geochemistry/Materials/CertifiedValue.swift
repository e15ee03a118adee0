/// A value that a reference material's certificate states for one analyte after one kind of digestion.
public struct CertifiedValue: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable {
        case certified
        case provisional
        /// Indicative, informational: charted, never judged.
        case indicative
    }

    public let analyte: Analyte
    public let digestion: DigestionClass
    public let unit: Unit
    public let value: ExactDecimal
    /// ONE standard deviation, in ``unit``; nil where the certificate gives none. A confidence interval or an
    /// uncertainty of the mean is never put here.
    public let sd: ExactDecimal?
    public let kind: Kind
    /// What the SD is: `between-laboratory`, `pooled`, `within-laboratory`; empty where not stated.
    public let sdKind: String
    /// The uncertainty as printed, for the record.
    public let uncertainty: String
    /// The issuer's own words for the method.
    public let method: String
    /// `OREAS_620.csv:14`, where a person finds it.
    public let place: String

    public init(
        analyte: Analyte,
        digestion: DigestionClass,
        unit: Unit,
        value: ExactDecimal,
        sd: ExactDecimal?,
        kind: Kind = .certified,
        sdKind: String = "",
        uncertainty: String = "",
        method: String = "",
        place: String = ""
    ) {
        self.analyte = analyte
        self.digestion = digestion
        self.unit = unit
        self.value = value
        self.sd = sd
        self.kind = kind
        self.sdKind = sdKind
        self.uncertainty = uncertainty
        self.method = method
        self.place = place
    }
}
