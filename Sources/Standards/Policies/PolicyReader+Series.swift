import Geochemistry
import QualityControl

/// `[series]`: optional as a whole and in its parts; what is absent is not looked at.
extension PolicyReader {
    func series(_ section: TOMLSection) -> SeriesRules {
        SeriesRules(
            includesSupport: section.bool("support", .optional) ?? false,
            runs: section.section("runs", .optional).flatMap(runs),
            bias: section.section("bias", .optional).flatMap(bias),
            stability: section.section("own_limits", .optional).flatMap(stability),
            drift: section.section("drift", .optional).flatMap(drift)
        )
    }

    private func runs(_ section: TOMLSection) -> SeriesRules.Runs? {
        var seen: Set<RunRule> = []
        func rules(_ key: String) -> [RunRule]? {
            section.strings(key)?.compactMap { text in
                guard let rule = RunRule(rawValue: text) else {
                    let known = RunRule.allCases.map(\.rawValue)
                    section.complain(.unknownWord(text, for: key, among: known), at: key)
                    return nil
                }
                guard seen.insert(rule).inserted else {
                    section.complain(.ruleTwice(text), at: key)
                    return nil
                }
                return rule
            }
        }
        let (fail, warn, show) = (rules("fail"), rules("warn"), rules("show"))
        guard let fail, let warn, let show else { return nil }
        return SeriesRules.Runs(fail: fail, warn: warn, show: show)
    }

    private func bias(_ section: TOMLSection) -> SeriesRules.BiasLimits? {
        let last = section.integer("last", in: 2...SeriesHistory.reach)
        let minimum = section.integer("minimum", in: 2...SeriesHistory.reach)
        let significance = probability(section, "significance")
        let show = section.decimal("show_percent")
        let warn = positive(section, "warn_percent")
        let fail = positive(section, "fail_percent")
        order(section, ("show_percent", show), ("warn_percent", warn))
        order(section, ("warn_percent", warn), ("fail_percent", fail))
        if let last, let minimum, minimum > last { section.complain(.moreThan("minimum", "last"), at: "minimum") }
        guard let last, let minimum, let significance, let show, let warn, let fail else { return nil }
        return SeriesRules.BiasLimits(
            last: last,
            minimum: minimum,
            significance: significance,
            showPercent: show,
            warnPercent: warn,
            failPercent: fail
        )
    }

    private func stability(_ section: TOMLSection) -> SeriesRules.Stability? {
        let minimum = section.integer("minimum", in: 5...SeriesHistory.reach)
        let limit = positive(section, "limit_sd")
        let outcome = outcome(section, "outcome", of: [.pass, .warn, .fail])
        guard let minimum, let limit, let outcome else { return nil }
        return SeriesRules.Stability(minimum: minimum, limit: limit, outcome: outcome)
    }

    private func drift(_ section: TOMLSection) -> SeriesRules.Drift? {
        let baseline = section.integer("baseline", in: 5...SeriesHistory.reach)
        let allowance = positive(section, "cusum_k")
        let limit = positive(section, "cusum_h")
        let weight = probability(section, "ewma_lambda")
        let width = positive(section, "ewma_limit")
        let significance = probability(section, "trend_significance")
        let outcome = outcome(section, "outcome", of: [.pass, .warn, .fail])
        guard let baseline, let allowance, let limit, let weight, let width, let significance, let outcome else {
            return nil
        }
        return SeriesRules.Drift(
            baseline: baseline,
            cusumAllowance: allowance,
            cusumLimit: limit,
            ewmaWeight: weight,
            ewmaLimit: width,
            trendSignificance: significance,
            outcome: outcome
        )
    }

    /// Above 0 and below 1.
    private func probability(_ section: TOMLSection, _ key: String) -> ExactDecimal? {
        guard let number = positive(section, key) else { return nil }
        if number < 1 { return number }
        section.complain(.notBelowOne(key), at: key)
        return nil
    }
}
