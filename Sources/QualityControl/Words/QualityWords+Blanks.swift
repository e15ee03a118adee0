import Geochemistry

extension QualityWords {
    /// - Parameters:
    ///   - cause: what the policy's carry-over rule says; nil where it says nothing.
    ///   - tolerated: carry-over in percent.
    ///   - preceding: the ordinary sample before the client's blank, from which it may have been soiled.
    static func blank(
        _ result: QCResult,
        row: SampleRow,
        column: JudgedColumn,
        cause: CarryOver.Cause?,
        tolerated: ExactDecimal?,
        preceding: (sample: String, value: ExactDecimal)?
    ) -> String {
        let start = subject(result, row, column)
        let limit = amount(result.upperLimit, column)
        let blank = result.subtype == BlankKind.pulp.rawValue ? "pulp blank" : "blank"
        let excess: String
        switch result.rule {
        case .blankRaisedDetectionLimit:
            return "\(start): a detection limit raised above the \(blank)'s limit of \(limit) cannot prove it clean; "
                + "ask the laboratory why it was raised"
        case .blankBackground:
            excess = "\(start), above the limit of \(limit) for its background of \(amount(result.expected, column))"
        default:
            let times = column.detectionLimit.map { " (detection limit \($0))" } ?? ""
            excess = "\(start), above the \(blank)'s limit of \(limit)\(times)"
        }
        if let cause, let tolerated { return "\(excess); \(judged(cause, column, tolerated))" }
        guard let preceding, let value = result.value,
            let percent = CarryOver.percent(value, of: preceding.value)
        else { return excess }
        let before = "the sample before it, \(preceding.sample) with \(amount(preceding.value, column))"
        // A crusher cannot leave behind more than went through it.
        guard percent <= 100 else { return "\(excess); it is more than \(before), so look for a mix-up" }
        return "\(excess); it is \(percent) % of \(before)"
    }

    /// `20: Cu by ME-ICP61 is 0.030 ppm: 0.24 % of the sample before it, 19 with 12.5 ppm, explains it as carry-over`.
    static func cause(
        _ cause: CarryOver.Cause,
        of result: QCResult,
        row: SampleRow,
        column: JudgedColumn,
        tolerated: ExactDecimal
    ) -> String {
        "\(subject(result, row, column)): \(judged(cause, column, tolerated))"
    }

    private static func judged(_ cause: CarryOver.Cause, _ column: JudgedColumn, _ tolerated: ExactDecimal) -> String {
        switch cause {
        case .carryOver(let source, let percent):
            return "\(percent.map { "\($0) %" } ?? "a part") of \(before(source, column)), explains it as carry-over "
                + "(up to \(tolerated) %)"
        case .contamination(let source, let percent?) where percent <= 100:
            return "as carry-over it would be \(percent) % of \(before(source, column)) (up to \(tolerated) %), "
                + "so look for contamination or a mix-up"
        case .contamination(let source, _):
            return "it is more than \(before(source, column)), could leave behind, "
                + "so look for contamination or a mix-up"
        }
    }

    private static func before(_ source: CarryOver.Source, _ column: JudgedColumn) -> String {
        let place = source.distance == 1 ? "the sample before it" : "a sample shortly before it"
        return "\(place), \(source.sample) with \(amount(source.reported, column))"
    }
}
