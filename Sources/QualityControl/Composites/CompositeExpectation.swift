import Geochemistry

/// What the certificate of a reference material lets one expect of a composite.
///
/// The sum of what it certifies for every member after the same digestion, or the composite itself where it certifies
/// that. One member that is not certified, and nothing is expected.
struct CompositeExpectation {
    struct Term {
        let value: ExactDecimal
        let sd: ExactDecimal?
        let ratio: ExactRatio
        /// False for what belongs to the whole of a share only.
        let isMember: Bool
    }

    enum Lookup {
        case found(CompositeExpectation)
        case unknownMaterial
        /// With the members for which the material has no value; all of them where it has none at all.
        case notCertified([CompositeMember])
    }

    let terms: [Term]
    /// The weakest of its values.
    let kind: CertifiedValue.Kind
    /// The certificate states the composite itself, by this name.
    let certified: Analyte?

    static func of(
        _ composite: Composite,
        in material: MaterialName,
        after digestion: DigestionClass,
        library: MaterialLibrary
    ) -> Lookup {
        guard library[material] != nil else { return .unknownMaterial }
        if let analyte = composite.certified,
            let match = library.match(material, analyte: analyte, digestion: digestion, unit: composite.unit),
            let ratio = match.certified.unit.partsPerMillion
        {
            let term = Term(
                value: match.certified.value,
                sd: match.certified.sd,
                ratio: ratio.overOne,
                isMember: true
            )
            return .found(CompositeExpectation(terms: [term], kind: match.certified.kind, certified: analyte))
        }
        var terms: [Term] = []
        var missing: [CompositeMember] = []
        var kind = CertifiedValue.Kind.certified
        for (index, member) in composite.all.enumerated() {
            guard
                let match = library.match(material, analyte: member.counted, digestion: digestion, unit: .ppm)
            else {
                missing.append(member)
                continue
            }
            kind = weaker(kind, match.certified.kind)
            terms.append(
                Term(
                    value: match.certified.value,
                    sd: match.certified.sd,
                    ratio: match.conversion.ratio.overOne,
                    isMember: index < composite.members.count
                )
            )
        }
        guard missing.isEmpty else { return .notCertified(missing) }
        return .found(CompositeExpectation(terms: terms, kind: kind, certified: nil))
    }

    var ratios: [ExactRatio] { terms.map(\.ratio) }

    private static func weaker(_ left: CertifiedValue.Kind, _ right: CertifiedValue.Kind) -> CertifiedValue.Kind {
        switch (left, right) {
        case (.indicative, _), (_, .indicative): .indicative
        case (.provisional, _), (_, .provisional): .provisional
        case (.certified, .certified): .certified
        }
    }
}
