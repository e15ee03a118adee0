import Geochemistry

/// The series of a certificate while its insertions are judged, in laboratory order.
struct SeriesDesk {
    private let batch: String
    private let history: SeriesHistory
    private var lines: [SeriesLine] = []
    private var places: [SeriesKey: Int] = [:]
    private(set) var review = SeriesReview()
    /// Scores beyond the warning limit, any of which a history may make the end of a run.
    private var warnings: [Warning] = []

    init(batch: String, history: SeriesHistory) {
        self.batch = batch
        self.history = history
    }

    /// The line of a series, ready for the scores of one more insertion.
    mutating func begin(_ key: SeriesKey, _ insertion: SeriesSegment.Insertion) -> Int {
        let place: Int
        if let known = places[key] {
            place = known
        } else {
            place = lines.count
            places[key] = place
            lines.append(SeriesLine(key, batch: batch, history: history.segments[key] ?? []))
        }
        lines[place].begin(insertion)
        return place
    }

    /// A run that fails the insertion at its end.
    struct Run {
        /// nil where one result alone is a run.
        let predecessor: SeriesLine.Mark?

        /// Whether both say the same of a result.
        func isAs(_ other: Run) -> Bool {
            predecessor?.batch == other.predecessor?.batch && predecessor?.insertion == other.predecessor?.insertion
        }
    }

    private struct Warning {
        let line: Int
        let column: Int
        /// Of this certificate's.
        let insertion: Int
        let limit: ExactDecimal
        let consecutive: Int
        var run: Run?
    }

    /// Adds a score to the insertion that was begun last.
    /// - Returns: the run of consecutive warnings that ends here, where there is one.
    mutating func record(
        _ score: StandardScore?,
        _ column: SeriesSegment.Column,
        in line: Int,
        rules: CRMRules
    ) -> Run? {
        let place = lines[line].record(score, column)
        let index = lines[line].marks.count - 1
        guard rules.consecutive > 0, lines[line].scores(place).score(at: index)?.exceeds(rules.warnSD) == true else {
            return nil
        }
        var warning = Warning(
            line: line,
            column: place,
            insertion: index - lines[line].start,
            limit: rules.warnSD,
            consecutive: rules.consecutive
        )
        warning.run = run(endingAt: warning)
        warnings.append(warning)
        guard let run = warning.run else { return nil }
        if column.tier != .information {
            review.consecutive.append(
                SeriesReview.Consecutive(
                    key: lines[line].segment.key,
                    column: column.column,
                    position: lines[line].marks[index].insertion.position,
                    predecessor: run.predecessor.map { "\($0.insertion.sample) of batch \($0.batch)" } ?? ""
                )
            )
        }
        return run
    }

    private func run(endingAt warning: Warning) -> Run? {
        let line = lines[warning.line]
        let index = line.start + warning.insertion
        guard
            ConsecutiveWarnings.fails(
                at: index,
                in: line.scores(warning.column),
                beyond: warning.limit,
                consecutive: warning.consecutive
            )
        else { return nil }
        return Run(predecessor: warning.consecutive > 1 ? line.marks[index - 1] : nil)
    }

    /// The same insertions with what stands before them, where they were judged as if nothing did.
    /// - Returns: nil where a run ends at one of them that did not end there before, so that a result says something else.
    func continuing(_ history: SeriesHistory) -> SeriesDesk? {
        var desk = self
        for index in lines.indices {
            desk.lines[index] = lines[index].continuing(history.segments[lines[index].segment.key] ?? [])
        }
        let isSame = warnings.allSatisfy { warning in
            switch (warning.run, desk.run(endingAt: warning)) {
            case (nil, nil): true
            case (let before?, let now?): before.isAs(now)
            case (_?, nil), (nil, _?): false
            }
        }
        return isSame ? desk : nil
    }

    /// Looks at each series as a whole, once all insertions are recorded.
    mutating func look(by policy: Policy, analytes: AnalyteTable) {
        for line in lines {
            review.findings += SeriesFindings.findings(of: line) { column in
                guard !policy.overrides.isEmpty else { return policy.series }
                return policy.rules(for: PolicySubject(line.segment.key, column, analytes: analytes)).series
            }
        }
    }

    /// What this certificate adds to its series, in the order of their first insertions.
    var segments: [SeriesSegment] { lines.map(\.closed) }
}
