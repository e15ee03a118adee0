/// The one JSON document of a batch: what `validate --json` prints, and what an alert holds. Inner keys are named as
/// the columns of the ledger's views.
public struct BatchDocument: Sendable, Equatable, Encodable {
    public var batch: String
    public var laboratory: String
    public var file: String
    public var sha256: String
    public var outcome: String
    public var counts: Counts
    public var findings: [FindingDocument]
    public var qcResults: [QCResultDocument]
    public var reassay: [ReassayDocument]
    /// What other batches repeated of the list, and of which failed batches this one repeats something; only in
    /// documents of the ledger.
    public var reassays: [ReassayLinkDocument]?
    public var reassayOf: [ReassayLinkDocument]?
    /// Results over the range of their method that another column resolves.
    public var resolvedResults: [ResolvedResultDocument]
    /// Composites of every sample, QC or not.
    public var composites: [CompositeDocument]
    /// Only in alerts: when the batch first needed a person (UTC), and where the queue stands.
    public var openedAt: String?
    public var queueState: String?

    public struct Counts: Sendable, Hashable, Encodable {
        public var pass: Int
        public var warn: Int
        public var fail: Int
        public var notEvaluated: Int

        enum CodingKeys: String, CodingKey {
            case pass, warn, fail
            case notEvaluated = "not_evaluated"
        }

        public init(pass: Int, warn: Int, fail: Int, notEvaluated: Int) {
            self.pass = pass
            self.warn = warn
            self.fail = fail
            self.notEvaluated = notEvaluated
        }
    }

    enum CodingKeys: String, CodingKey {
        case batch, laboratory, file, sha256, outcome, counts, findings, reassay, reassays, composites
        case reassayOf = "reassay_of"
        case qcResults = "qc_results"
        case resolvedResults = "resolved_results"
        case openedAt = "opened_at"
        case queueState = "queue_state"
    }

    public init(
        batch: String,
        laboratory: String,
        file: String,
        sha256: String,
        outcome: String,
        counts: Counts,
        findings: [FindingDocument],
        qcResults: [QCResultDocument],
        reassay: [ReassayDocument],
        reassays: [ReassayLinkDocument]? = nil,
        reassayOf: [ReassayLinkDocument]? = nil,
        resolvedResults: [ResolvedResultDocument] = [],
        composites: [CompositeDocument] = [],
        openedAt: String? = nil,
        queueState: String? = nil
    ) {
        self.batch = batch
        self.laboratory = laboratory
        self.file = file
        self.sha256 = sha256
        self.outcome = outcome
        self.counts = counts
        self.findings = findings
        self.qcResults = qcResults
        self.reassay = reassay
        self.reassays = reassays
        self.reassayOf = reassayOf
        self.resolvedResults = resolvedResults
        self.composites = composites
        self.openedAt = openedAt
        self.queueState = queueState
    }
}
