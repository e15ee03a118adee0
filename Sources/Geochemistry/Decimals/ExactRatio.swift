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

    public static func == (left: ExactRatio, right: ExactRatio) -> Bool {
        guard let a = try? left.numerator * right.denominator, let b = try? right.numerator * left.denominator else {
            return left.numerator == right.numerator && left.denominator == right.denominator
        }
        return a == b
    }

    /// Equal ratios need not have equal terms, so only their rounded quotient can be hashed.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(Float(numerator.approximateRatio(to: denominator) ?? 0))
    }
}
