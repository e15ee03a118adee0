import Geochemistry
import Testing

@Suite("Reading decimals")
struct ExactDecimalParsingTests {
    @Test(
        "A printed number keeps its value and its decimals",
        arguments: [
            ("0", "0"), ("0.50", "0.50"), ("-3", "-3"), ("+3", "3"), ("007", "7"), (".5", "0.5"), ("5.", "5"),
            ("1.2E3", "1200"), ("1.2e+3", "1200"), ("1.25e1", "12.5"), ("12e-3", "0.012"), ("-0.00", "0.00"),
            ("0e400", "0"), ("1e27", "1000000000000000000000000000"),
        ]
    )
    func reads(_ text: String, _ expected: String) {
        #expect(ExactDecimal(text)?.description == expected)
    }

    @Test(
        "What is not one number is refused",
        arguments: [
            "", ".", "-", "+", "+-1", "1.2.3", "1,2", "1 2", "1e", "1e+", "1e1.5", "e5", "0x10", "1_000", "NaN", "inf",
            "½", "１", "1\u{A0}",
        ]
    )
    func refuses(_ text: String) throws {
        let bytes = Array(text.utf8)
        #expect(throws: NumberProblem.notANumber) { _ = try ExactDecimal(bytes.span) }
    }

    @Test("28 significant digits are taken, 29 are not", arguments: ["", "-"])
    func significantDigits(sign: String) {
        let digits = String(repeating: "9", count: 28)
        #expect(ExactDecimal(sign + digits)?.description == sign + digits)
        #expect(problem(sign + digits + "9") == .outOfRange)
        // Leading zeros are not significant.
        #expect(ExactDecimal("000" + digits)?.description == digits)
    }

    @Test("28 decimals are taken, 29 are not")
    func decimals() {
        let zeros = String(repeating: "0", count: 27)
        #expect(ExactDecimal("0.\(zeros)1")?.description == "0.\(zeros)1")
        #expect(problem("0.\(zeros)01") == .outOfRange)
        #expect(ExactDecimal("1e-28") != nil)
        #expect(problem("1e-29") == .outOfRange)
    }

    @Test(
        "An exponent beyond all digits is out of range and takes no time",
        arguments: [
            "1e28", "1e400", "-1e400", "1e-400", "1e99999999999999999999", "1e-99999999999999999999",
        ]
    )
    func exponents(_ text: String) {
        #expect(problem(text) == .outOfRange)
    }

    @Test("The other decimal sign is never a separator")
    func decimalSign() throws {
        let comma = Array("1,25".utf8)
        #expect(try ExactDecimal(comma.span, decimalSign: UInt8(ascii: ",")).description == "1.25")
        let both = Array("1.250,5".utf8)
        #expect(throws: NumberProblem.notANumber) {
            _ = try ExactDecimal(both.span, decimalSign: UInt8(ascii: ","))
        }
    }

    @Test("A description reads back as the same number with the same decimals")
    func roundTrip() {
        var generator = SeededDecimals("description round trip")
        for _ in 0..<2_000 {
            let number = generator.decimal()
            let back = ExactDecimal(number.description)
            #expect(back == number)
            #expect(back?.scale == number.scale)
        }
    }

    private func problem(_ text: String) -> NumberProblem? {
        let bytes = Array(text.utf8)
        do throws(NumberProblem) {
            _ = try ExactDecimal(bytes.span)
            return nil
        } catch {
            return error
        }
    }
}
