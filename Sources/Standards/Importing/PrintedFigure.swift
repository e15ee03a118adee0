import CertificateReading
import Geochemistry

/// A cell of an issuer's table: a number, or one of the words that stand where there is none.
enum PrintedFigure: Equatable {
    case number(ExactDecimal)
    case empty
    /// `< 3`
    case below
    /// `> 5000`
    case above
    /// `~25`
    case approximate
    /// `IND`, `NR`, `N/A`: the issuer says that there is none.
    case word
    /// `#REF!`
    case spreadsheetError
    case notANumber

    /// - Parameters:
    ///   - shown: as the workbook shows it.
    ///   - stored: as the workbook stores it, where that differs.
    init(shown: String, stored: String?, figures: ImportOptions.Figures) {
        if figures == .shown, let number = ExactDecimal(shown), !number.isZero {
            self = .number(number)
        } else if let number = ExactDecimal(stored ?? shown) {
            self = .number(number.rounded(toDigits: Self.digits))
        } else {
            self.init(word: shown)
        }
    }

    /// Significant digits of a stored number that are kept. A workbook stores means of laboratories as binary numbers,
    /// 0.13799999999999998 for 0.138; no laboratory measures ten digits, and no verdict depends on the eleventh.
    static let digits = 10

    /// What a text that is no number says.
    init(word text: String) {
        switch text.first {
        case nil: self = .empty
        case "<": self = .below
        case ">": self = .above
        case "~", "\u{2248}", "\u{223C}": self = .approximate
        case "#" where text.uppercased() != "#N/A": self = .spreadsheetError
        default: self = Self.words.contains(text.uppercased()) ? .word : .notANumber
        }
    }

    /// Why such a value is left; nil for a number.
    var reasonToLeave: LeftRow.Reason? {
        switch self {
        case .number: nil
        case .empty, .word: .noValue
        case .below: .below
        case .above: .above
        case .approximate: .approximate
        case .spreadsheetError: .spreadsheetError
        case .notANumber: .notANumber
        }
    }

    static let words: Set<String> = ["IND", "NR", "NA", "N/A", "N.A.", "#N/A", "-", "--", "TBA", "NS", "ND"]
}

extension Sheet {
    /// A cell as a figure, and as it is shown.
    func figure(row: Int, column: Int?, _ figures: ImportOptions.Figures) -> (figure: PrintedFigure, shown: String) {
        guard let column else { return (.empty, "") }
        let shown = text(row: row, column: column)
        let stored = storedText(row: row, column: column)
        return (PrintedFigure(shown: shown, stored: stored, figures: figures), shown)
    }
}

extension ExactDecimal {
    /// The number with at most `digits` significant digits, rounded half away from zero, without zeros at its end;
    /// one with fewer is left as it is. Digits before the decimal point are never cut.
    func rounded(toDigits digits: Int) -> ExactDecimal {
        let excess = String(coefficient.magnitude).count - digits
        guard excess > 0, scale > 0 else { return self }
        return rounded(toScale: UInt8(max(0, Int(scale) - excess))).withoutTrailingZeros
    }
}
