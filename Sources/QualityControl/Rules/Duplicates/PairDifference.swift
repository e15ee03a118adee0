public import Geochemistry

/// The difference of a pair in percent of its mean (RPD, twice HARD), with a floor near the detection limit.
///
/// Source: HARD limits of 10, 20 and 30 % for pulp, coarse and field duplicates (RPA-Tools); the floor follows the
/// hyperbolic method of Simon, which forgives what a method cannot resolve. A pair exactly on a limit passes.
public enum PairDifference {
    /// One half of a pair.
    public enum Half: Sendable, Hashable {
        case number(ExactDecimal)
        case below(ExactDecimal)
        case above(ExactDecimal)
    }

    /// - Parameters:
    ///   - floor: the difference in the reported unit that passes whatever the percentage.
    public static func judge(
        _ original: Half,
        _ duplicate: Half,
        limit: DuplicateRules.Limit,
        floor: ExactDecimal
    ) throws(ArithmeticOverflow) -> RuleVerdict {
        switch (original, duplicate) {
        case (.number(let a), .number(let b)):
            return try numbers(a, b, limit: limit, floor: floor)
        case (.below(let limit), .number(let number)) where number >= limit,
            (.number(let number), .below(let limit)) where number >= limit:
            // The nearest that the two can be; where even that is within the floor the pair is as good as equal.
            if try number - limit <= floor { return RuleVerdict(.pass, .duplicateNearDetectionLimit) }
        case (.below(let limit), .number(let number)), (.number(let number), .below(let limit)):
            // A number under a raised limit: equal only if the limit itself is near it.
            if try limit - number <= floor { return RuleVerdict(.pass, .duplicateNearDetectionLimit) }
        default:
            break
        }
        return try censored(original, duplicate, limit: limit, floor: floor)
    }

    /// 100 |a − b| / ((a + b) / 2), for charts.
    public static func percent(_ a: ExactDecimal, _ b: ExactDecimal) -> Double? {
        guard let difference = try? (a - b).magnitude, let sum = try? a + b,
            let twice = try? difference + difference
        else { return nil }
        // Two zeros do not differ; their mean divides nothing.
        return difference.isZero ? 0 : twice.percent(of: sum)
    }

    private static func numbers(
        _ a: ExactDecimal,
        _ b: ExactDecimal,
        limit: DuplicateRules.Limit,
        floor: ExactDecimal
    ) throws(ArithmeticOverflow) -> RuleVerdict {
        guard try exceeds(a, b, percent: limit.percent) else { return RuleVerdict(.pass, .duplicatePairDifference) }
        if try (a - b).magnitude <= floor { return RuleVerdict(.pass, .duplicateNearDetectionLimit) }
        return RuleVerdict(limit.outcome, .duplicatePairDifference)
    }

    /// 100 × 2 |a − b| > percent × (a + b).
    static func exceeds(
        _ a: ExactDecimal,
        _ b: ExactDecimal,
        percent: ExactDecimal
    ) throws(ArithmeticOverflow) -> Bool {
        try (a - b).magnitude * 200 > percent * (a + b)
    }

    /// Where a half is censored, only the smallest difference that the two can have proves anything: the one between
    /// the upper end of the lower half and the lower end of the higher one.
    private static func censored(
        _ original: Half,
        _ duplicate: Half,
        limit: DuplicateRules.Limit,
        floor: ExactDecimal
    ) throws(ArithmeticOverflow) -> RuleVerdict {
        for (low, high) in [(original, duplicate), (duplicate, original)] {
            guard let top = low.highest, let bottom = high.lowest, top < bottom else { continue }
            if try bottom - top > floor, try exceeds(top, bottom, percent: limit.percent) {
                return RuleVerdict(limit.outcome, .duplicatePairDifference, note: QualityWords.differenceIsAtLeast)
            }
        }
        return RuleVerdict(.notEvaluated, .duplicateCensored, note: QualityWords.pairIsCensored)
    }
}

extension PairDifference.Half {
    /// The highest value it can have; nil where there is no end.
    var highest: ExactDecimal? {
        switch self {
        case .number(let value), .below(let value): value
        case .above: nil
        }
    }

    var lowest: ExactDecimal? {
        switch self {
        case .number(let value), .above(let value): value
        case .below: nil
        }
    }
}
