/// One section of a number format, for the numbers that its condition holds for.
struct FormatSection: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        case number
        case moment(DateParts)
        /// A fraction, or letters that mean nothing in a format: such numbers are shown as General has them.
        case unreadable
    }

    var condition: FormatCondition?
    var tokens: [FormatToken] = []
    var kind = Kind.number
    /// The power of ten that it multiplies by: 2 for a percent sign, -3 for a comma behind the digits.
    var scale = 0

    /// Digit places before the point.
    private(set) var integerPlaces = 0
    /// Digit places behind the point.
    private(set) var decimalPlaces = 0
    /// Digit places of the power of ten; nil where it shows none.
    private(set) var exponentPlaces: Int?
    private(set) var hasGeneral = false

    var holdsText: Bool { tokens.contains(.text) }

    /// Counts the places, once the tokens are complete.
    mutating func countPlaces() {
        var isBehindPoint = false
        for token in tokens {
            switch token {
            case .digit:
                if let places = exponentPlaces {
                    exponentPlaces = places + 1
                } else if isBehindPoint {
                    decimalPlaces += 1
                } else {
                    integerPlaces += 1
                }
            case .point: isBehindPoint = true
            case .exponent: exponentPlaces = 0
            case .general, .text: hasGeneral = true
            case .literal: break
            }
        }
    }

    var showsDigits: Bool { integerPlaces + decimalPlaces > 0 }
}
