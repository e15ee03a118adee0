import Geochemistry

/// The difference of two composites, each of them a number or an interval, against the limit of their kind.
///
/// A pair of intervals passes where even its furthest ends agree, and exceeds the limit where even its nearest do not.
struct CompositePair {
    private let first: (low: ExactDecimal, high: ExactDecimal?)
    private let second: (low: ExactDecimal, high: ExactDecimal?)
    private let limit: PairLimit

    /// - Parameter limit: with the detection limits of all members added up.
    init(_ original: CompositeReading, _ duplicate: CompositeReading, limit: PairLimit) {
        first = (original.low.part, original.high?.part)
        second = (duplicate.low.part, duplicate.high?.part)
        self.limit = limit
    }

    func verdict() throws(ArithmeticOverflow) -> RuleVerdict {
        for (lower, higher) in [(first, second), (second, first)] {
            guard let top = lower.high, top < higher.low else { continue }
            if try !isNear(top, higher.low), try exceeds(top, higher.low) {
                return RuleVerdict(limit.rule.outcome, .duplicateComposite)
            }
        }
        guard let firstHigh = first.high, let secondHigh = second.high else { return CompositeBench.leftOpen }
        let corners = [(first.low, secondHigh), (firstHigh, second.low)]
        var isOnlyNear = false
        for (a, b) in corners {
            guard try exceeds(a, b) else { continue }
            guard try isNear(a, b) else { return CompositeBench.leftOpen }
            isOnlyNear = true
        }
        return RuleVerdict(.pass, isOnlyNear ? .duplicateNearDetectionLimit : .duplicateComposite)
    }

    private func exceeds(_ a: ExactDecimal, _ b: ExactDecimal) throws(ArithmeticOverflow) -> Bool {
        if let hyperbola = try limit.hyperbola { return try hyperbola.isExceeded(by: a, b) }
        return try PairDifference.exceeds(a, b, percent: limit.rule.percent)
    }

    private func isNear(_ a: ExactDecimal, _ b: ExactDecimal) throws(ArithmeticOverflow) -> Bool {
        // A hyperbola has no floor beside it.
        guard let floor = try limit.floor else { return false }
        return try (a - b).magnitude <= floor
    }
}
