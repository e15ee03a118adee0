public import Geochemistry

/// A composite of one sample, in the composite's unit: computed for every sample, judged for QC samples.
public struct CompositeResult: Sendable, Hashable {
    /// Index into the certificate's samples.
    public var sampleIndex: Int
    public var origin: QCOrigin
    /// nil for samples that control nothing.
    public var kind: QCKind?
    /// The material, or for a duplicate the sample that it repeats.
    public var reference: String
    /// Exact where its decimals end, else rounded beyond the twelfth significant digit; nil where a censored member
    /// leaves an interval, or a member is missing.
    public var value: ExactDecimal?
    /// With censored members at 0.
    public var lowest: ExactDecimal?
    /// With censored members at their limits; nil where one is over its range.
    public var highest: ExactDecimal?
    /// The sum of certified values, or the composite of the original of a pair.
    public var expected: ExactDecimal?
    /// To twelve digits where it is a root.
    public var sd: ExactDecimal?
    public var z: Double?
    public var lowerLimit: ExactDecimal?
    public var upperLimit: ExactDecimal?
    /// nil where nothing is judged: ordinary samples, and shares of blanks and duplicates.
    public var outcome: Outcome?
    public var rule: RuleName?
    /// Why it could not be computed or judged, or what a reader must know. Often empty.
    public var note: String

    public init(
        sampleIndex: Int,
        origin: QCOrigin,
        kind: QCKind? = nil,
        reference: String = "",
        note: String = ""
    ) {
        self.sampleIndex = sampleIndex
        self.origin = origin
        self.kind = kind
        self.reference = reference
        self.note = note
    }

    mutating func add(_ words: String) {
        guard !words.isEmpty else { return }
        note = note.isEmpty ? words : "\(note); \(words)"
    }

    /// Takes over what a rule said, as far as the tier lets it count.
    mutating func settle(_ verdict: RuleVerdict, tier: Tier) {
        rule = verdict.rule
        outcome = tier.weigh(verdict.outcome)
        lowerLimit = verdict.lowerLimit
        upperLimit = verdict.upperLimit
        add(verdict.note)
        if tier == .information, verdict.outcome != .notEvaluated { add(QualityWords.informationOnly) }
    }
}
