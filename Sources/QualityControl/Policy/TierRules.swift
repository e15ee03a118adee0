public import Geochemistry

/// Which analytes decide.
public struct TierRules: Sendable, Hashable {
    /// Elements; an oxide counts as its element.
    public var decision: Set<Analyte>
    public var information: Set<Analyte>
    /// Elements that a digestion does not bring into solution reliably: information there, whatever else they are.
    public var unsuitable: [DigestionClass: Set<Analyte>]

    public init(decision: Set<Analyte>, information: Set<Analyte>, unsuitable: [DigestionClass: Set<Analyte>]) {
        self.decision = decision
        self.information = information
        self.unsuitable = unsuitable
    }
}
