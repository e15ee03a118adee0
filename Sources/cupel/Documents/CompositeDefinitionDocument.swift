import Geochemistry
import QualityControl

/// A composite as composites.toml defines it: `standards show TREO+Y --json`.
struct CompositeDefinitionDocument: Encodable {
    let composite: String
    let kind: String
    let convention: String
    let unit: String
    let tier: String
    let spread: String
    let digestions: [String]
    let members: [Member]
    /// What of a share's whole is no member.
    let others: [Member]
    let certified: String?
    let place: String

    struct Member: Encodable {
        let element: String
        let counted: String

        init(_ member: CompositeMember) {
            element = member.element.symbol
            counted = member.counted.symbol
        }
    }

    init(_ composite: Composite) {
        self.composite = composite.name
        kind = composite.kind.rawValue
        convention = composite.convention
        unit = composite.unit.symbol
        tier = composite.tier.rawValue
        spread = composite.spread.rawValue
        digestions = composite.digestions.map(\.rawValue)
        members = composite.members.map(Member.init)
        others = composite.others.map(Member.init)
        certified = composite.certified?.symbol
        place = composite.place
    }
}
