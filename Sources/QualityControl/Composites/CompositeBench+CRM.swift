import Geochemistry

extension CompositeBench {
    /// A reference material, held against what it certifies for the members.
    /// - Returns: false where no member was determined.
    func judgeCRM(_ judged: inout Judged, in sheet: BatchSheet) throws(ArithmeticOverflow) -> Bool {
        let index = judged.result.sampleIndex
        let typed = MaterialName(judged.result.reference)
        let material = sheet.materials[typed]?.name ?? typed
        judged.result.reference = material.printed
        let lookup = CompositeExpectation.of(composite, in: material, after: source.digestion, library: sheet.materials)
        guard case .found(let expectation) = lookup else {
            let denominator = try CommonDenominator(source.ratios)
            guard let reading = try reading(index, in: sheet, over: denominator) else { return false }
            describe(reading, over: denominator, in: &judged.result)
            judged.result.settle(Self.verdict(lookup), tier: tier)
            return true
        }
        let denominator = try CommonDenominator(source.ratios + expectation.ratios)
        guard let reading = try reading(index, in: sheet, over: denominator) else { return false }
        describe(reading, over: denominator, in: &judged.result)
        let policy = source.rules(for: material, in: sheet)
        let rules = judged.result.origin == .client ? policy.crm : policy.laboratory.crm
        let window = try window(expectation, over: denominator)
        describe(window, rules: rules, over: denominator, in: &judged.result)
        judged.result.settle(
            try verdict(on: reading, window, rules: rules, over: denominator),
            tier: tier.limited(by: expectation.kind)
        )
        try limits(window, rules: rules, in: &judged.result)
        if judged.result.outcome == .warn || judged.result.outcome == .fail {
            judged.message = QualityWords.composite(
                judged.result,
                sample: sheet.certificate.samples[index],
                source: source,
                expectation: expectation,
                isAbove: try window.side(of: reading.low) == .above
            )
        }
        return true
    }

    func window(
        _ expectation: CompositeExpectation,
        over denominator: CommonDenominator
    ) throws(ArithmeticOverflow) -> any CompositeWindow {
        switch composite.kind {
        case .sum: try SumWindow(expectation, spread: composite.spread, over: denominator)
        case .share: try ShareWindow(expectation, over: denominator)
        }
    }

    private static func verdict(_ lookup: CompositeExpectation.Lookup) -> RuleVerdict {
        switch lookup {
        case .unknownMaterial: RuleVerdict(.notEvaluated, .crmUnknownMaterial)
        case .notCertified(let members):
            RuleVerdict(.notEvaluated, .compositeNotCertified, note: QualityWords.notCertified(members))
        case .found: RuleVerdict(.notEvaluated, .compositeNotCertified)
        }
    }

    private func verdict(
        on reading: CompositeReading,
        _ window: any CompositeWindow,
        rules: CRMRules,
        over denominator: CommonDenominator
    ) throws(ArithmeticOverflow) -> RuleVerdict {
        guard reading.missing.isEmpty else { return Self.memberMissing }
        if let limit = try source.detectionLimit(denominator), try window.level < limit * rules.detectionLimitGate {
            return RuleVerdict(.notEvaluated, .crmDetectionLimitGate)
        }
        guard try window.isUsable(rsdPercent: rules.unusableRSDPercent) else {
            return RuleVerdict(.notEvaluated, .crmNotUsable)
        }
        guard composite.kind == .sum || (reading.low.whole > 0 && reading.high != nil) else { return Self.leftOpen }
        let low = try Self.zone(of: reading.low, window, rules)
        // Over a range there is no end: beyond every window.
        let high = try reading.high.map { end throws(ArithmeticOverflow) in try Self.zone(of: end, window, rules) }
        guard let outcome = CompositeZone.outcome(low: low, high: high ?? .failAbove) else { return Self.leftOpen }
        return RuleVerdict(outcome, .crmComposite)
    }

    private static func zone(
        of end: CompositeEnd,
        _ window: any CompositeWindow,
        _ rules: CRMRules
    ) throws(ArithmeticOverflow) -> CompositeZone {
        let isBeyond = { (sd: ExactDecimal, percent: ExactDecimal) throws(ArithmeticOverflow) -> Bool in
            window.hasSD ? try window.exceeds(end, sd: sd) : try window.exceeds(end, percent: percent)
        }
        let side = try window.side(of: end)
        if try isBeyond(rules.failSD, rules.failPercent) { return CompositeZone(.fail, side) }
        return CompositeZone(try isBeyond(rules.warnSD, rules.warnPercent) ? .warn : .pass, side)
    }

    /// What was expected, in the composite's unit.
    private func describe(
        _ window: any CompositeWindow,
        rules: CRMRules,
        over denominator: CommonDenominator,
        in result: inout CompositeResult
    ) {
        let (value, sd) = window.shown
        switch composite.kind {
        case .sum:
            result.expected = value.flatMap { denominator.shown($0, in: composite.unit) }
            result.sd = sd.flatMap { denominator.shown($0, in: composite.unit) }
        case .share:
            result.expected = value
            result.sd = sd
        }
        guard let found = result.value, let expected = result.expected, let sd = result.sd,
            let deviation = try? found - expected
        else { return }
        result.z = deviation.approximateRatio(to: sd)
    }

    /// The limits of the rule that decided, for people.
    private func limits(
        _ window: any CompositeWindow,
        rules: CRMRules,
        in result: inout CompositeResult
    ) throws(ArithmeticOverflow) {
        guard result.rule == .crmComposite || result.rule == .compositeCensored, let expected = result.expected else {
            return
        }
        let isFailure = result.outcome == .fail
        let reach: ExactDecimal
        if let sd = result.sd {
            reach = try sd * (isFailure ? rules.failSD : rules.warnSD)
        } else {
            reach = try expected.percentage(isFailure ? rules.failPercent : rules.warnPercent)
        }
        result.lowerLimit = try expected - reach
        result.upperLimit = try expected + reach
    }
}
