import Geochemistry
import QualityControl

/// Words that the tables of `cupel statistics insertion` and `blanks` share.
enum StatisticsWords {
    static let noSamples = "nothing in the ledger fits"
    static let unnamed = "(none)"
    static let several = "(several)"

    /// `blank 2 of 3`: what is there, of what the policy's rate asks for.
    static func short(_ rates: [InsertionRate]) -> String {
        rates.filter(\.isShort).map { "\($0.kind.rawValue) \($0.inserted) of \($0.demanded)" }.joined(separator: ", ")
    }

    /// Up to six significant digits, without an exponent.
    static func number(_ value: Double) -> String {
        guard value != 0, value.isFinite, value.magnitude < 1e15 else { return "\(value)" }
        var decimals: UInt8 = 0
        var magnitude = value.magnitude
        while magnitude < 100_000, decimals < 8 {
            magnitude *= 10
            decimals += 1
        }
        return decimal(value, decimals).withoutTrailingZeros.description
    }

    /// To one decimal; `-` for nothing.
    static func percent(_ value: Double?) -> String {
        value.map { decimal($0, $0 < 1 ? 2 : 1).description + " %" } ?? "-"
    }

    private static func decimal(_ value: Double, _ decimals: UInt8) -> ExactDecimal {
        var power = 1.0
        for _ in 0..<decimals { power *= 10 }
        return ExactDecimal(coefficient: Int128((value * power).rounded()), scale: decimals)
    }
}
