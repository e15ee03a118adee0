/// The verdict on one certificate: a value, not yet recorded anywhere.
public struct Judgement: Sendable, Hashable {
    /// Results and batch-wide findings by outcome.
    public struct Counts: Sendable, Hashable {
        public var passed = 0
        public var warned = 0
        public var failed = 0
        public var notEvaluated = 0

        public init() {}

        public mutating func add(_ outcome: Outcome) {
            switch outcome {
            case .pass: passed += 1
            case .warn: warned += 1
            case .fail: failed += 1
            case .notEvaluated: notEvaluated += 1
            }
        }
    }

    public var outcome: Outcome
    /// Outcomes of ``results``, and of composites that say more than one of them.
    public var counts: Counts
    /// Worst first, then in laboratory order.
    public var findings: [Finding]
    /// In laboratory order, then by column.
    public var results: [QCResult]
    /// The samples to re-assay, in laboratory order; empty where nothing failed.
    public var reassay: [ReassaySample]
    /// A re-assay that covers the list, and may itself be used, closes the failure without a person.
    public var reassayCloses: Bool
    /// The role of each of the certificate's samples, in their order.
    public var roles: [SampleRole]
    /// What this certificate adds to each of its series.
    public var segments: [SeriesSegment]
    /// What went into the verdict of the certificates before it.
    public var review: SeriesReview
    /// Results over the range of their method with those that say how much they are, in laboratory order, then by
    /// column; rows of the laboratory too.
    public var resolved: [ResolvedResult]
    /// Composites of every sample, in the order of their definitions, then of digestions.
    public var composites: [CompositeColumn]

    public init(
        outcome: Outcome,
        counts: Counts,
        findings: [Finding],
        results: [QCResult],
        reassay: [ReassaySample],
        reassayCloses: Bool = false,
        roles: [SampleRole],
        segments: [SeriesSegment] = [],
        review: SeriesReview = SeriesReview(),
        resolved: [ResolvedResult] = [],
        composites: [CompositeColumn] = []
    ) {
        self.outcome = outcome
        self.counts = counts
        self.findings = findings
        self.results = results
        self.reassay = reassay
        self.reassayCloses = reassayCloses
        self.roles = roles
        self.segments = segments
        self.review = review
        self.resolved = resolved
        self.composites = composites
    }
}
