import Testing

@testable import Geochemistry

@Suite("Arithmetic of decimals")
struct ExactDecimalArithmeticTests {
    @Test("Sums, differences and products agree with arithmetic on paper")
    func oracle() throws {
        var generator = SeededDecimals("arithmetic against digits on paper")
        var overflows = 0
        for _ in 0..<3_000 {
            let (a, b) = (generator.decimal(), generator.decimal())
            let scale = Int(max(a.scale, b.scale))
            let (x, y) = (DigitOracle(a, scale: scale), DigitOracle(b, scale: scale))
            if let sum = try? a + b {
                #expect(DigitOracle(sum, scale: scale) == x + y, "\(a) + \(b)")
            } else {
                overflows += 1
            }
            if let difference = try? a - b {
                #expect(DigitOracle(difference, scale: scale) == x + -y, "\(a) - \(b)")
            }
            if let product = try? a * b {
                let scale = Int(a.scale) + Int(b.scale)
                #expect(
                    DigitOracle(product, scale: scale)
                        == DigitOracle(a, scale: Int(a.scale)) * DigitOracle(b, scale: Int(b.scale)),
                    "\(a) * \(b)"
                )
            }
        }
        #expect(overflows < 3_000)
    }

    @Test("Numbers of laboratories never overflow when they are multiplied with a factor")
    func realisticNumbersFit() throws {
        var generator = SeededDecimals("numbers of up to nine digits")
        for _ in 0..<1_000 {
            let (a, b) = (generator.decimal(digits: 9), generator.decimal(digits: 9))
            #expect(throws: Never.self) { _ = try a * b * ExactDecimal(10_000) + a }
        }
    }

    @Test("Comparison agrees with the oracle across all scales, whether the aligned digits fit or not")
    func comparison() {
        var generator = SeededDecimals("comparison against digits on paper")
        for _ in 0..<3_000 {
            let (a, b) = (generator.decimal(), generator.decimal())
            let (x, y) = (DigitOracle(a, scale: 40), DigitOracle(b, scale: 40))
            #expect((a < b) == (x < y), "\(a) < \(b)")
            #expect((a == b) == (x == y), "\(a) == \(b)")
        }
    }

    @Test(
        "A comparison whose digits do not fit is still right",
        arguments: [
            ("9999999999999999999999999999", "0.0000000000000000000000000001"),
            ("1", "-9999999999999999999999999999"), ("0.0000000000000000000000000001", "-9999999999999999999999999999"),
            ("9999999999999999999999999999", "-0.0000000000000000000000000001"),
        ]
    )
    func comparisonBeyondDigits(_ large: String, _ small: String) throws {
        let a = try #require(ExactDecimal(large))
        let b = try #require(ExactDecimal(small))
        #expect(a > b)
        #expect(!(a < b))
        #expect(a != b)
    }

    @Test("Equal numbers hash alike however many decimals they print")
    func hashing() {
        var generator = SeededDecimals("hash and equality")
        for _ in 0..<500 {
            let number = generator.decimal(digits: 20)
            let longer = ExactDecimal(coefficient: number.coefficient * 1_000, scale: number.scale + 3)
            #expect(longer == number)
            #expect(longer.hashValue == number.hashValue)
        }
        #expect(ExactDecimal("0.50") == ExactDecimal("0.5"))
        #expect(ExactDecimal("0.50")?.description != ExactDecimal("0.5")?.description)
        #expect(ExactDecimal("0.000") == ExactDecimal("0"))
        #expect(ExactDecimal("100") != ExactDecimal("10"))
    }

    @Test("What does not fit 38 digits throws and never traps")
    func overflow() throws {
        let huge = try #require(ExactDecimal("9999999999999999999999999999"))
        #expect(throws: ArithmeticOverflow()) { _ = try huge * huge }
        #expect(throws: ArithmeticOverflow()) { _ = try huge + ExactDecimal(coefficient: 1, scale: 28) }
        let lowest = ExactDecimal(coefficient: Int128.min + 1, scale: 0)
        #expect(throws: ArithmeticOverflow()) { _ = try lowest - 1 }
        #expect(lowest.magnitude > 0)
        #expect(huge.divided(by: ExactDecimal(coefficient: 1, scale: 28), scale: 10) == nil)
        #expect(huge.divided(by: 0, scale: 2) == nil)
    }

    @Test("Trailing zeros make room for a product that would not fit")
    func trailingZeros() throws {
        let zeros = try #require(ExactDecimal("1.0000000000000000000000000"))
        #expect(try zeros * zeros == 1)
    }

    @Test(
        "A quotient is rounded half away from zero",
        arguments: [
            ("1", "3", "0.33"), ("2", "3", "0.67"), ("-2", "3", "-0.67"), ("1", "8", "0.13"), ("-1", "8", "-0.13"),
            ("1", "-8", "-0.13"), ("-1", "-8", "0.13"), ("240", "7", "34.29"), ("0", "7", "0.00"), ("1", "1", "1.00"),
            ("5", "1000", "0.01"), ("4.9", "1000", "0.00"),
        ]
    )
    func division(_ dividend: String, _ divisor: String, _ expected: String) throws {
        let a = try #require(ExactDecimal(dividend))
        let b = try #require(ExactDecimal(divisor))
        #expect(a.divided(by: b, scale: 2)?.description == expected)
    }

    @Test(
        "A number is rounded half away from zero",
        arguments: [
            ("1.244", "1.24"), ("1.245", "1.25"), ("-1.245", "-1.25"), ("1.2", "1.2"), ("9.999", "10.00"),
        ]
    )
    func rounding(_ text: String, _ expected: String) throws {
        #expect(try #require(ExactDecimal(text)).rounded(toScale: 2).description == expected)
    }

    @Test("The binary trap is none in decimals: 1.57 lies exactly 2 SD above 1.48")
    func binaryTrap() throws {
        let deviation = try #require(ExactDecimal("1.57")) - #require(ExactDecimal("1.48"))
        let sd = try #require(ExactDecimal("0.045"))
        #expect(try deviation == sd * 2)
        #expect(deviation.approximateRatio(to: sd) == 2)
        #expect((1.57 - 1.48) / 0.045 > 2)
    }

    @Test("The nearest Double is that of the printed text")
    func approximate() throws {
        var generator = SeededDecimals("nearest double")
        for _ in 0..<1_000 {
            let number = generator.decimal()
            #expect(number.approximate == Double(number.description))
        }
    }
}
