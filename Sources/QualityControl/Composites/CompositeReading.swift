import Geochemistry

/// One end of the interval in which a composite lies, as terms over a common denominator.
struct CompositeEnd: Hashable {
    /// The sum, or the part of a share.
    var part: ExactDecimal
    /// The part and all others; the part itself for a sum.
    var whole: ExactDecimal
}

/// What a certificate says of a composite in one sample.
///
/// A censored member leaves an interval: low with all censored members at 0, high with them at their limits (the rule of
/// `treo_case.json` among the golden cases). For a share the others go to the opposite end.
struct CompositeReading {
    private(set) var low = CompositeEnd(part: 0, whole: 0)
    /// nil where a member is over its range.
    private(set) var high: CompositeEnd?
    private(set) var isCensored = false
    /// Members without a result, with the reason: `Pr (not analysed)`.
    private(set) var missing: [String] = []
    /// What was taken from elsewhere than usual.
    private(set) var notes: [String] = []

    /// nil where not one member was determined: the sample was not part of this work.
    init?(
        _ source: CompositeSource,
        sample: Int,
        in sheet: BatchSheet,
        over denominator: CommonDenominator
    ) throws(ArithmeticOverflow) {
        var partLow: ExactDecimal = 0
        var partHigh: ExactDecimal? = 0
        var otherLow: ExactDecimal = 0
        var otherHigh: ExactDecimal? = 0
        var isDetermined = false
        for (index, member) in source.composite.all.enumerated() {
            let amount: (low: ExactDecimal, high: ExactDecimal?)
            switch Self.cell(source.columns[index], sample: sample, in: sheet) {
            case nil:
                missing.append("\(member.element)")
                continue
            case .missing(let reason):
                isDetermined = true
                missing.append("\(member.element) (\(reason))")
                continue
            case .number(let value, let column, let note):
                isDetermined = true
                let term = try denominator.term(value, column.ratio)
                amount = (term, term)
                if let note { notes.append(note) }
            case .below(let limit, let column):
                isDetermined = true
                isCensored = true
                amount = (0, try denominator.term(limit, column.ratio))
            case .above(let limit, let column):
                isDetermined = true
                isCensored = true
                amount = (try denominator.term(limit, column.ratio), nil)
            }
            if index < source.composite.members.count {
                partLow = try partLow + amount.low
                partHigh = try Self.sum(partHigh, amount.high)
            } else {
                otherLow = try otherLow + amount.low
                otherHigh = try Self.sum(otherHigh, amount.high)
            }
        }
        guard isDetermined else { return nil }
        guard missing.isEmpty else { return }
        // An end that nobody knows: a share is then as low as nothing, and as high as the whole.
        low = CompositeEnd(part: partLow, whole: try Self.sum(partLow, otherHigh) ?? partLow)
        if otherHigh == nil { low = CompositeEnd(part: 0, whole: 1) }
        if let partHigh { high = CompositeEnd(part: partHigh, whole: try partHigh + otherLow) }
    }

    private static func sum(
        _ left: ExactDecimal?,
        _ right: ExactDecimal?
    ) throws(ArithmeticOverflow) -> ExactDecimal? {
        guard let left, let right else { return nil }
        return try left + right
    }

    private enum Cell {
        case number(ExactDecimal, CompositeSource.MemberColumn, note: String?)
        case below(ExactDecimal, CompositeSource.MemberColumn)
        case above(ExactDecimal, CompositeSource.MemberColumn)
        case missing(String)
    }

    /// The first column with a result speaks; a result over its range is replaced by the one that resolves it after the
    /// same digestion. nil where all cells are empty.
    private static func cell(
        _ columns: [CompositeSource.MemberColumn],
        sample: Int,
        in sheet: BatchSheet
    ) -> Cell? {
        for (place, member) in columns.enumerated() {
            guard let cell = sheet.cell(sample: sample, column: member.column) else { continue }
            switch cell {
            case .number(let value):
                let note = place == 0 ? nil : QualityWords.takenFrom(member.column)
                return .number(value, member, note: note)
            case .below(let limit):
                guard let limit = limit ?? member.column.detectionLimit else {
                    return .missing(QualityWords.noDetectionLimit)
                }
                return .below(limit, member)
            case .above(let limit):
                guard let found = sheet.overLimits.resolution(sample: sample, column: member.column.index),
                    let other = columns.first(where: { $0.column.index == found.resolvingColumnIndex }),
                    case .number(let value)? = sheet.cell(sample: sample, column: other.column)
                else { return .above(limit, member) }
                return .number(value, other, note: QualityWords.takenFrom(other.column))
            case .noResult, .unreadable:
                return .missing(QualityWords.reason(cell))
            }
        }
        return nil
    }
}
