import Geochemistry

extension CompositeBench {
    /// A blank, whose composite may reach a few of the summed detection limits of its members, or its certified
    /// background. What is proved is the low end, with all that is below a limit at 0.
    /// - Returns: false where no member was determined.
    func judgeBlank(_ judged: inout Judged, in sheet: BatchSheet) throws(ArithmeticOverflow) -> Bool {
        let index = judged.result.sampleIndex
        let isClient = judged.result.origin == .client
        let row = sheet.certificate.samples[index]
        let named = judged.result.reference.isEmpty && !isClient ? row.name : judged.result.reference
        let material = sheet.materials[MaterialName(named)]?.name ?? MaterialName(named)
        judged.result.reference = material.printed
        let policy = source.rules(for: material, in: sheet)
        let rules = isClient ? policy.blank : policy.laboratory.blank
        let lookup = CompositeExpectation.of(composite, in: material, after: source.digestion, library: sheet.materials)
        let terms: [ExactRatio] = if case .found(let expectation) = lookup { expectation.ratios } else { [] }
        let denominator = try CommonDenominator(source.ratios + terms)
        guard let reading = try reading(index, in: sheet, over: denominator) else { return false }
        describe(reading, over: denominator, in: &judged.result)
        // A share of next to nothing means nothing.
        guard composite.kind == .sum else { return true }
        guard reading.missing.isEmpty else {
            judged.result.settle(Self.memberMissing, tier: tier)
            return true
        }

        let isRock =
            row.origin == .laboratoryPreparationBlank
            || composite.all.contains { rules.rockForming.contains($0.element) }
        let limit = try source.detectionLimit(denominator)
        let verdict: RuleVerdict
        var tier = tier
        if case .found(let expectation) = lookup,
            let background = try background(
                expectation,
                limit: isRock ? nil : limit,
                rules: rules,
                percent: isClient ? policy.crm.failPercent : policy.laboratory.crm.failPercent,
                over: denominator
            )
        {
            judged.result.expected = denominator.shown(background.level, in: composite.unit)
            tier = tier.limited(by: expectation.kind)
            verdict = try background.judge(reading, denominator, composite.unit)
        } else if isRock || Self.isPartlyKnown(lookup, of: composite) {
            verdict = RuleVerdict(.notEvaluated, .blankBackground, note: QualityWords.unknownRock)
        } else if let limit {
            verdict = try judge(reading, limit: limit, rules: rules, over: denominator)
        } else {
            verdict = RuleVerdict(.notEvaluated, .blankNoDetectionLimit, note: QualityWords.noDetectionLimit)
        }
        judged.result.settle(verdict, tier: tier)
        if judged.result.outcome == .warn || judged.result.outcome == .fail {
            judged.message = QualityWords.compositeBlank(
                judged.result,
                sample: row,
                source: source,
                detectionLimit: limit.flatMap { denominator.shown($0, in: composite.unit) }
            )
        }
        return true
    }

    /// k x the summed detection limits; strict, so a blank on a limit passes.
    private func judge(
        _ reading: CompositeReading,
        limit: ExactDecimal,
        rules: BlankRules,
        over denominator: CommonDenominator
    ) throws(ArithmeticOverflow) -> RuleVerdict {
        let warn = try limit * rules.warnDetectionLimits
        let fail = try limit * rules.failDetectionLimits
        func verdict(_ outcome: Outcome, _ limit: ExactDecimal) -> RuleVerdict {
            RuleVerdict(outcome, .blankComposite, upperLimit: denominator.shown(limit, in: composite.unit))
        }
        if reading.low.part > fail { return verdict(.fail, fail) }
        if reading.low.part > warn { return verdict(.warn, warn) }
        guard let high = reading.high, high.part <= fail else {
            return RuleVerdict(.notEvaluated, .compositeCensored, note: QualityWords.blankLimitRaised)
        }
        return verdict(.pass, warn)
    }

    /// A material that certifies some members and not others: what it holds of the rest nobody knows.
    private static func isPartlyKnown(_ lookup: CompositeExpectation.Lookup, of composite: Composite) -> Bool {
        if case .notCertified(let missing) = lookup { return missing.count < composite.all.count }
        return false
    }

    private struct Background {
        let window: any CompositeWindow
        let rules: BlankRules
        let percent: ExactDecimal

        var level: ExactDecimal { window.level }

        func isExceeded(by end: CompositeEnd) throws(ArithmeticOverflow) -> Bool {
            guard try window.side(of: end) == .above else { return false }
            return window.hasSD
                ? try window.exceeds(end, sd: rules.backgroundSD) : try window.exceeds(end, percent: percent)
        }

        func judge(
            _ reading: CompositeReading,
            _ denominator: CommonDenominator,
            _ unit: Unit
        ) throws(ArithmeticOverflow) -> RuleVerdict {
            let (_, sd) = window.shown
            let reach = if let sd { try sd * rules.backgroundSD } else { try level.percentage(percent) }
            let limit = try level + reach
            let shown = denominator.shown(limit, in: unit)
            if try isExceeded(by: reading.low) { return RuleVerdict(.fail, .blankComposite, upperLimit: shown) }
            if let high = reading.high, try !isExceeded(by: high) {
                return RuleVerdict(.pass, .blankComposite, upperLimit: shown)
            }
            return RuleVerdict(.notEvaluated, .compositeCensored, note: QualityWords.blankLimitRaised)
        }
    }

    /// nil where the detection limits alone allow more than the background.
    private func background(
        _ expectation: CompositeExpectation,
        limit: ExactDecimal?,
        rules: BlankRules,
        percent: ExactDecimal,
        over denominator: CommonDenominator
    ) throws(ArithmeticOverflow) -> Background? {
        let background = Background(
            window: try window(expectation, over: denominator),
            rules: rules,
            percent: percent
        )
        guard let limit else { return background }
        let allowed = try limit * rules.warnDetectionLimits
        return try background.isExceeded(by: CompositeEnd(part: allowed, whole: allowed)) ? nil : background
    }
}
