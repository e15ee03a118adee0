public import Geochemistry

/// When the laboratory's own reference materials say something else than the client's.
public struct ComparisonRules: Sendable, Hashable {
    /// From this many results on a mean is looked at.
    public var results: Int
    /// A mean farther than this many SD / √n from the certified values is a bias.
    public var biasSD: ExactDecimal
    /// What a disagreement is: `pass` (shown) or `warn`.
    public var outcome: Outcome

    public init(results: Int, biasSD: ExactDecimal, outcome: Outcome) {
        self.results = results
        self.biasSD = biasSD
        self.outcome = outcome
    }
}
