/// One row of analytes.csv.
public struct AnalyteEntry: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable {
        case element
        case oxide
        /// LOI, total sulphur forms, SG: judged in its own right, never converted.
        case other
    }

    public let analyte: Analyte
    public let name: String
    public let kind: Kind
    /// For an oxide: the element it is an oxide of.
    public let element: Analyte?
    /// For an oxide: mass of oxide for a mass of 1 of the element (Sc2O3: 1.533823), from IUPAC atomic weights.
    public let factor: ExactDecimal?
    /// Other spellings met in certificates: `Fe2O3(T)`, `Fe2O3T`, `Gold`.
    public let aliases: [String]

    public init(
        analyte: Analyte,
        name: String,
        kind: Kind,
        element: Analyte? = nil,
        factor: ExactDecimal? = nil,
        aliases: [String] = []
    ) {
        self.analyte = analyte
        self.name = name
        self.kind = kind
        self.element = element
        self.factor = factor
        self.aliases = aliases
    }
}
