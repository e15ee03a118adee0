import Geochemistry
import QualityControl

extension PolicyReader {
    func duplicate(_ section: TOMLSection) -> DuplicateRules? {
        let floor = section.decimal("floor_detection_limits")
        let field = section.section("field").flatMap(limit)
        let coarse = section.section("coarse").flatMap(limit)
        let pulp = section.section("pulp").flatMap(limit)
        let set = section.section("set", .optional)
        let rules = set.flatMap(duplicateSet)
        guard let floor, let field, let coarse, let pulp, (set == nil) == (rules == nil) else { return nil }
        return DuplicateRules(field: field, coarse: coarse, pulp: pulp, floorDetectionLimits: floor, set: rules)
    }

    func limit(_ section: TOMLSection) -> DuplicateRules.Limit? {
        let percent = positive(section, "percent")
        let outcome = outcome(section, "outcome", of: [.warn, .fail])
        let key = "hyperbolic_detection_limits"
        let hyperbolic = section.has(key) ? section.decimal(key) : nil
        // A pair of which one is zero differs by 200 % of its mean, and no pair by more.
        if hyperbolic != nil, let percent, percent >= 200 {
            section.complain(.endlessHyperbola(percent), at: "percent")
        }
        guard let percent, let outcome, section.has(key) == (hyperbolic != nil) else { return nil }
        return DuplicateRules.Limit(percent: percent, outcome: outcome, hyperbolicDetectionLimits: hyperbolic)
    }

    private func duplicateSet(_ section: TOMLSection) -> DuplicateSetRules? {
        let pairs = section.integer("pairs", in: 1...100_000)
        let percent = section.decimal("percent")
        let field = outcome(section, "field", of: [.warn, .fail])
        let coarse = outcome(section, "coarse", of: [.warn, .fail])
        let pulp = outcome(section, "pulp", of: [.warn, .fail])
        guard let pairs, let percent, let field, let coarse, let pulp else { return nil }
        return DuplicateSetRules(pairs: pairs, percent: percent, field: field, coarse: coarse, pulp: pulp)
    }
}
