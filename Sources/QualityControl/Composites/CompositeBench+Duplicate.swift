import Geochemistry

extension CompositeBench {
    /// A duplicate against the sample that it repeats, by the same limits as its members. Shares are not judged: the
    /// sums that they are made of are.
    /// - Returns: false where no member was determined.
    func judgeDuplicate(_ judged: inout Judged, in sheet: BatchSheet) throws(ArithmeticOverflow) -> Bool {
        let index = judged.result.sampleIndex
        let role = sheet.roles[index]
        let denominator = try CommonDenominator(source.ratios)
        guard let reading = try reading(index, in: sheet, over: denominator) else { return false }
        describe(reading, over: denominator, in: &judged.result)
        guard composite.kind == .sum else { return true }
        guard reading.missing.isEmpty else {
            judged.result.settle(Self.memberMissing, tier: tier)
            return true
        }
        guard let parent = parentage.parent(of: index, role: role),
            let original = try self.reading(parent, in: sheet, over: denominator)
        else {
            judged.result.settle(RuleVerdict(.notEvaluated, .duplicateWithoutParent), tier: tier)
            return true
        }
        guard original.missing.isEmpty else {
            var verdict = Self.memberMissing
            verdict.note = QualityWords.originalHasNoResult
            judged.result.settle(verdict, tier: tier)
            return true
        }
        if !original.isCensored { judged.result.expected = amount(original.low, over: denominator) }
        let limit = source.rules(for: nil, in: sheet)
            .pairLimit(for: role.kind, detectionLimit: try source.detectionLimit(denominator))
        judged.result.settle(try CompositePair(original, reading, limit: limit).verdict(), tier: tier)
        if judged.result.outcome == .warn || judged.result.outcome == .fail {
            judged.message = QualityWords.compositeDuplicate(
                judged.result,
                sample: sheet.certificate.samples[index],
                role: role,
                source: source,
                original: [original.low, original.high].map { end in end.flatMap { amount($0, over: denominator) } },
                percent: limit.rule.percent
            )
        }
        return true
    }
}
