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
