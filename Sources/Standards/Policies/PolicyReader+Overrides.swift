import Geochemistry
import QualityControl

/// Reads `[[override]]`: in `for` which results it is for, and below it the numbers that are other for them.
///
/// A section of an override lies over the same section of the file, so that it is read by the same code and held to the
/// same rules, and may leave out what does not change.
extension PolicyReader {
    /// Every two of them are compared; nobody can oversee more.
    static let mostOverrides = 500

    struct PlacedOverride {
        let override: PolicyOverride
        let figures: [PolicyFigure]
    }

    /// - Parameter policy: what stands for all results.
    func overrides(_ root: TOMLSection, of policy: Policy) -> [PlacedOverride] {
        let before = log.problems.count
        let count = root.count(of: "override")
        guard count <= Self.mostOverrides else {
            root.skip("override")
            root.complain(.tooManyOverrides(count, most: Self.mostOverrides), at: "override")
            return []
        }
        let sections = root.sections("override", over: root)
        let overrides = sections.enumerated().map { place, section in
            let leaves = section.leaves.filter { !$0.key.hasPrefix("for.") && $0.key != "for" }
            return PlacedOverride(
                override: override(section, leaves: leaves, of: policy),
                figures: leaves.map { PolicyFigure(key: $0.key, text: $0.text, line: $0.line, override: place) }
            )
        }
        if log.problems.count == before { checkOrder(overrides.map(\.override), of: policy, in: root) }
        return overrides
    }

    /// What is wrong is in the log, and no override is used then.
    private func override(_ section: TOMLSection, leaves: [TOMLLeaf], of base: Policy) -> PolicyOverride {
        let selectors = selectors(section)
        var policy = base
        part("crm", of: section, crm, into: \.crm, of: &policy)
        part("blank", of: section, clientBlank, into: \.blank, of: &policy)
        part("duplicate", of: section, duplicate, into: \.duplicate, of: &policy)
        part("insertion", of: section, wholeInsertion, into: \.insertion, of: &policy)
        part("laboratory", of: section, wholeLaboratory, into: \.laboratory, of: &policy)
        part("reassay", of: section, reassay, into: \.reassay, of: &policy)
        part("series", of: section, { series($0) }, into: \.series, of: &policy)
        part("false_alarms", of: section, falseAlarms, into: \.falseAlarms, of: &policy)
        let namesAnalyte = selectors.choices[.analyte] != nil
        part("tiers", of: section, { tier($0, namesAnalyte: namesAnalyte) }, into: \.tiers.stated, of: &policy)

        var stated: Set<String> = []
        for leaf in leaves {
            if let field = Policy.field(of: leaf.key) {
                stated.insert(field.key)
                for selector in selectors.named where !field.scope.selectors.contains(selector) {
                    section.complain(.selectorNotHere(selector, for: leaf.key, scope: field.scope), line: leaf.line)
                }
            } else if section.isKnown(leaf.key) {
                section.complain(.notInOverride(leaf.key), line: leaf.line)
            }
        }
        if leaves.isEmpty { section.complain(.emptyOverride, line: section.line) }
        return PolicyOverride(
            selectors,
            stated: Policy.fields.map(\.key).filter(stated.contains),
            policy: policy,
            line: section.line
        )
    }

    /// Reads a section where the override has it.
    private func part<Rules>(
        _ key: String,
        of section: TOMLSection,
        _ read: (TOMLSection) -> Rules?,
        into path: WritableKeyPath<Policy, Rules>,
        of policy: inout Policy
    ) {
        guard section.has(key) else { return section.skip(key) }
        if let rules = section.section(key).flatMap(read) { policy[keyPath: path] = rules }
    }

    /// The same for a section that a policy may be without.
    private func part<Rules>(
        _ key: String,
        of section: TOMLSection,
        _ read: (TOMLSection) -> Rules?,
        into path: WritableKeyPath<Policy, Rules?>,
        of policy: inout Policy
    ) {
        guard section.has(key) else { return section.skip(key) }
        if let rules = section.section(key).flatMap(read) { policy[keyPath: path] = rules }
    }

    private func tier(_ section: TOMLSection, namesAnalyte: Bool) -> TierRules.Stated? {
        section.word("tier", as: Tier.self).map { TierRules.Stated($0, namesAnalyte: namesAnalyte) }
    }

    // MARK: Selectors

    private func selectors(_ section: TOMLSection) -> PolicySelectors {
        guard let table = section.section("for") else { return PolicySelectors([:]) }
        var choices: [PolicySelector: PolicySelectors.Choice] = [:]
        for selector in PolicySelector.allCases {
            let key = selector.rawValue
            guard let names = table.texts(key, .optional) else { continue }
            if names.isEmpty { table.complain(.emptyPattern(key), at: key) }
            let fitting = names.flatMap { patterns($0, for: selector, in: table) }
            choices[selector] = PolicySelectors.Choice(
                printed: names,
                patterns: fitting,
                line: table.line(of: key)
            )
        }
        if choices.isEmpty { section.complain(.overrideForAll, at: "for") }
        return PolicySelectors(choices)
    }

    /// An oxide becomes its element, and a pattern on analytes the elements of all that it fits.
    private func patterns(_ name: String, for selector: PolicySelector, in table: TOMLSection) -> [NamePattern] {
        let key = selector.rawValue
        let pattern = NamePattern(name, selector.sort)
        if pattern.isEmpty {
            table.complain(.emptyPattern(key), at: key)
            return []
        }
        switch selector {
        case .material, .method, .laboratory: return [pattern]
        case .digestion:
            let known = DigestionClass.allCases.map(\.rawValue)
            if !known.contains(where: pattern.matches) {
                table.complain(.unknownWord(name, for: "digestion", among: known), at: key)
            }
            return [pattern]
        case .analyte:
            let found =
                name.contains("*")
                ? analytes.entries.map(\.analyte).filter { pattern.matches($0.symbol) }
                : [analytes.analyte(printed: name)].compactMap(\.self)
            let sums = composites.filter(pattern.matches)
            if found.isEmpty, sums.isEmpty { table.complain(.unknownAnalyte(name, in: analytes), at: key) }
            return (Set(found.map(analytes.element)).sorted().map(\.symbol) + sums).map { NamePattern($0) }
        }
    }

    // MARK: Two at once

    /// Two overrides that can meet in one result must be sound together too.
    private func checkOrder(_ overrides: [PolicyOverride], of policy: Policy, in root: TOMLSection) {
        let ordered = Set(PolicyOrder.all.flatMap { [$0.low, $0.high] })
        let candidates = overrides.filter { $0.stated.contains(where: ordered.contains) }
        for (place, later) in candidates.enumerated() {
            for earlier in candidates[..<place] {
                guard let order = PolicyOrder.broken(by: earlier, and: later, in: policy) else { continue }
                root.complain(.brokenTogether(order, with: earlier.line), line: later.line)
            }
        }
    }
}

extension PolicySelector {
    /// How names of this sort are compared.
    var sort: NamePattern.Sort {
        switch self {
        case .material: .material
        case .method: .code
        case .analyte, .digestion, .laboratory: .plain
        }
    }
}
