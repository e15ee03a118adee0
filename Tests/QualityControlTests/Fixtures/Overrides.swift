import Geochemistry
import QualityControl

/// Overrides in a line: `Overrides.of(.analyte("Cu"), .laboratory("ALS")) { $0.crm.failSD = 4 }`.
enum Overrides {
    struct Term: Sendable {
        let selector: PolicySelector
        let names: [String]
        let sort: NamePattern.Sort

        static func analyte(_ names: String...) -> Term { Term(selector: .analyte, names: names, sort: .plain) }
        static func material(_ names: String...) -> Term { Term(selector: .material, names: names, sort: .material) }
        static func method(_ names: String...) -> Term { Term(selector: .method, names: names, sort: .code) }
        static func digestion(_ names: String...) -> Term { Term(selector: .digestion, names: names, sort: .plain) }
        static func laboratory(_ names: String...) -> Term { Term(selector: .laboratory, names: names, sort: .plain) }
    }

    static func selectors(_ terms: [Term]) -> PolicySelectors {
        var choices: [PolicySelector: PolicySelectors.Choice] = [:]
        for term in terms {
            let patterns = term.names.map { NamePattern($0, term.sort) }
            choices[term.selector] = .init(printed: term.names, patterns: patterns, line: 1)
        }
        return PolicySelectors(choices)
    }

    /// - Parameters:
    ///   - stated: the keys that `change` changes.
    static func of(_ terms: Term..., stated: String..., change: (inout Policy) -> Void) -> PolicyOverride {
        var policy = TestStandards.policy
        change(&policy)
        return PolicyOverride(selectors(terms), stated: stated, policy: policy)
    }

    /// An override of the CRM's failing limit.
    static func failSD(_ value: ExactDecimal, _ terms: [Term]) -> PolicyOverride {
        var policy = TestStandards.policy
        policy.crm.failSD = value
        return PolicyOverride(selectors(terms), stated: ["crm.fail_sd"], policy: policy)
    }
}
