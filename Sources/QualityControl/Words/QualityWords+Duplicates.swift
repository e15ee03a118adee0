import Geochemistry

extension QualityWords {
    /// `20 % of the pair's mean`, `the hyperbola of 20 % and 5 detection limits`.
    static func limit(_ limit: DuplicateRules.Limit) -> String {
        guard let multiple = limit.hyperbolicDetectionLimits else { return "\(limit.percent) % of the pair's mean" }
        return "the hyperbola of \(limit.percent) % and \(multiple) detection limits"
    }

    /// `6 of 24 pulp duplicates (25 %) of Cu by ME-ICP61 exceed their limit of 20 % of the pair's mean; ...`.
    static func duplicateSet(
        _ exceeding: Int,
        of evaluated: Int,
        kind: SampleRole.Kind,
        column: JudgedColumn,
        limit: DuplicateRules.Limit,
        rules: DuplicateSetRules
    ) -> String {
        let share = ExactDecimal(100 * exceeding).divided(by: ExactDecimal(evaluated), scale: 1)
        let kind = kind.rawValue.split(separator: "_").joined(separator: " ")
        return "\(exceeding) of \(evaluated) \(kind)s of \(determination(column)) exceed their limit of "
            + "\(Self.limit(limit)), \(share?.withoutTrailingZeros.description ?? "?") % where the policy allows "
            + "\(rules.percent) %: the set does not repeat. 'cupel statistics duplicates' shows by how much"
    }
}
