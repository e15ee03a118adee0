import Geochemistry
import QualityControl

/// Reads sampling.toml.
struct SamplingReader {
    let materials: MaterialLibrary
    let log: ProblemLog

    func read(_ bytes: [UInt8], file: String) -> [SamplingRule] {
        let toml = TOMLFile(file: file, bytes: bytes, log: log)
        var rules: [SamplingRule] = []
        var seen: [String: (rule: SamplingRule, line: Int)] = [:]
        for section in toml.root.sections("rule") {
            guard let rule = rule(section) else { continue }
            let key = rule.pattern.lowercased()
            if let first = seen[key], !Self.sayTheSame(first.rule, rule) {
                section.complain(.samePattern(rule.pattern, line: first.line), at: "pattern")
            } else if seen[key] == nil {
                seen[key] = (rule, section.line(of: "pattern"))
            }
            rules.append(rule)
        }
        toml.finish()
        return rules
    }

    private func rule(_ section: TOMLSection) -> SamplingRule? {
        let name = section.string("name")
        let pattern = section.string("pattern")
        let type = section.word("type", as: SampleType.self)
        let reference = section.string("reference", .optional) ?? ""
        let parent = section.string("parent", .optional)
        let suffix = section.string("strip", .optional)
        if let pattern, pattern.allSatisfy({ $0 == "*" }) { section.complain(.emptyPattern("pattern"), at: "pattern") }
        guard let name, let pattern, let type else { return nil }
        if type == .crm { check(reference, section) }
        return SamplingRule(
            name: name,
            pattern: pattern.trimmedOfBlanks,
            type: type,
            reference: reference,
            parent: self.parent(section, type: type, word: parent, suffix: suffix)
        )
    }

    private func check(_ reference: String, _ section: TOMLSection) {
        if reference.isEmpty {
            section.complain(.noReference, at: "reference")
            return
        }
        let name = MaterialName(reference)
        if materials[name] == nil {
            let nearest = materials.nearest(to: name).map(\.printed)
            section.complain(.unknownMaterial(reference, nearest: nearest), at: "reference")
        }
    }

    private func parent(
        _ section: TOMLSection,
        type: SampleType,
        word: String?,
        suffix: String?
    ) -> SamplingRule.Parent {
        guard type.isDuplicate else {
            for key in ["parent", "strip"] where section.has(key) {
                section.complain(.parentOfNoDuplicate(key, type: type.rawValue), at: key)
            }
            return .none
        }
        switch (word, suffix) {
        case (.some, .some): section.complain(.twoParents, at: "strip")
        case (nil, nil): section.complain(.noParent, at: "type")
        case (let word?, nil):
            if word == "previous" { return .previous }
            section.complain(.unknownWord(word, for: "parent", among: ["previous"]), at: "parent")
        case (nil, let suffix?):
            if !suffix.isEmpty { return .withoutSuffix(suffix) }
            section.complain(.noParent, at: "strip")
        }
        return .none
    }

    private static func sayTheSame(_ a: SamplingRule, _ b: SamplingRule) -> Bool {
        a.type == b.type && MaterialName(a.reference) == MaterialName(b.reference) && a.parent == b.parent
    }
}
