public import Geochemistry

/// How far a result may lie from an expectation.
public struct Tolerance: Sendable, Hashable {
    /// The largest deviation that is still inside, times the expectation's denominator.
    public let reach: ExactDecimal
    /// The lowest and highest results inside; a result exactly on one of them is inside.
    public let lower: ExactDecimal?
    public let upper: ExactDecimal?
    /// expectation − reach and expectation + reach, times the denominator: exact, for censored results.
    let lowest: ExactDecimal
    let highest: ExactDecimal

    init(around expectation: CertifiedExpectation, reach: ExactDecimal) throws(ArithmeticOverflow) {
        self.reach = reach
        lowest = try expectation.center - reach
        highest = try expectation.center + reach
        lower = lowest.shown(over: expectation.denominator)
        upper = highest.shown(over: expectation.denominator)
    }

    /// Strictly outside.
    func isExceeded(byDeviation deviation: ExactDecimal) -> Bool { deviation.magnitude > reach }
}
