import Geochemistry

/// A blank may reach a few detection limits; beyond, something was carried over or contaminated.
///
/// Source: three limits in the d-benz scripts; configurable in MX Deposit and RPA-Tools; five and ten are in use.
enum BlankDetectionLimit {
    struct Window {
        let warn: ExactDecimal
        let fail: ExactDecimal

        init(detectionLimit: ExactDecimal, multiples: BlankRules.Multiples) throws(ArithmeticOverflow) {
            warn = try detectionLimit * multiples.warn
            fail = try detectionLimit * multiples.fail
        }
    }

    /// Strict: a blank exactly on a limit passes it.
    static func judge(_ value: ExactDecimal, against window: Window) -> RuleVerdict {
        if value > window.fail { return verdict(.fail, window.fail) }
        return verdict(value > window.warn ? .warn : .pass, window.warn)
    }

    /// `<x`: clean as far as the laboratory looked. Where it did not look below the failure limit, the raised limit
    /// cannot prove cleanness, and a person has to look.
    static func judge(below limit: ExactDecimal?, against window: Window) -> RuleVerdict {
        guard let limit, limit > window.fail else { return verdict(.pass, window.warn) }
        return RuleVerdict(
            .warn,
            .blankRaisedDetectionLimit,
            upperLimit: window.fail.withoutTrailingZeros,
            note: QualityWords.blankLimitRaised
        )
    }

    /// `>x`: at least x.
    static func judge(above limit: ExactDecimal, against window: Window) -> RuleVerdict {
        if limit >= window.fail { return verdict(.fail, window.fail) }
        return RuleVerdict(.notEvaluated, .blankDetectionLimit, note: QualityWords.blankOverRange)
    }

    private static func verdict(_ outcome: Outcome, _ limit: ExactDecimal) -> RuleVerdict {
        RuleVerdict(outcome, .blankDetectionLimit, upperLimit: limit.withoutTrailingZeros)
    }
}
