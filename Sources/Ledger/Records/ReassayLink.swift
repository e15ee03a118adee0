public import QualityControl

/// A failed batch, and a batch that determined samples of its re-assay list again.
public struct ReassayLink: Sendable, Hashable {
    public let failed: BatchKey
    public let reassay: BatchKey
    /// How much it covers, how it stands by itself, and whether the failure is answered.
    public let answer: ReassayAnswer
    /// The worst of the re-assay's current verdicts.
    public let outcome: Outcome
}

/// A link with its evidence, as the certificates that count now give it.
public struct ReassayRecord: Sendable, Hashable {
    public let link: ReassayLink
    public let coverage: ReassayCoverage
}
