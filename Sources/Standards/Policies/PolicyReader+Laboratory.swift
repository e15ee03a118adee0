import Geochemistry
import QualityControl

extension PolicyReader {
    /// `[laboratory]`, with `[laboratory.recovery]` and `[laboratory.comparison]` where a policy has them.
    func wholeLaboratory(_ section: TOMLSection) -> LaboratoryRules? {
        let recovery = section.section("recovery", .optional).map(self.recovery)
        let comparison = section.section("comparison", .optional).map(self.comparison)
        guard var rules = laboratory(section) else { return nil }
        if let recovery {
            guard let recovery else { return nil }
            rules.recovery = recovery
        }
        if let comparison {
            guard let comparison else { return nil }
            rules.comparison = comparison
        }
        return rules
    }

    private func recovery(_ section: TOMLSection) -> RecoveryRules? {
        let lowest = positive(section, "low_percent")
        let highest = positive(section, "high_percent")
        let outcome = outcome(section, "outcome", of: [.pass, .warn])
        order(section, ("low_percent", lowest), ("high_percent", highest))
        guard let lowest, let highest, let outcome else { return nil }
        return RecoveryRules(lowest: lowest, highest: highest, outcome: outcome)
    }

    private func comparison(_ section: TOMLSection) -> ComparisonRules? {
        let results = section.integer("results", in: 2...1000)
        let biasSD = positive(section, "bias_sd")
        let outcome = outcome(section, "outcome", of: [.pass, .warn])
        guard let results, let biasSD, let outcome else { return nil }
        return ComparisonRules(results: results, biasSD: biasSD, outcome: outcome)
    }
}
