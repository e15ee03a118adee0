import Geochemistry

/// A blank of natural rock holds what the rock holds: it may reach its certified background plus 3 SD.
///
/// Source: Bear Lodge, whose rock blanks exceeded 15 detection limits in the light rare earths by background alone.
/// One-sided: a blank cannot be too clean.
struct BlankBackground {
    let expectation: CertifiedExpectation
    /// The highest result inside, times the expectation's denominator.
    let ceiling: ExactDecimal
    /// The same for people.
    let limit: ExactDecimal?

    /// - Parameter percent: above the background, where its certificate states no SD.
    init(
        _ expectation: CertifiedExpectation,
        rules: BlankRules,
        percent: ExactDecimal
    ) throws(ArithmeticOverflow) {
        self.expectation = expectation
        if let spread = expectation.spread {
            ceiling = try expectation.center + spread * rules.backgroundSD
        } else {
            ceiling = try expectation.center + expectation.center.percentage(percent)
        }
        limit = ceiling.shown(over: expectation.denominator)
    }

    /// Whether the background lies above what the detection limit alone would already allow. Below it, the scatter
    /// of the method near its limit is larger than the background, and ``BlankDetectionLimit`` is the better judge.
    func isAbove(_ window: BlankDetectionLimit.Window) throws(ArithmeticOverflow) -> Bool {
        try ceiling > window.warn * expectation.denominator
    }

    func judge(_ value: ExactDecimal) throws(ArithmeticOverflow) -> RuleVerdict {
        let exceeds = try value * expectation.denominator > ceiling
        return RuleVerdict(exceeds ? .fail : .pass, .blankBackground, upperLimit: limit)
    }

    /// - Parameter limit: nil where neither the cell nor the column names it: then nothing is proved.
    func judge(below limit: ExactDecimal?) throws(ArithmeticOverflow) -> RuleVerdict {
        guard let limit else {
            return RuleVerdict(.notEvaluated, .blankNoDetectionLimit, note: QualityWords.noDetectionLimit)
        }
        guard try limit * expectation.denominator > ceiling else {
            return RuleVerdict(.pass, .blankBackground, upperLimit: self.limit)
        }
        return RuleVerdict(
            .warn,
            .blankRaisedDetectionLimit,
            upperLimit: self.limit,
            note: QualityWords.blankLimitRaised
        )
    }

    func judge(above limit: ExactDecimal) throws(ArithmeticOverflow) -> RuleVerdict {
        if try limit * expectation.denominator >= ceiling {
            return RuleVerdict(.fail, .blankBackground, upperLimit: self.limit)
        }
        return RuleVerdict(.notEvaluated, .blankBackground, upperLimit: self.limit, note: QualityWords.blankOverRange)
    }
}
