/// A number of a cell, as Excel takes it to be shown: at most 15 significant digits.
///
/// A workbook stores binary numbers with 17 digits, `2.2999999999999998`; Excel shows no more than 15 of them, rounded
/// half away from zero: 2.3 ("numeric precision: 15 digits", Excel specifications and limits). All work is on these
/// decimal digits, so 0.285, stored as `0.28499999999999998`, is 0.29 with two decimals, as Excel shows it.
struct CellNumber: Sendable, Hashable {
    private static let mostDigits = 15
    /// Excel takes no number beyond 10^308; this is far from the ends of Int.
    private static let largestExponent = 1_000

    var isNegative: Bool
    /// The number is coefficient × 10^exponent. No zeros at the end, fewer than 16 digits.
    private(set) var coefficient: UInt64
    private(set) var exponent: Int

    static let zero = CellNumber(isNegative: false, coefficient: 0, exponent: 0)

    private init(isNegative: Bool, coefficient: UInt64, exponent: Int) {
        self.isNegative = isNegative
        self.coefficient = coefficient
        self.exponent = coefficient == 0 ? 0 : exponent
        while self.coefficient > 0, self.coefficient.isMultiple(of: 10) {
            self.coefficient /= 10
            self.exponent += 1
        }
    }

    /// Reads a stored number: a sign, digits with at most one point, an exponent (xsd:double).
    ///
    /// nil for anything else, for `INF` and `NaN`, and for exponents of more than three digits.
    init?(_ text: Span<UInt8>) {
        var index = 0
        let isNegative = text.count > 0 && text[0] == UInt8(ascii: "-")
        if isNegative || (text.count > 0 && text[0] == UInt8(ascii: "+")) { index = 1 }
        var coefficient: UInt64 = 0
        var exponent = 0
        var significant = 0
        var hasDigits = false
        var roundsUp = false
        var point = false
        scan: while index < text.count {
            switch text[index] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                hasDigits = true
                let digit = UInt64(text[index] - UInt8(ascii: "0"))
                if significant > 0 || digit > 0 { significant += 1 }
                if significant <= Self.mostDigits {
                    coefficient = coefficient * 10 + digit
                    if point { exponent -= 1 }
                } else {
                    if significant == Self.mostDigits + 1 { roundsUp = digit >= 5 }
                    if !point { exponent += 1 }
                }
            case UInt8(ascii: ".") where !point: point = true
            default: break scan
            }
            index += 1
        }
        guard hasDigits else { return nil }
        if index < text.count {
            guard let power = Self.exponent(text, at: index) else { return nil }
            exponent += power
        }
        guard abs(exponent) <= Self.largestExponent else { return nil }
        self.init(isNegative: isNegative, coefficient: coefficient + (roundsUp ? 1 : 0), exponent: exponent)
    }

    private static func exponent(_ text: Span<UInt8>, at start: Int) -> Int? {
        guard text[start] | 0x20 == UInt8(ascii: "e") else { return nil }
        var index = start + 1
        let isNegative = index < text.count && text[index] == UInt8(ascii: "-")
        if isNegative || (index < text.count && text[index] == UInt8(ascii: "+")) { index += 1 }
        guard (1...3).contains(text.count - index) else { return nil }
        var exponent = 0
        while index < text.count {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[index]) else { return nil }
            exponent = exponent * 10 + Int(text[index] - UInt8(ascii: "0"))
            index += 1
        }
        return isNegative ? -exponent : exponent
    }

    var isZero: Bool { coefficient == 0 }

    /// Significant digits; 0 for zero.
    var digitCount: Int {
        var (count, rest) = (0, coefficient)
        while rest > 0 {
            rest /= 10
            count += 1
        }
        return count
    }

    /// The power of ten of its first digit: 0 for 2.3, -3 for 0.005. Not for zero.
    var magnitude: Int { exponent + digitCount - 1 }

    /// The number × 10^power.
    func scaled(by power: Int) -> CellNumber {
        CellNumber(isNegative: isNegative, coefficient: coefficient, exponent: exponent + power)
    }

    /// The number with so many decimals, half away from zero.
    func rounded(decimals: Int) -> CellNumber {
        let dropped = -decimals - exponent
        guard dropped > 0 else { return self }
        guard dropped <= Self.mostDigits else {
            return CellNumber(isNegative: isNegative, coefficient: 0, exponent: 0)
        }
        var unit: UInt64 = 1
        for _ in 0..<dropped { unit *= 10 }
        return CellNumber(
            isNegative: isNegative,
            coefficient: (coefficient + unit / 2) / unit,
            exponent: exponent + dropped
        )
    }

    /// The digit that stands for 10^power.
    func digit(at power: Int) -> UInt8 {
        var place = power - exponent
        guard place >= 0, place <= Self.mostDigits else { return 0 }
        var rest = coefficient
        while place > 0 {
            rest /= 10
            place -= 1
        }
        return UInt8(rest % 10)
    }
}

extension CellNumber: Comparable {
    static func < (left: CellNumber, right: CellNumber) -> Bool {
        let (leftSign, rightSign) = (left.sign, right.sign)
        guard leftSign == rightSign, leftSign != 0 else { return leftSign < rightSign }
        let isSmaller = left.isCloserToZero(than: right)
        return leftSign > 0 ? isSmaller : left != right && !isSmaller
    }

    private var sign: Int { isZero ? 0 : isNegative ? -1 : 1 }

    private func isCloserToZero(than other: CellNumber) -> Bool {
        guard magnitude == other.magnitude else { return magnitude < other.magnitude }
        // Both have the same count of digits once they end at the same power.
        let last = min(exponent, other.exponent)
        return aligned(to: last) < other.aligned(to: last)
    }

    private func aligned(to last: Int) -> UInt64 {
        var aligned = coefficient
        for _ in 0..<(exponent - last) { aligned *= 10 }
        return aligned
    }
}
