import Geochemistry
import QualityControl

extension PolicyReader {
    /// `[insertion]`, with `[insertion.rates]` and `[insertion.grade_coverage]` where a policy has them.
    func wholeInsertion(_ section: TOMLSection) -> InsertionRules? {
        let rates = section.section("rates", .optional).map(self.rates)
        let coverage = section.section("grade_coverage", .optional).map(gradeCoverage)
        guard var rules = insertion(section) else { return nil }
        if let rates {
            guard let rates else { return nil }
            rules.rates = rates
        }
        if let coverage {
            guard let coverage else { return nil }
            rules.gradeCoverage = coverage
        }
        return rules
    }

    private func rates(_ section: TOMLSection) -> InsertionRates? {
        let kinds = ["crm", "blank", "duplicate"].map { section.section($0, .optional).map(rate) }
        let window = section.integer("window_samples", in: 10...1_000_000)
        // A kind that is absent is not asked for; one that is wrong is told, and refuses the file.
        for case .some(.none) in kinds { return nil }
        guard let window else { return nil }
        return InsertionRates(
            crm: kinds[0].flatMap { $0 },
            blank: kinds[1].flatMap { $0 },
            duplicate: kinds[2].flatMap { $0 },
            window: window
        )
    }

    private func rate(_ section: TOMLSection) -> InsertionRates.Rate? {
        let percent = positive(section, "percent")
        let outcome = outcome(section, "outcome", of: [.pass, .warn, .notEvaluated])
        guard let percent, let outcome else { return nil }
        return InsertionRates.Rate(percent: percent, outcome: outcome)
    }

    private func gradeCoverage(_ section: TOMLSection) -> GradeCoverageRules? {
        let factor = positive(section, "factor")
        let percent = section.decimal("percent")
        let samples = section.integer("samples", in: 1...100_000)
        let outcome = outcome(section, "outcome", of: [.pass, .warn])
        guard let factor, let percent, let samples, let outcome else { return nil }
        return GradeCoverageRules(factor: factor, percent: percent, samples: samples, outcome: outcome)
    }
}
