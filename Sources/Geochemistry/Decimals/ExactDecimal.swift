/// A decimal number exactly as it is printed: `coefficient × 10^-scale`, trailing zeros kept.
///
/// `0.50` and `0.5` are equal and hash alike, but print differently. Arithmetic is exact or throws
/// ``ArithmeticOverflow``; nothing is ever rounded. A Double never stands between a printed result and a
/// verdict, because in Double `(1.57 - 1.48) / 0.045 > 2`, and in decimals it is exactly 2.
public struct ExactDecimal: Sendable {
    /// The coefficient in two words. A stored Int128 asks for 16-byte alignment, and Swift 6.3 keeps an optional of
    /// it that is passed as an argument at 8 bytes: reading it there traps.
    private let high: Int64
    private let low: UInt64

    /// All digits, with the sign. Never `Int128.min`, which has no positive twin: arithmetic throws instead.
    public var coefficient: Int128 { Int128(high) << 64 | Int128(low) }

    /// The number of digits behind the decimal sign, `0...ExactDecimal.maximumScale`.
    public let scale: UInt8

    /// More digits than this in a printed number are refused: no laboratory measures them, and below it
    /// every product of a value with a conversion factor fits.
    public static let maximumDigits = 28
    public static let maximumScale: UInt8 = 36

    public static let zero = ExactDecimal(0)

    public init(_ integer: Int) {
        self.init(coefficient: Int128(integer), scale: 0)
    }

    /// - Precondition: `scale <= maximumScale`; a scale that comes from a file is checked by the parser.
    package init(coefficient: Int128, scale: UInt8) {
        high = Int64(truncatingIfNeeded: coefficient >> 64)
        low = UInt64(truncatingIfNeeded: coefficient)
        self.scale = scale
    }

    /// The value without its sign.
    public var magnitude: ExactDecimal {
        coefficient < 0 ? ExactDecimal(coefficient: -coefficient, scale: scale) : self
    }

    public var isZero: Bool { coefficient == 0 }
    public var isNegative: Bool { coefficient < 0 }

    /// The nearest Double, for charts and for REAL columns, never for a comparison.
    public var approximate: Double {
        if scale <= 22, coefficient.magnitude < (1 << 53) {
            // Both operands are exact, so the quotient is the correctly rounded value.
            return coefficient.nearestDouble / PowersOfTen.exact[Int(scale)].nearestDouble
        }
        return Double(description) ?? Double(coefficient)
    }
}

/// An exact result would need more than 38 digits. Inputs are at most 28 digits long, so only a
/// senseless number can cause it; the judge answers `not_evaluated`.
public struct ArithmeticOverflow: Error, Equatable {
    public init() {}
}

extension ExactDecimal: CustomStringConvertible {
    /// The number with a decimal point and all its decimals: `0.50`, `-3`, `1200`.
    public var description: String {
        let digits = String(coefficient.magnitude)
        let sign = coefficient < 0 ? "-" : ""
        let decimals = Int(scale)
        guard decimals > 0 else { return sign + digits }
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        let point = padded.index(padded.endIndex, offsetBy: -decimals)
        return sign + padded[..<point] + "." + padded[point...]
    }
}
