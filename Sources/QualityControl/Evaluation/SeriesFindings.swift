import Geochemistry

/// What one series has to say at the end of a certificate: runs, bias, own limits and drift, analyte by analyte.
///
/// Decision analytes are looked at, support analytes where the policy asks for them, information never. Only analytes
/// with a score in this certificate: what stood still has been told before.
struct SeriesFindings {
    private let line: SeriesLine
    /// For each sort of finding, in the order in which they are told, one for each analyte.
    private var told: [(sort: String, items: [Item])] = []

    struct Item {
        let column: SeriesSegment.Column
        let outcome: Outcome
        let mark: SeriesLine.Mark
        let message: String
        /// In a list of several analytes: `Cu +5.3 %`.
        let short: String
    }

    /// So many analytes are told one by one; more of them at once in one finding, or nobody reads them.
    private static let mostAlone = 5

    /// - Parameter rules: those in force for a column.
    static func findings(of line: SeriesLine, rules: (SeriesSegment.Column) -> SeriesRules) -> [Finding] {
        guard line.segment.key.origin == .client else { return [] }
        var findings = SeriesFindings(line: line)
        for (place, column) in line.segment.columns.enumerated() where column.tier != .information {
            let rules = rules(column)
            if column.tier == .decision || rules.includesSupport { findings.look(at: column, place, by: rules) }
        }
        return findings.ordered
    }

    private init(line: SeriesLine) {
        self.line = line
    }

    private mutating func look(at column: SeriesSegment.Column, _ place: Int, by rules: SeriesRules) {
        let series = line.scores(place)
        guard let last = (line.start..<max(line.start, series.count)).last(where: { series.scores[$0] != nil }) else {
            return
        }
        let scores = series.scores[...last].compactMap { $0?.value }
        let words = SeriesWords(line, column)
        if let runs = rules.runs { look(for: runs, in: series, column, words) }
        if let limits = rules.bias, let relative = column.relativeSD,
            let bias = SeriesBias(scores, relativeSD: relative, limits: limits)
        {
            tell(.crmBias, bias.outcome, column, at: last, words.bias(bias))
        }
        if let stability = rules.stability {
            let earlier = series.scores[..<line.start].compactMap { $0?.value }
            if let own = OwnLimits(earlier, rules: stability) { look(for: own, stability, in: series, column, words) }
        }
        if let rules = rules.drift, let drift = SeriesDrift(scores, rules: rules) {
            if let cusum = drift.cusum {
                tell(.crmCUSUM, rules.outcome, column, at: last, words.cusum(cusum, drift, rules))
            }
            if let ewma = drift.ewma { tell(.crmEWMA, rules.outcome, column, at: last, words.ewma(ewma, drift, rules)) }
            if let trend = drift.trend { tell(.crmTrend, rules.outcome, column, at: last, words.trend(trend)) }
        }
    }

    /// Each rule once: where its pattern is seen last.
    private mutating func look(
        for runs: SeriesRules.Runs,
        in series: ScoreSeries,
        _ column: SeriesSegment.Column,
        _ words: SeriesWords
    ) {
        for (rule, outcome) in runs.all {
            let hits = (line.start..<max(line.start, series.count)).compactMap { rule.hit(at: $0, in: series) }
            guard let hit = hits.last, let end = hit.points.last else { continue }
            tell(rule.findingName, outcome, column, at: end, words.run(hit, in: series))
        }
    }

    /// Each analyte once: where it is farthest away.
    private mutating func look(
        for own: OwnLimits,
        _ stability: SeriesRules.Stability,
        in series: ScoreSeries,
        _ column: SeriesSegment.Column,
        _ words: SeriesWords
    ) {
        let beyond = (line.start..<series.count).compactMap { index in
            series.scores[index].map { (index: index, score: $0.value) }
        }.filter { own.isExceeded(by: $0.score) }
        guard
            let farthest = beyond.max(by: { own.distance($0.score).magnitude < own.distance($1.score).magnitude })
        else { return }
        let message = words.ownLimits(own, farthest.score, at: line.marks[farthest.index])
        tell(.crmOwnLimits, stability.outcome, column, at: farthest.index, message)
    }

    private mutating func tell(
        _ rule: RuleName,
        _ outcome: Outcome,
        _ column: SeriesSegment.Column,
        at index: Int,
        _ message: (whole: String, short: String)
    ) {
        tell(rule.rawValue, outcome, column, at: index, message)
    }

    private mutating func tell(
        _ sort: String,
        _ outcome: Outcome,
        _ column: SeriesSegment.Column,
        at index: Int,
        _ message: (whole: String, short: String)
    ) {
        let item = Item(
            column: column,
            outcome: column.tier.weigh(outcome),
            mark: line.marks[index],
            message: message.whole,
            short: message.short
        )
        if let place = told.firstIndex(where: { $0.sort == sort }) {
            told[place].items.append(item)
        } else {
            told.append((sort, [item]))
        }
    }

    private var ordered: [Finding] {
        told.flatMap { sort, items in
            Outcome.allCases.flatMap { outcome -> [Finding] in
                let items = items.filter { $0.outcome == outcome }
                guard items.count > Self.mostAlone, let first = items.first else {
                    return items.map { finding(sort, $0, analyte: $0.column.column.analyte, $0.message) }
                }
                let message = SeriesWords.several(line.segment.key, sort, items.map(\.short))
                return [finding(sort, first, analyte: "", message)]
            }
        }
    }

    private func finding(_ sort: String, _ item: Item, analyte: String, _ message: String) -> Finding {
        Finding(
            rule: sort,
            outcome: item.outcome,
            sample: item.mark.insertion.sample,
            position: item.mark.insertion.position,
            reference: line.segment.key.material.printed,
            analyte: analyte,
            method: line.segment.key.method,
            message: message
        )
    }
}

extension RunRule {
    /// As it stands in findings: `crm_4_1s`.
    public var findingName: String { "crm_" + rawValue }
}

extension SeriesSegment.Column {
    /// The SD in percent of the certified value.
    var relativeSD: Double? {
        guard let certified = ExactDecimal(certified), let sd = ExactDecimal(sd), certified > 0 else { return nil }
        return sd.percent(of: certified)
    }
}
