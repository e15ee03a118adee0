import Geochemistry

extension ExactDecimal {
    /// `self / divisor` for people: exact where it ends within twelve significant digits, rounded there otherwise.
    /// Verdicts never use it.
    /// - Returns: nil where the divisor is zero or the digits do not fit.
    func shown(over divisor: ExactDecimal) -> ExactDecimal? {
        if divisor == 1 { return withoutTrailingZeros }
        let decimals = UInt8(Swift.min(30, Swift.max(0, 12 - (wholeDigits - divisor.wholeDigits))))
        // Two long numbers do not divide in one step; what eighteen digits leave out shows in no twelve.
        let quotient =
            divided(by: divisor, scale: decimals) ?? shortened.divided(by: divisor.shortened, scale: decimals)
        return quotient?.withoutTrailingZeros
    }

    /// At most eighteen significant digits, or as many as stand before the point.
    private var shortened: ExactDecimal { rounded(toScale: UInt8(Swift.max(0, 18 - wholeDigits))) }

    /// The decimal places before the point, negative for a number that begins behind it: 3 for 152.4, -2 for 0.0015.
    private var wholeDigits: Int {
        var digits = 0
        var rest = coefficient.magnitude
        while rest > 0 {
            digits += 1
            rest /= 10
        }
        return digits - Int(scale)
    }

    /// This many hundredths of `self`, exactly.
    func percentage(_ percent: ExactDecimal) throws(ArithmeticOverflow) -> ExactDecimal {
        try self * percent * ExactDecimal(coefficient: 1, scale: 2)
    }

    /// 100 × self / divisor, for charts.
    func percent(of divisor: ExactDecimal) -> Double? {
        guard let hundredfold = try? self * 100 else { return approximateRatio(to: divisor).map { $0 * 100 } }
        return hundredfold.approximateRatio(to: divisor)
    }
}
