/// A quotient of two decimals that is kept as such, because 240/7 (ounces per short ton to g/t) has no end.
///
/// `x × numerator / denominator > y` is judged as `x × numerator > y × denominator`, exactly.
public struct ExactRatio: Sendable, Hashable {
    public let numerator: ExactDecimal
    /// Never zero or negative.
    public let denominator: ExactDecimal

    public static let one = ExactRatio(1, 1)

    /// - Precondition: `denominator` is positive; factors come from checked tables.
    public init(_ numerator: ExactDecimal, _ denominator: ExactDecimal) {
        precondition(denominator > 0, "a conversion divides by a positive number")
        self.numerator = numerator
        self.denominator = denominator
    }

    public var inverse: ExactRatio { ExactRatio(denominator, numerator) }

    public static func * (left: ExactRatio, right: ExactRatio) throws(ArithmeticOverflow) -> ExactRatio {
        ExactRatio(try left.numerator * right.numerator, try left.denominator * right.denominator)
    }

    public static func == (left: ExactRatio, right: ExactRatio) -> Bool { left.lowestTerms == right.lowestTerms }

    public func hash(into hasher: inout Hasher) { hasher.combine(lowestTerms) }

    private struct Terms: Hashable {
        let numerator: ExactDecimal
        let denominator: ExactDecimal
    }

    /// The same ratio as two whole numbers without a common divisor, so that equal ratios have equal terms; the
    /// terms as they are where the whole numbers would not fit.
    private var lowestTerms: Terms {
        let top = numerator.withoutTrailingZeros
        let bottom = denominator.withoutTrailingZeros
        guard let (a, b, _) = try? ExactDecimal.aligned(top, bottom) else {
            return Terms(numerator: top, denominator: bottom)
        }
        var (divisor, rest) = (b, a % b)
        while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
        divisor = divisor < 0 ? -divisor : divisor
        return Terms(
            numerator: ExactDecimal(coefficient: a / divisor, scale: 0),
            denominator: ExactDecimal(coefficient: b / divisor, scale: 0)
        )
    }
}
