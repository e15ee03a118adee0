extension ExactDecimal {
    public static func + (left: ExactDecimal, right: ExactDecimal) throws(ArithmeticOverflow) -> ExactDecimal {
        let (a, b, scale) = try aligned(left, right)
        let (sum, overflow) = a.addingReportingOverflow(b)
        guard !overflow, sum != .min else { throw ArithmeticOverflow() }
        return ExactDecimal(coefficient: sum, scale: scale)
    }

    public static func - (left: ExactDecimal, right: ExactDecimal) throws(ArithmeticOverflow) -> ExactDecimal {
        let (a, b, scale) = try aligned(left, right)
        let (difference, overflow) = a.subtractingReportingOverflow(b)
        guard !overflow, difference != .min else { throw ArithmeticOverflow() }
        return ExactDecimal(coefficient: difference, scale: scale)
    }

    public static func * (left: ExactDecimal, right: ExactDecimal) throws(ArithmeticOverflow) -> ExactDecimal {
        let (product, overflow) = left.coefficient.multipliedReportingOverflow(by: right.coefficient)
        let scale = left.scale + right.scale
        guard !overflow, product != .min, scale <= maximumScale else {
            return try left.withoutTrailingZeros.multiplied(by: right.withoutTrailingZeros)
        }
        return ExactDecimal(coefficient: product, scale: scale)
    }

    /// The second try of a product, after trailing zeros are gone.
    private func multiplied(by other: ExactDecimal) throws(ArithmeticOverflow) -> ExactDecimal {
        let (product, overflow) = coefficient.multipliedReportingOverflow(by: other.coefficient)
        let scale = scale + other.scale
        guard !overflow, product != .min, scale <= Self.maximumScale else { throw ArithmeticOverflow() }
        return ExactDecimal(coefficient: product, scale: scale)
    }

    /// The same value with the fewest decimals: `0.50` becomes `0.5`, `100` stays.
    public var withoutTrailingZeros: ExactDecimal {
        var coefficient = coefficient
        var scale = scale
        while scale > 0, coefficient % 10 == 0 {
            coefficient /= 10
            scale -= 1
        }
        return ExactDecimal(coefficient: coefficient, scale: scale)
    }

    /// Both coefficients on the larger of the two scales.
    package static func aligned(
        _ left: ExactDecimal,
        _ right: ExactDecimal
    ) throws(ArithmeticOverflow) -> (Int128, Int128, UInt8) {
        if left.scale == right.scale { return (left.coefficient, right.coefficient, left.scale) }
        let scale = max(left.scale, right.scale)
        return (try left.raised(to: scale), try right.raised(to: scale), scale)
    }

    private func raised(to scale: UInt8) throws(ArithmeticOverflow) -> Int128 {
        guard scale > self.scale else { return coefficient }
        let (raised, overflow) = coefficient.multipliedReportingOverflow(
            by: PowersOfTen.exact[Int(scale - self.scale)]
        )
        guard !overflow, raised != .min else { throw ArithmeticOverflow() }
        return raised
    }

    /// The quotient as a Double, correctly rounded whenever both aligned coefficients are below 2^53, so that a
    /// z that is exactly 2 is shown as 2. For display; verdicts compare products instead.
    public func approximateRatio(to divisor: ExactDecimal) -> Double? {
        guard !divisor.isZero else { return nil }
        guard let (a, b, _) = try? ExactDecimal.aligned(self, divisor) else { return approximate / divisor.approximate }
        return a.nearestDouble / b.nearestDouble
    }

    /// The quotient rounded half away from zero to `scale` decimals, for limits that are shown to people.
    /// - Returns: nil where the divisor is zero or the digits do not fit.
    public func divided(by divisor: ExactDecimal, scale: UInt8) -> ExactDecimal? {
        guard !divisor.isZero, scale <= Self.maximumScale,
            let (a, b, _) = try? ExactDecimal.aligned(self, divisor)
        else { return nil }
        let (scaled, overflow) = a.multipliedReportingOverflow(by: PowersOfTen.exact[Int(scale)])
        guard !overflow, scaled != .min else { return nil }
        let (quotient, remainder) = scaled.quotientAndRemainder(dividingBy: b)
        let half = remainder.magnitude >= (b.magnitude + 1) / 2
        let step: Int128 = (scaled < 0) == (b < 0) ? 1 : -1
        return ExactDecimal(coefficient: half ? quotient + step : quotient, scale: scale)
    }

    /// The value rounded half away from zero to at most `scale` decimals; fewer decimals are left as they are.
    public func rounded(toScale scale: UInt8) -> ExactDecimal {
        guard self.scale > scale else { return self }
        let power = PowersOfTen.exact[Int(self.scale - scale)]
        let (quotient, remainder) = coefficient.quotientAndRemainder(dividingBy: power)
        let half = remainder.magnitude >= power.magnitude / 2
        return ExactDecimal(coefficient: half ? quotient + (coefficient < 0 ? -1 : 1) : quotient, scale: scale)
    }
}

extension ExactDecimal: Comparable, Hashable {
    public static func == (left: ExactDecimal, right: ExactDecimal) -> Bool {
        if left.scale == right.scale { return left.coefficient == right.coefficient }
        let a = left.withoutTrailingZeros
        let b = right.withoutTrailingZeros
        return a.scale == b.scale && a.coefficient == b.coefficient
    }

    public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
        if let (a, b, _) = try? aligned(left, right) { return a < b }
        // Only the number with fewer decimals is multiplied when two scales are aligned. If that does not fit
        // 38 digits, it is the larger in magnitude, and its sign decides.
        return left.scale < right.scale ? left.coefficient < 0 : right.coefficient > 0
    }

    public func hash(into hasher: inout Hasher) {
        let canonical = withoutTrailingZeros
        hasher.combine(canonical.coefficient)
        hasher.combine(canonical.scale)
    }
}
