import Geochemistry

/// Judges a pair by the hyperbolic limit, censored halves by what they prove.
enum HyperbolicDifference {
    static func judge(
        _ original: PairDifference.Half,
        _ duplicate: PairDifference.Half,
        limit: HyperbolicLimit,
        outcome: Outcome
    ) throws(ArithmeticOverflow) -> RuleVerdict {
        switch (original, duplicate) {
        case (.number(let a), .number(let b)):
            return RuleVerdict(try limit.isExceeded(by: a, b) ? outcome : .pass, .duplicateHyperbolicLimit)
        case (.below(let bound), .number(let number)) where max(bound, number) <= limit.floor,
            (.number(let number), .below(let bound)) where max(bound, number) <= limit.floor:
            // Whatever the censored half is, neither of the two is larger than b.
            return RuleVerdict(.pass, .duplicateNearDetectionLimit)
        default:
            break
        }
        // The nearest that the two can be.
        for (low, high) in [(original, duplicate), (duplicate, original)] {
            guard let top = low.highest, let bottom = high.lowest, top < bottom else { continue }
            if try limit.isExceeded(by: top, bottom) {
                return RuleVerdict(outcome, .duplicateHyperbolicLimit, note: QualityWords.differenceIsAtLeast)
            }
        }
        return RuleVerdict(.notEvaluated, .duplicateCensored, note: QualityWords.pairIsCensored)
    }
}
