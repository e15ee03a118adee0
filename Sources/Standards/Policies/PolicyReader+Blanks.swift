import Geochemistry
import QualityControl

extension PolicyReader {
    /// The client's blanks: `[blank]`, with `[blank.pulp]` and `[blank.carry_over]` where a policy has them.
    func clientBlank(_ section: TOMLSection) -> BlankRules? {
        let pulp = section.section("pulp", .optional)
        let carryOver = section.section("carry_over", .optional)
        let multiples = pulp.map(self.multiples)
        let tolerance = carryOver.map(self.carryOver)
        guard var rules = blank(section) else { return nil }
        if let multiples {
            guard let multiples else { return nil }
            rules.pulp = multiples
        }
        if let tolerance {
            guard let tolerance else { return nil }
            rules.carryOver = tolerance
        }
        return rules
    }

    private func multiples(_ section: TOMLSection) -> BlankRules.Multiples? {
        let warn = positive(section, "warn_detection_limits")
        let fail = positive(section, "fail_detection_limits")
        order(section, ("warn_detection_limits", warn), ("fail_detection_limits", fail))
        guard let warn, let fail else { return nil }
        return BlankRules.Multiples(warn: warn, fail: fail)
    }

    private func carryOver(_ section: TOMLSection) -> BlankRules.CarryOverRules? {
        let percent = positive(section, "percent")
        let samples = section.integer("samples", in: 1...100)
        guard let percent, let samples else { return nil }
        return BlankRules.CarryOverRules(percent: percent, samples: samples)
    }
}
