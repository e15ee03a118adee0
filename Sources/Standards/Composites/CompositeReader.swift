import Geochemistry
import QualityControl

/// Reads composites.toml: quantities that are made of several analytes.
struct CompositeReader {
    let analytes: AnalyteTable
    let log: ProblemLog

    func read(_ bytes: [UInt8], file: String) -> [Composite] {
        let toml = TOMLFile(file: file, bytes: bytes, log: log)
        guard toml.isReadable else { return [] }
        let root = toml.root
        let conventions = OxideConvention.all(root.section("conventions", .optional), analytes: analytes)
        let usual = root.string("convention", .optional)
        if let usual { check(usual, conventions, root) }
        let spread = root.word("spread", as: Composite.Spread.self)
        var drafts: [Draft] = []
        var failed: [String] = []
        for section in root.sections("composite") {
            if let draft = draft(section, file: file, usual: usual, spread: spread, conventions: conventions) {
                drafts.append(draft)
            } else if let name = section.string("name", .optional) {
                failed.append(name)
            }
        }
        toml.finish()
        return composites(drafts, failed: failed)
    }

    /// A composite whose whole is not looked up yet.
    private struct Draft {
        var composite: Composite
        let section: TOMLSection
        /// For a share: the sum that it is a part of.
        let whole: String?
    }

    private func draft(
        _ section: TOMLSection,
        file: String,
        usual: String?,
        spread: Composite.Spread?,
        conventions: [OxideConvention]
    ) -> Draft? {
        let name = section.string("name")
        let kind = section.word("kind", as: Composite.Kind.self)
        let own = section.string("convention", .optional)
        if let own { check(own, conventions, section) }
        let convention = conventions.first { $0.name == own ?? usual }
        let members = members(section, convention, isElement: (own ?? usual) == OxideConvention.element)
        let unit = section.string("unit").flatMap { self.unit($0, kind, section) }
        let tier = section.word("tier", as: Tier.self)
        let digestions = digestions(section)
        let ownSpread = section.word("spread", as: Composite.Spread.self, .optional)
        let whole = section.string("of", kind == .share ? .required : .optional)
        let certified = section.string("certified", .optional).flatMap { self.certified($0, section) }
        if kind == .sum, whole != nil { section.complain(.sumOfWhole, at: "of") }
        if kind == .share {
            for key in ["spread", "certified"] where section.has(key) { section.complain(.notForShares(key), at: key) }
        }
        guard let name, let kind, let members, let unit, let tier, let digestions,
            let spread = ownSpread ?? spread
        else { return nil }
        let usesConvention = members.contains { $0.isByConvention }
        let composite = Composite(
            name: name.trimmedOfBlanks,
            kind: kind,
            convention: usesConvention ? own ?? usual ?? "" : "",
            members: members.map(\.member),
            unit: unit,
            tier: tier,
            digestions: digestions,
            spread: kind == .share ? .independent : spread,
            certified: kind == .share ? nil : certified,
            place: "\(file):\(section.line(of: "name"))"
        )
        return Draft(composite: composite, section: section, whole: whole)
    }

    /// Shares with their wholes, each name once.
    /// - Parameter failed: names of those that have errors; a share of one of them needs no error of its own.
    private func composites(_ drafts: [Draft], failed: [String]) -> [Composite] {
        var composites: [Composite] = []
        for draft in drafts {
            var composite = draft.composite
            if composite.name.isEmpty { draft.section.complain(.emptyCell("name"), at: "name") }
            if let other = composites.first(where: { $0.name.lowercased() == composite.name.lowercased() }) {
                draft.section.complain(.compositeTwice(composite.name, other: other.place), at: "name")
                continue
            }
            if let whole = draft.whole, composite.kind == .share {
                if failed.contains(whole) { continue }
                guard let others = others(of: composite, in: whole, drafts, draft.section) else { continue }
                composite.others = others
            }
            composites.append(composite)
        }
        return composites
    }

    private func others(
        of share: Composite,
        in name: String,
        _ drafts: [Draft],
        _ section: TOMLSection
    ) -> [CompositeMember]? {
        let sums = drafts.map(\.composite).filter { $0.kind == .sum }
        guard let whole = sums.first(where: { $0.name == name }) else {
            section.complain(.unknownWord(name, for: "of", among: sums.map(\.name)), at: "of")
            return nil
        }
        let outside = share.members.filter { !whole.members.contains($0) }
        guard outside.isEmpty else {
            section.complain(.notInWhole(outside.map(\.counted.symbol), whole: name), at: "members")
            return nil
        }
        return whole.members.filter { !share.members.contains($0) }
    }

    // MARK: Keys

    private func members(
        _ section: TOMLSection,
        _ convention: OxideConvention?,
        isElement: Bool
    ) -> [(member: CompositeMember, isByConvention: Bool)]? {
        guard let texts = section.strings("members") else { return nil }
        if texts.isEmpty { section.complain(.noMembers, at: "members") }
        var members: [(member: CompositeMember, isByConvention: Bool)] = []
        for text in texts {
            guard let analyte = analytes.analyte(printed: text), let entry = analytes[analyte] else {
                section.complain(.unknownAnalyte(text, in: analytes), at: "members")
                continue
            }
            let element = analytes.element(of: analyte)
            if members.contains(where: { $0.member.element == element }) {
                section.complain(.memberTwice(element), at: "members")
                continue
            }
            switch entry.kind {
            case .oxide: members.append((CompositeMember(element: element, counted: analyte), false))
            case .element where isElement: members.append((CompositeMember(element: element, counted: analyte), true))
            case .element:
                guard let oxide = convention?.oxides[element] else {
                    section.complain(.noOxide(element, convention: convention?.name), at: "members")
                    continue
                }
                members.append((CompositeMember(element: element, counted: oxide), true))
            case .other: section.complain(.memberIsNoElement(analyte), at: "members")
            }
        }
        return members.count == texts.count && !texts.isEmpty ? members : nil
    }

    private func unit(_ text: String, _ kind: Composite.Kind?, _ section: TOMLSection) -> Unit? {
        let unit = Unit(printed: text)
        guard unit.isMassFraction else {
            section.complain(.noMassFraction(text), at: "unit")
            return nil
        }
        if kind == .share, unit != .percent { section.complain(.shareNotInPercent, at: "unit") }
        return unit
    }

    private func digestions(_ section: TOMLSection) -> [DigestionClass]? {
        guard let texts = section.strings("digestions") else { return nil }
        let known = DigestionClass.allCases.filter { $0 != .none && $0 != .unknown }
        var digestions: [DigestionClass] = []
        for text in texts {
            guard let digestion = known.first(where: { $0.rawValue == text }) else {
                section.complain(.unknownWord(text, for: "digestions", among: known.map(\.rawValue)), at: "digestions")
                continue
            }
            if !digestions.contains(digestion) { digestions.append(digestion) }
        }
        if texts.isEmpty { section.complain(.noDigestions, at: "digestions") }
        return digestions.isEmpty ? nil : digestions
    }

    private func certified(_ text: String, _ section: TOMLSection) -> Analyte? {
        if let analyte = analytes.analyte(printed: text) { return analyte }
        section.complain(.unknownAnalyte(text, in: analytes), at: "certified")
        return nil
    }

    private func check(_ name: String, _ conventions: [OxideConvention], _ section: TOMLSection) {
        let known = conventions.map(\.name) + [OxideConvention.element]
        guard !known.contains(name) else { return }
        section.complain(.unknownWord(name, for: "convention", among: known), at: "convention")
    }
}
