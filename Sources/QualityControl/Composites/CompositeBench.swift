import Geochemistry

/// Works on one composite of a batch, row by row.
struct CompositeBench {
    struct Judged {
        var result: CompositeResult
        /// What a person reads where it warns or fails; else empty.
        var message = ""
    }

    let source: CompositeSource
    let tier: Tier
    let parentage: Parentage

    init(_ source: CompositeSource, tier: Tier, parentage: Parentage) {
        self.source = source
        self.tier = tier
        self.parentage = parentage
    }

    var composite: Composite { source.composite }

    /// nil for a row of which nothing was determined, and for rows that are no samples.
    func result(of index: Int, in sheet: BatchSheet) -> Judged? {
        let role = sheet.roles[index]
        let origin: QCOrigin = sheet.certificate.samples[index].origin.isClient ? .client : .laboratory
        var judged = Judged(
            result: CompositeResult(sampleIndex: index, origin: origin, reference: role.reference)
        )
        do throws(ArithmeticOverflow) {
            switch role.kind {
            case .laboratoryCertified, .laboratoryOther: return nil
            case .routine, .check, .laboratoryOriginal:
                let denominator = try CommonDenominator(source.ratios)
                guard let reading = try reading(index, in: sheet, over: denominator) else { return nil }
                describe(reading, over: denominator, in: &judged.result)
            case .crm, .laboratoryCRM:
                judged.result.kind = .crm
                guard try judgeCRM(&judged, in: sheet) else { return nil }
            case .blank, .laboratoryBlank:
                judged.result.kind = .blank
                guard try judgeBlank(&judged, in: sheet) else { return nil }
            case .fieldDuplicate, .coarseDuplicate, .pulpDuplicate, .laboratoryDuplicate:
                judged.result.kind = .duplicate
                guard try judgeDuplicate(&judged, in: sheet) else { return nil }
            }
        } catch {
            judged.result.settle(BatchSheet.outOfRange, tier: tier)
        }
        return judged
    }

    func reading(
        _ index: Int,
        in sheet: BatchSheet,
        over denominator: CommonDenominator
    ) throws(ArithmeticOverflow) -> CompositeReading? {
        try CompositeReading(source, sample: index, in: sheet, over: denominator)
    }

    /// Writes what a reading says into a result.
    func describe(_ reading: CompositeReading, over denominator: CommonDenominator, in result: inout CompositeResult) {
        for note in reading.notes { result.add(note) }
        guard reading.missing.isEmpty else {
            result.rule = .compositeMemberMissing
            result.add(QualityWords.membersMissing(reading.missing))
            return
        }
        result.lowest = amount(reading.low, over: denominator)
        result.highest = reading.high.flatMap { amount($0, over: denominator) }
        if reading.isCensored {
            result.add(QualityWords.membersCensored)
        } else {
            result.value = result.lowest
        }
    }

    /// In the composite's unit.
    func amount(_ end: CompositeEnd, over denominator: CommonDenominator) -> ExactDecimal? {
        switch composite.kind {
        case .sum: denominator.shown(end.part, in: composite.unit)
        case .share: (try? end.part * 100).flatMap { $0.shown(over: end.whole) }
        }
    }

    static let memberMissing = RuleVerdict(.notEvaluated, .compositeMemberMissing)
    static let leftOpen = RuleVerdict(.notEvaluated, .compositeCensored, note: QualityWords.intervalIsOpen)
}
