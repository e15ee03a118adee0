public import Geochemistry
public import QualityControl

/// One result that may be used, to the digit: as the laboratory printed it, or converted by us with the conversion named.
public struct ReleasedResult: Sendable, Hashable {
    /// From 1, in laboratory order.
    public let position: Int
    public let sample: String
    public let role: SampleRole.Kind
    public let analyte: String
    /// Empty for a composite, which several methods may have part in.
    public let method: String
    public let digestion: String
    public let unit: String
    /// Exactly as printed; empty for what no laboratory printed.
    public let reported: String
    /// `<`, `>` or nothing.
    public let qualifier: String
    /// nil for what is censored, over range or no number: no value is invented for it.
    public let value: ExactDecimal?
    /// The limit in the text, or the column's.
    public let detectionLimit: ExactDecimal?
    /// What it was made of, with every factor; empty for what is printed.
    public let conversion: String
    /// The acceptance that releases it; nil where the verdict does.
    public let decisionID: Int64?
}

/// What of a released certificate is given out, and what of it was left.
public struct ReleasedTally: Sendable, Hashable {
    /// Rows of results, composites among them.
    public var results = 0
    /// Samples that were left out, by what they are.
    public var leftSamples: [SampleRole.Kind: Int] = [:]
    /// Composites of samples that were given out, where a member is censored or missing.
    public var incompleteComposites = 0
    /// Results that a decision on a part of their batch holds, by the decision.
    public var heldByDecision: [Int64: Int] = [:]
    /// Results of batches that are decided in part which no decision is on.
    public var undecided = 0
    /// Composites with a member that is held.
    public var heldComposites = 0

    public init() {}

    public mutating func add(_ other: ReleasedTally) {
        results += other.results
        leftSamples.merge(other.leftSamples, uniquingKeysWith: +)
        incompleteComposites += other.incompleteComposites
        heldByDecision.merge(other.heldByDecision, uniquingKeysWith: +)
        undecided += other.undecided
        heldComposites += other.heldComposites
    }
}
