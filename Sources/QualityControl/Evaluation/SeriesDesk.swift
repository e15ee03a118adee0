import Geochemistry

/// The series of a certificate while its insertions are judged, in laboratory order.
struct SeriesDesk {
    private let batch: String
    private let history: SeriesHistory
    private var lines: [SeriesLine] = []
    private var places: [SeriesKey: Int] = [:]
    private(set) var review = SeriesReview()

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
        guard
            ConsecutiveWarnings.fails(
                at: index,
                in: lines[line].scores(place),
                beyond: rules.warnSD,
                consecutive: rules.consecutive
            )
        else { return nil }
        let run = Run(predecessor: rules.consecutive > 1 ? lines[line].marks[index - 1] : nil)
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
