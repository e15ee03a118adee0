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
        case batch, laboratory, file, sha256, outcome, counts, findings, reassay
        case qcResults = "qc_results"
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
        self.openedAt = openedAt
        self.queueState = queueState
    }
}

/// A row of the view `findings`.
public struct FindingDocument: Sendable, Equatable, Encodable {
    public var batch: String
    public var rule: String
    public var outcome: String
    public var origin: String
    public var sample: String
    public var position: Int
    public var reference: String
    public var analyte: String
    public var method: String
    public var message: String

    public init(
        batch: String,
        rule: String,
        outcome: String,
        origin: String,
        sample: String,
        position: Int,
        reference: String,
        analyte: String,
        method: String,
        message: String
    ) {
        self.batch = batch
        self.rule = rule
        self.outcome = outcome
        self.origin = origin
        self.sample = sample
        self.position = position
        self.reference = reference
        self.analyte = analyte
        self.method = method
        self.message = message
    }
}

/// A row of the view `qc_results`. A number that a rule does not have is null, not absent.
public struct QCResultDocument: Sendable, Equatable {
    public var batch: String
    public var position: Int
    public var sample: String
    public var origin: String
    public var kind: String
    public var subtype: String
    public var reference: String
    public var analyte: String
    public var method: String
    public var digestion: String
    public var unit: String
    public var reported: String
    public var value: Double?
    public var expected: Double?
    public var sd: Double?
    public var z: Double?
    public var biasPercent: Double?
    public var differencePercent: Double?
    public var lowerLimit: Double?
    public var upperLimit: Double?
    public var tier: String
    public var outcome: String
    public var rule: String

    public init(
        batch: String,
        position: Int,
        sample: String,
        origin: String,
        kind: String,
        subtype: String,
        reference: String,
        analyte: String,
        method: String,
        digestion: String,
        unit: String,
        reported: String,
        value: Double?,
        expected: Double?,
        sd: Double?,
        z: Double?,
        biasPercent: Double?,
        differencePercent: Double?,
        lowerLimit: Double?,
        upperLimit: Double?,
        tier: String,
        outcome: String,
        rule: String
    ) {
        self.batch = batch
        self.position = position
        self.sample = sample
        self.origin = origin
        self.kind = kind
        self.subtype = subtype
        self.reference = reference
        self.analyte = analyte
        self.method = method
        self.digestion = digestion
        self.unit = unit
        self.reported = reported
        self.value = value
        self.expected = expected
        self.sd = sd
        self.z = z
        self.biasPercent = biasPercent
        self.differencePercent = differencePercent
        self.lowerLimit = lowerLimit
        self.upperLimit = upperLimit
        self.tier = tier
        self.outcome = outcome
        self.rule = rule
    }
}

extension QCResultDocument: Encodable {
    enum CodingKeys: String, CodingKey {
        case batch, position, sample, origin, kind, subtype, reference, analyte, method, digestion, unit, reported
        case value, expected, sd, z, tier, outcome, rule
        case biasPercent = "bias_percent"
        case differencePercent = "difference_percent"
        case lowerLimit = "lower_limit"
        case upperLimit = "upper_limit"
    }

    public func encode(to encoder: any Encoder) throws {
        var keys = encoder.container(keyedBy: CodingKeys.self)
        try keys.encode(batch, forKey: .batch)
        try keys.encode(position, forKey: .position)
        try keys.encode(sample, forKey: .sample)
        try keys.encode(origin, forKey: .origin)
        try keys.encode(kind, forKey: .kind)
        try keys.encode(subtype, forKey: .subtype)
        try keys.encode(reference, forKey: .reference)
        try keys.encode(analyte, forKey: .analyte)
        try keys.encode(method, forKey: .method)
        try keys.encode(digestion, forKey: .digestion)
        try keys.encode(unit, forKey: .unit)
        try keys.encode(reported, forKey: .reported)
        try keys.encode(value, forKey: .value)
        try keys.encode(expected, forKey: .expected)
        try keys.encode(sd, forKey: .sd)
        try keys.encode(z, forKey: .z)
        try keys.encode(biasPercent, forKey: .biasPercent)
        try keys.encode(differencePercent, forKey: .differencePercent)
        try keys.encode(lowerLimit, forKey: .lowerLimit)
        try keys.encode(upperLimit, forKey: .upperLimit)
        try keys.encode(tier, forKey: .tier)
        try keys.encode(outcome, forKey: .outcome)
        try keys.encode(rule, forKey: .rule)
    }
}

/// A sample to re-assay.
public struct ReassayDocument: Sendable, Equatable, Encodable {
    public var position: Int
    public var sample: String
    public var analytes: [String]
    public var because: [String]

    public init(position: Int, sample: String, analytes: [String], because: [String]) {
        self.position = position
        self.sample = sample
        self.analytes = analytes
        self.because = because
    }
}
