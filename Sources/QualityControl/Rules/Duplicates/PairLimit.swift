public import Geochemistry

/// What two results of one content may differ by: in percent of their mean with a floor near the detection limit, or
/// inside Simon's hyperbola, as the policy says.
public struct PairLimit: Sendable, Hashable {
    public let rule: DuplicateRules.Limit
    /// What the floor, or the hyperbola's b, is a multiple of; without one there is no floor.
    public let detectionLimit: ExactDecimal?
    /// The floor of a limit in percent.
    public let floorDetectionLimits: ExactDecimal

    public init(_ rule: DuplicateRules.Limit, detectionLimit: ExactDecimal?, floorDetectionLimits: ExactDecimal) {
        self.rule = rule
        self.detectionLimit = detectionLimit
        self.floorDetectionLimits = floorDetectionLimits
    }

    public func judge(
        _ original: PairDifference.Half,
        _ duplicate: PairDifference.Half
    ) throws(ArithmeticOverflow) -> RuleVerdict {
        if let hyperbola = try hyperbola {
            return try HyperbolicDifference.judge(original, duplicate, limit: hyperbola, outcome: rule.outcome)
        }
        return try PairDifference.judge(original, duplicate, limit: rule, floor: try floor ?? .zero)
    }

    /// nil where the limit is a percentage.
    var hyperbola: HyperbolicLimit? {
        get throws(ArithmeticOverflow) {
            guard let multiple = rule.hyperbolicDetectionLimits else { return nil }
            return HyperbolicLimit(percent: rule.percent, floor: try reach(multiple))
        }
    }

    /// The difference that passes whatever the percentage; nil beside a hyperbola, which has no floor.
    var floor: ExactDecimal? {
        get throws(ArithmeticOverflow) {
            rule.hyperbolicDetectionLimits == nil ? try reach(floorDetectionLimits) : nil
        }
    }

    private func reach(_ multiple: ExactDecimal) throws(ArithmeticOverflow) -> ExactDecimal {
        guard let detectionLimit else { return .zero }
        return try detectionLimit * multiple
    }
}
