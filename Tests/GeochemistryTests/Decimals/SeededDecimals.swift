import Geochemistry
import TestSupport

/// Random decimals from a printed seed: short and long ones, with few and many decimals, of either sign, with zeros.
struct SeededDecimals {
    private var generator: SeededGenerator

    init(_ property: String) { generator = SeededGenerator(property) }

    mutating func decimal(digits limit: Int = ExactDecimal.maximumDigits) -> ExactDecimal {
        let count = Int.random(in: 1...limit, using: &generator)
        var digits = (0..<count).map { _ in String(Int.random(in: 0...9, using: &generator)) }.joined()
        if Bool.random(using: &generator) {
            let place = Int.random(in: 0...count, using: &generator)
            digits.insert(".", at: digits.index(digits.startIndex, offsetBy: place))
        }
        if Int.random(in: 0..<3, using: &generator) == 0 { digits = "-" + digits }
        return ExactDecimal(digits) ?? .zero
    }

    mutating func integer(in range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
}
