/// Why a text is not a number that Cupel takes.
public enum NumberProblem: Error, Equatable, Sendable {
    /// Not the form `[+-]digits[sign digits][e[+-]digits]`.
    case notANumber
    /// More than ``ExactDecimal/maximumDigits`` digits, or an exponent beyond them, as in `1e400`.
    case outOfRange
}

extension ExactDecimal {
    /// Reads a printed number: an optional sign, digits with at most one decimal sign, an optional exponent.
    ///
    /// - Parameters:
    ///   - text: ASCII bytes without surrounding blanks.
    ///   - decimalSign: `.` or `,` as an ASCII byte. The other one is not a digit separator: it is refused.
    /// - Throws: ``NumberProblem``; no number is ever cut or rounded to fit.
    public init(_ text: Span<UInt8>, decimalSign: UInt8 = UInt8(ascii: ".")) throws(NumberProblem) {
        var index = 0
        let end = text.count
        var negative = false
        if index < end, text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "+") {
            negative = text[index] == UInt8(ascii: "-")
            index += 1
        }

        var coefficient: Int128 = 0
        var significant = 0
        var scale = 0
        var digits = 0
        var sawSign = false
        scan: while index < end {
            let byte = text[index]
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                if significant > 0 || byte != UInt8(ascii: "0") { significant += 1 }
                digits += 1
                guard significant <= Self.maximumDigits else { throw .outOfRange }
                coefficient = coefficient * 10 + Int128(byte - UInt8(ascii: "0"))
                if sawSign { scale += 1 }
            case decimalSign where !sawSign:
                sawSign = true
            default:
                break scan
            }
            index += 1
        }
        guard digits > 0 else { throw .notANumber }

        if index < end, text[index] | 0x20 == UInt8(ascii: "e") {
            scale -= try Self.exponent(text, from: index + 1)
        } else if index < end {
            throw .notANumber
        }
        if scale < 0 {
            // 1.2E3 is 1200: the zeros become digits.
            guard coefficient == 0 || significant - scale <= Self.maximumDigits else { throw .outOfRange }
            if coefficient != 0 { coefficient *= PowersOfTen.exact[-scale] }
            scale = 0
        }
        guard scale <= Self.maximumDigits else { throw .outOfRange }
        self.init(coefficient: negative ? -coefficient : coefficient, scale: UInt8(scale))
    }

    private static func exponent(_ text: Span<UInt8>, from start: Int) throws(NumberProblem) -> Int {
        var index = start
        var negative = false
        if index < text.count, text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "+") {
            negative = text[index] == UInt8(ascii: "-")
            index += 1
        }
        guard index < text.count else { throw .notANumber }
        var exponent = 0
        while index < text.count {
            guard case UInt8(ascii: "0")...UInt8(ascii: "9") = text[index] else { throw .notANumber }
            exponent = min(exponent * 10 + Int(text[index] - UInt8(ascii: "0")), 100_000)
            index += 1
        }
        return negative ? -exponent : exponent
    }

    /// Reads a number with a decimal point, as it stands in standards and policies.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let value = try? ExactDecimal(bytes.span) else { return nil }
        self = value
    }
}

extension ExactDecimal: Codable {
    /// Decodes the text of a number, never a Double.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = ExactDecimal(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(text)' is not a number")
        }
        self = value
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension ExactDecimal: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Int) { self.init(value) }
}
