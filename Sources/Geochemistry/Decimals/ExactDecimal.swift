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
        withDigits { digits in String(decoding: digits, as: UTF8.self) }
    }

    /// The same as UTF-8, behind what stands in `bytes`.
    package func write(onto bytes: inout [UInt8]) {
        withDigits { bytes.append(contentsOf: $0) }
    }

    /// From the last digit to the first, because so they come.
    private func withDigits<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        // A sign, a point, and 39 digits or as many decimals as there may be.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 + 39 + Int(Self.maximumScale)) { buffer in
            var start = buffer.count
            func put(_ byte: UInt8) {
                start -= 1
                buffer.initializeElement(at: start, to: byte)
            }
            var decimals = Int(scale)
            func put(digit: UInt8) {
                put(UInt8(ascii: "0") + digit)
                decimals -= 1
                if decimals == 0 { put(UInt8(ascii: ".")) }
            }
            var rest = coefficient.magnitude
            while rest > UInt128(UInt64.max) {
                put(digit: UInt8(truncatingIfNeeded: rest % 10))
                rest /= 10
            }
            var small = UInt64(rest)
            repeat {
                put(digit: UInt8(truncatingIfNeeded: small % 10))
                small /= 10
            } while small > 0 || (scale > 0 && decimals >= 0)
            if coefficient < 0 { put(UInt8(ascii: "-")) }
            return body(UnsafeBufferPointer(rebasing: buffer[start...]))
        }
    }
}
