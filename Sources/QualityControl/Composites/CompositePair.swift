import Geochemistry

/// The difference of two composites in percent of their mean, each of them a number or an interval.
///
/// A pair of intervals passes where even its furthest ends agree, and exceeds the limit where even its nearest do not.
/// The floor near the detection limits is that of single results, with the limits of all members added up.
struct CompositePair {
    private let first: (low: ExactDecimal, high: ExactDecimal?)
    private let second: (low: ExactDecimal, high: ExactDecimal?)
    private let percent: ExactDecimal
    private let floor: ExactDecimal

    init(_ original: CompositeReading, _ duplicate: CompositeReading, percent: ExactDecimal, floor: ExactDecimal) {
        first = (original.low.part, original.high?.part)
        second = (duplicate.low.part, duplicate.high?.part)
        self.percent = percent
        self.floor = floor
    }

    func verdict(beyond outcome: Outcome) throws(ArithmeticOverflow) -> RuleVerdict {
        for (lower, higher) in [(first, second), (second, first)] {
            guard let top = lower.high, top < higher.low else { continue }
            if try !isNear(top, higher.low), try exceeds(top, higher.low) {
                return RuleVerdict(outcome, .duplicateComposite)
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

    /// 100 × 2 |a − b| > percent × (a + b).
    private func exceeds(_ a: ExactDecimal, _ b: ExactDecimal) throws(ArithmeticOverflow) -> Bool {
        try (a - b).magnitude * 200 > percent * (a + b)
    }

    private func isNear(_ a: ExactDecimal, _ b: ExactDecimal) throws(ArithmeticOverflow) -> Bool {
        try (a - b).magnitude <= floor
    }
}
