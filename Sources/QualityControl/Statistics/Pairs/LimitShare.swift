/// How many pairs of a set are within the limit of the policy, decided in decimals as the judge decides.
public struct LimitShare: Sendable, Hashable {
    /// Pairs that the limit could judge; a censored half may leave it open.
    public let judged: Int
    public let within: Int

    public init(_ pairs: [LimitedPair]) {
        let outcomes = pairs.compactMap { try? $0.limit.judge($0.pair.original, $0.pair.duplicate).outcome }
        judged = outcomes.filter { $0 != .notEvaluated }.count
        within = outcomes.filter { $0 == .pass }.count
    }

    /// nil where no pair could be judged.
    public var percent: Double? { judged == 0 ? nil : 100 * Double(within) / Double(judged) }
}

/// A pair, and what its two results may differ by.
public struct LimitedPair: Sendable, Hashable {
    public let pair: ReportedPair
    public let limit: PairLimit

    public init(_ pair: ReportedPair, limit: PairLimit) {
        self.pair = pair
        self.limit = limit
    }
}
