public import Geochemistry

/// The hyperbolic limit of Simon: of a pair with the larger result y and the smaller x, y² may not exceed m² x² + b².
///
/// Far above the detection limit it is a difference in percent of the pair's mean, near it a difference of b, and there
/// is no corner between them. m = (2 + RE) / (2 − RE) follows from the accepted relative error RE = |d| / mean: 1.353,
/// 1.222 and 1.105 for 30, 20 and 10 %. A pair exactly on the limit passes.
///
/// Source: Simon, "Method for evaluating duplicate and check samples" (scribd 539263251).
public struct HyperbolicLimit: Sendable, Hashable {
    /// RE in percent, between 0 and 200.
    public let percent: ExactDecimal
    /// b, in the unit of the results.
    public let floor: ExactDecimal

    public init(percent: ExactDecimal, floor: ExactDecimal) {
        self.percent = percent
        self.floor = floor
    }

    /// (y² − b²) (200 − RE)² > (200 + RE)² x², in decimals throughout.
    public func isExceeded(by a: ExactDecimal, _ b: ExactDecimal) throws(ArithmeticOverflow) -> Bool {
        let y = max(a, b)
        let x = min(a, b)
        let away = try 200 - percent
        // A relative error of 200 % is that of a pair of which one is zero: nothing exceeds it.
        guard away > 0 else { return false }
        let toward = try 200 + percent
        return try (y * y - floor * floor) * (away * away) > (toward * toward) * (x * x)
    }

    /// m, for charts.
    public var slope: Double { (200 + percent.approximate) / (200 - percent.approximate) }
}
