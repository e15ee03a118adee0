import Geochemistry

/// The sentences about a series: each whole, and as short as it stands in a list of analytes.
struct SeriesWords {
    typealias Message = (whole: String, short: String)

    private let line: SeriesLine
    private let column: SeriesSegment.Column

    init(_ line: SeriesLine, _ column: SeriesSegment.Column) {
        self.line = line
        self.column = column
    }

    private var analyte: String { column.column.analyte }

    /// `OREAS 620: Cu by ME-ICP61`.
    private var subject: String { Self.subject(line.segment.key, analyte) }

    private static func subject(_ key: SeriesKey, _ analyte: String) -> String {
        "\(key.material.printed): \(analyte)\(key.method.isEmpty ? "" : " by \(key.method)")"
    }

    private var certified: String { "the certified \(column.certified) \(column.column.unit) (SD \(column.sd))" }

    /// `10050 of batch VA26000123`; the batch only where it is another one.
    private func place(_ mark: SeriesLine.Mark) -> String {
        mark.batch == line.segment.batch ? mark.insertion.sample : "\(mark.insertion.sample) of batch \(mark.batch)"
    }

    // MARK: Runs

    /// To two decimals, from the exact score; more where two would hide that a whole number is exceeded.
    private static func shown(_ score: StandardScore) -> String {
        let exact = ExactDecimal(coefficient: Int128(score.steps / 2), scale: 9)
        let short = exact.rounded(toScale: 2)
        let text = (short == short.rounded(toScale: 0) && short != exact ? exact : short).withoutTrailingZeros
            .description
        return score.steps > 0 ? "+" + text : text
    }

    func run(_ hit: RunHit, in series: ScoreSeries) -> Message {
        let scores = hit.points.map { series.scores[$0].map(Self.shown) ?? "?" }
        let side = hit.side.map { $0 == .above ? "above" : "below" } ?? ""
        let pattern = Self.pattern(hit.rule, side: side)
        let shown = scores.count > 6 ? scores.suffix(6) : scores[...]
        let dots = scores.count > 6 ? "..., " : ""
        let first = hit.points.first.map { place(line.marks[$0]) } ?? ""
        let last = hit.points.last.map { place(line.marks[$0]) } ?? ""
        let span = first == last ? "at \(last)" : "from \(first) to \(last)"
        return (
            "\(subject): \(pattern) (\(dots)\(shown.joined(separator: ", ")) SD, \(span)); \(certified)",
            side.isEmpty ? analyte : "\(analyte) \(side)"
        )
    }

    /// What a rule saw, in words; the name of the rule stands beside it.
    static func pattern(_ rule: RunRule, side: String) -> String {
        switch rule {
        case .oneBeyond2SD: "one result more than 2 SD \(side) the certified value"
        case .oneBeyond3SD, .westernElectric1, .nelson1: "one result more than 3 SD \(side) the certified value"
        case .twoBeyond2SD: "two results in a row more than 2 SD \(side) the certified value"
        case .oppositeExtremes: "one result more than 2 SD above and one more than 2 SD below in one batch"
        case .fourBeyond1SD: "four results in a row more than 1 SD \(side) the certified value"
        case .threeBeyond1SD: "three results in a row more than 1 SD \(side) the certified value"
        case .eightOnOneSide, .westernElectric4: "eight results in a row \(side) the certified value"
        case .nineOnOneSide, .nelson2: "nine results in a row \(side) the certified value"
        case .tenOnOneSide: "ten results in a row \(side) the certified value"
        case .twelveOnOneSide: "twelve results in a row \(side) the certified value"
        case .twoOfThreeBeyond2SD, .westernElectric2, .nelson5:
            "two of three results in a row more than 2 SD \(side) the certified value"
        case .westernElectric3, .nelson6:
            "four of five results in a row more than 1 SD \(side) the certified value"
        case .nelson3: "six results in a row, each \(side == "below" ? "lower" : "higher") than the one before"
        case .nelson4: "fourteen results in a row that go up and down in turn"
        case .nelson7: "fifteen results in a row within 1 SD: the certificate's SD is far wider than the laboratory's"
        case .nelson8: "eight results in a row more than 1 SD away, on both sides"
        }
    }

    // MARK: Bias, own limits, drift

    func bias(_ found: SeriesBias) -> Message {
        let percent = "\(found.percent.shown(decimals: 2, sign: true)) %"
        return (
            "\(subject): the last \(found.bias.count) results have a bias of \(percent) (limit \(found.limit) %; mean "
                + "\(found.bias.mean.shown(decimals: 2, sign: true)) SD from \(certified); t "
                + "\(found.bias.t.shown(decimals: 2)), p \(found.bias.p.shownProbability))",
            "\(analyte) \(percent)"
        )
    }

    func ownLimits(_ own: OwnLimits, _ score: Double, at mark: SeriesLine.Mark) -> Message {
        let distance = own.distance(score).shown(decimals: 2, sign: true)
        return (
            "\(subject): \(place(mark)) lies \(distance) own SD from the laboratory's own median of "
                + "\(own.centre.count) earlier results (limit \(own.limit); median "
                + "\(own.centre.median.shown(decimals: 2, sign: true)), own SD "
                + "\(own.centre.spread.shown(decimals: 2)) in SD of the certificate)",
            "\(analyte) \(distance) own SD"
        )
    }

    func cusum(_ found: (side: Side, shift: Double), _ drift: SeriesDrift, _ rules: SeriesRules.Drift) -> Message {
        let shift = found.shift.shown(decimals: 2, sign: true)
        return (
            "\(subject): the sum of deviations from the first \(rules.baseline) of \(drift.count) results exceeds "
                + "\(rules.cusumLimit) own SD (CUSUM, k \(rules.cusumAllowance)); the level has moved by about \(shift) "
                + "own SD",
            "\(analyte) \(shift) own SD"
        )
    }

    func ewma(
        _ found: (side: Side, distance: Double, reach: Double),
        _ drift: SeriesDrift,
        _ rules: SeriesRules.Drift
    ) -> Message {
        let distance = found.distance.shown(decimals: 2, sign: true)
        return (
            "\(subject): the moving average lies \(distance) own SD from the first \(rules.baseline) of \(drift.count) "
                + "results (EWMA, limit \(found.reach.shown(decimals: 2)), lambda \(rules.ewmaWeight))",
            "\(analyte) \(distance) own SD"
        )
    }

    func trend(_ test: MannKendall) -> Message {
        let slope = (10 * test.senSlope).shown(decimals: 2, sign: true)
        return (
            "\(subject): the last \(test.count) results \(test.s > 0 ? "rise" : "fall") (Mann-Kendall Z "
                + "\(test.z.shown(decimals: 2)), p \(test.p.shownProbability)) by about \(slope) SD in ten results",
            "\(analyte) \(slope) SD in ten"
        )
    }

    // MARK: Several analytes

    /// - Parameter sort: the name of the rule.
    static func several(_ key: SeriesKey, _ sort: String, _ items: [String]) -> String {
        let what =
            switch RuleName(rawValue: sort) {
            case .crmBias: "the latest results have a bias"
            case .crmOwnLimits: "results lie beyond the laboratory's own limits"
            case .crmCUSUM, .crmEWMA: "the level has moved since the series began"
            case .crmTrend: "the results show a trend"
            default:
                RunRule.allCases.first { $0.findingName == sort }.map { pattern($0, side: "on one side of") } ?? sort
            }
        let method = key.method.isEmpty ? "" : " by \(key.method)"
        return "\(key.material.printed)\(method): \(what), in \(items.count) analytes: \(items.joined(separator: ", "))"
    }
}
