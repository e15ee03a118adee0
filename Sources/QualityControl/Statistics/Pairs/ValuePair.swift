public import Geochemistry

/// Two results of one content, for statistics: an original and its duplicate, or a first laboratory and the second.
///
/// Double, because nothing here decides on a batch; the difference of two decimals is taken before it is rounded, so that
/// equal differences stay equal (2.429 − 2.468 and 0.554 − 0.593), which the ranks of a signed rank test need.
public struct ValuePair: Sendable, Hashable {
    public let original: Double
    public let duplicate: Double
    /// original − duplicate.
    public let difference: Double

    public init(_ original: Double, _ duplicate: Double) {
        self.original = original
        self.duplicate = duplicate
        difference = original - duplicate
    }

    public init(exact original: ExactDecimal, _ duplicate: ExactDecimal) {
        self.original = original.approximate
        self.duplicate = duplicate.approximate
        difference = (try? original - duplicate)?.approximate ?? self.original - self.duplicate
    }

    public var mean: Double { (original + duplicate) / 2 }

    /// |a − b| / √2, the standard deviation of the two.
    public var sd: Double { difference.magnitude * 0.5.squareRoot() }

    /// RPD, 100 |a − b| / mean; Simon's relative error (AVRD) in percent. Two zeros do not differ.
    public var rpdPercent: Double { difference == 0 ? 0 : 100 * difference.magnitude / mean }

    /// Half absolute relative difference, 100 |a − b| / (a + b).
    public var hardPercent: Double { rpdPercent / 2 }

    /// The coefficient of variation of the two, RPD / √2.
    public var cvPercent: Double { rpdPercent * 0.5.squareRoot() }
}
