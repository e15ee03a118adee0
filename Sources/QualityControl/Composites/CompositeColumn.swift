public import Geochemistry

/// A composite in one certificate after one digestion: a column that the laboratory did not print. It names every factor
/// by which it was made, because a conversion is a result of its own.
public struct CompositeColumn: Sendable, Hashable {
    public var composite: String
    public var kind: Composite.Kind
    public var convention: String
    public var digestion: DigestionClass
    public var unit: Unit
    public var tier: Tier
    /// `La2O3 = La by FUS-MS x 1.172769, ...`: what each member was made of.
    public var members: String
    /// In laboratory order.
    public var results: [CompositeResult]

    public init(
        composite: String,
        kind: Composite.Kind,
        convention: String,
        digestion: DigestionClass,
        unit: Unit,
        tier: Tier,
        members: String,
        results: [CompositeResult] = []
    ) {
        self.composite = composite
        self.kind = kind
        self.convention = convention
        self.digestion = digestion
        self.unit = unit
        self.tier = tier
        self.members = members
        self.results = results
    }
}
