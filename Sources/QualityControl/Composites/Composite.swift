public import Geochemistry

/// A quantity that is made of several analytes and decides like one: Sc2O3, TREO+Y, the magnet share of the oxides.
///
/// Source: Bear Lodge judged total rare-earth oxide while single heavy rare earths were too imprecise to judge by. Total
/// figures move by 2 % with the oxides in which cerium, praseodymium and terbium are counted, so the convention belongs
/// to the name.
public struct Composite: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case sum
        /// 100 × the sum of ``Composite/members`` / the sum of those and ``Composite/others``.
        case share
    }

    /// How the SD of a sum follows from those of its members.
    public enum Spread: String, Sendable, Hashable, CaseIterable {
        /// √(Σ s²): as if no two members were ever wrong together.
        case independent
        /// Σ s: as if all members were always wrong together.
        case correlated
    }

    /// As findings, views and people call it.
    public var name: String
    public var kind: Kind
    /// The name of the oxide convention: `sesquioxide`, `stable`; empty where each member names its own form.
    public var convention: String
    public var members: [CompositeMember]
    /// What of the whole is no member; empty for a sum.
    public var others: [CompositeMember]
    /// `%` for a share.
    public var unit: Unit
    public var tier: Tier
    /// Digestions that bring all members into solution. Columns of one of them make one composite; never of two.
    public var digestions: [DigestionClass]
    /// Of a sum. A share is always judged as ``Spread/independent``: what its members have in common cancels.
    public var spread: Spread
    /// The analyte under which a reference material's certificate states the composite itself, counted alike; nil where
    /// none does.
    public var certified: Analyte?
    /// `composites.toml:41`, where a person finds it.
    public var place: String

    public init(
        name: String,
        kind: Kind = .sum,
        convention: String = "",
        members: [CompositeMember],
        others: [CompositeMember] = [],
        unit: Unit,
        tier: Tier,
        digestions: [DigestionClass],
        spread: Spread,
        certified: Analyte? = nil,
        place: String = ""
    ) {
        self.name = name
        self.kind = kind
        self.convention = convention
        self.members = members
        self.others = others
        self.unit = unit
        self.tier = tier
        self.digestions = digestions
        self.spread = spread
        self.certified = certified
        self.place = place
    }

    /// Everything that must be determined.
    public var all: [CompositeMember] { members + others }
}
