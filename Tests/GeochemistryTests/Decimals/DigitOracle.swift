import Geochemistry

/// Whole numbers as lists of digits, computed as on paper: slow, without any limit, and without any code in common
/// with the decimals that it checks.
struct DigitOracle: Equatable {
    /// Least significant first, without leading zeros; empty for zero.
    var digits: [Int]
    var isNegative: Bool

    init(digits: [Int], isNegative: Bool) {
        var digits = digits
        while digits.last == 0 { digits.removeLast() }
        self.digits = digits
        self.isNegative = isNegative && !digits.isEmpty
    }

    /// The coefficient of a decimal, raised to `scale` decimals.
    init(_ decimal: ExactDecimal, scale: Int) {
        var text = decimal.description
        let negative = text.hasPrefix("-")
        if negative { text.removeFirst() }
        let parts = text.split(separator: ".")
        let decimals = parts.count > 1 ? parts[1].count : 0
        let padded = parts.joined() + String(repeating: "0", count: scale - decimals)
        self.init(digits: padded.reversed().compactMap(\.wholeNumberValue), isNegative: negative)
    }

    static func + (left: DigitOracle, right: DigitOracle) -> DigitOracle {
        if left.isNegative != right.isNegative {
            let comparison = compareMagnitudes(left.digits, right.digits)
            let (big, small) = comparison >= 0 ? (left, right) : (right, left)
            var result = big.digits
            for index in result.indices {
                result[index] -= index < small.digits.count ? small.digits[index] : 0
                if result[index] < 0 {
                    result[index] += 10
                    result[index + 1] -= 1
                }
            }
            return DigitOracle(digits: result, isNegative: big.isNegative)
        }
        var result: [Int] = []
        var carry = 0
        for index in 0..<max(left.digits.count, right.digits.count) {
            let a = index < left.digits.count ? left.digits[index] : 0
            let b = index < right.digits.count ? right.digits[index] : 0
            result.append((a + b + carry) % 10)
            carry = (a + b + carry) / 10
        }
        return DigitOracle(digits: result + [carry], isNegative: left.isNegative)
    }

    static prefix func - (number: DigitOracle) -> DigitOracle {
        DigitOracle(digits: number.digits, isNegative: !number.isNegative)
    }

    static func * (left: DigitOracle, right: DigitOracle) -> DigitOracle {
        var result = [Int](repeating: 0, count: left.digits.count + right.digits.count + 1)
        for (i, a) in left.digits.enumerated() {
            for (j, b) in right.digits.enumerated() { result[i + j] += a * b }
        }
        for index in result.indices.dropLast() {
            result[index + 1] += result[index] / 10
            result[index] %= 10
        }
        return DigitOracle(digits: result, isNegative: left.isNegative != right.isNegative)
    }

    static func < (left: DigitOracle, right: DigitOracle) -> Bool { (left + -right).isNegative }

    private static func compareMagnitudes(_ a: [Int], _ b: [Int]) -> Int {
        if a.count != b.count { return a.count < b.count ? -1 : 1 }
        for (x, y) in zip(a.reversed(), b.reversed()) where x != y { return x < y ? -1 : 1 }
        return 0
    }
}
