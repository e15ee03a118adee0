public import Geochemistry

/// Which analytes decide.
public struct TierRules: Sendable, Hashable {
    /// Elements; an oxide counts as its element.
    public var decision: Set<Analyte>
    public var information: Set<Analyte>
    /// Elements that a digestion does not bring into solution reliably: information there, whatever else they are.
    public var unsuitable: [DigestionClass: Set<Analyte>]
    /// What an override says; it goes before the lists.
    public var stated: Stated?

    public struct Stated: Sendable, Hashable {
        public var tier: Tier
        /// It was said of this analyte, and not of all: only then it goes before ``TierRules/unsuitable`` too.
        public var namesAnalyte: Bool

        public init(_ tier: Tier, namesAnalyte: Bool) {
            self.tier = tier
            self.namesAnalyte = namesAnalyte
        }
    }

    public init(decision: Set<Analyte>, information: Set<Analyte>, unsuitable: [DigestionClass: Set<Analyte>]) {
        self.decision = decision
        self.information = information
        self.unsuitable = unsuitable
    }
}
