/// Something that a person should read: a warning, a failure, or why something could not be checked.
public struct Finding: Sendable, Hashable {
    /// A ``RuleName``, or the code of a reader's remark.
    public var rule: String
    public var outcome: Outcome
    public var origin: QCOrigin
    public var sample: String
    /// Position of the sample in the certificate, or 0 for the batch.
    public var position: Int
    public var reference: String
    public var analyte: String
    public var method: String
    /// What, where, by how much; one sentence, numbers as they were judged.
    public var message: String

    public init(
        rule: String,
        outcome: Outcome,
        origin: QCOrigin = .client,
        sample: String = "",
        position: Int = 0,
        reference: String = "",
        analyte: String = "",
        method: String = "",
        message: String
    ) {
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
