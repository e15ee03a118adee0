public import Geochemistry

/// What the series say of a certificate: nothing else of its history goes into its verdict.
///
/// So a certificate that arrives late changes the verdict of one after it exactly where this changes.
public struct SeriesReview: Sendable, Hashable {
    /// Results that fail because of what came before them.
    public struct Consecutive: Sendable, Hashable {
        public var key: SeriesKey
        public var column: SeriesColumn
        public var position: Int
        /// The insertion before it.
        public var predecessor: String
    }

    public var consecutive: [Consecutive] = []
    /// Runs, bias, drift and own limits.
    public var findings: [Finding] = []

    public init() {}

    public var isEmpty: Bool { consecutive.isEmpty && findings.isEmpty }
}

extension SeriesReview {
    /// The review of a certificate that has been judged, once more from what it added to its series.
    public init(
        _ segments: [SeriesSegment],
        batch: String,
        history: SeriesHistory,
        policy: Policy,
        analytes: AnalyteTable
    ) {
        var desk = SeriesDesk(batch: batch, history: history)
        for segment in segments {
            let rules = segment.columns.map { column in
                let rules = policy.rules(for: PolicySubject(segment.key, column, analytes: analytes))
                return segment.key.origin == .client ? rules.crm : rules.laboratory.crm
            }
            for insertion in segment.insertions.indices {
                let line = desk.begin(segment.key, segment.insertions[insertion])
                for (column, description) in segment.columns.enumerated() {
                    let score = segment.score(insertion: insertion, column: column)
                    _ = desk.record(score, description, in: line, rules: rules[column])
                }
            }
        }
        desk.look(by: policy, analytes: analytes)
        self = desk.review
    }
}
