/// How one laboratory writes its results: the decimal sign, what a negative number means, its own tokens.
public struct ResultVocabulary: Sendable, Hashable {
    /// `.` or `,` (ASCII).
    public var decimalSign: UInt8
    /// Older exports write `-0.05` for `<0.05`. Elsewhere a negative concentration is unreadable.
    public var negativeMeansBelow: Bool
    /// Tokens of this laboratory beside the common ones, in upper case.
    public var tokens: [String: NoResult]

    public init(
        decimalSign: UInt8 = UInt8(ascii: "."),
        negativeMeansBelow: Bool = false,
        tokens: [String: NoResult] = [:]
    ) {
        self.decimalSign = decimalSign
        self.negativeMeansBelow = negativeMeansBelow
        self.tokens = tokens
    }

    /// The tokens met in certificates of the trade, with their meaning.
    public static let commonTokens: [String: NoResult] = [
        "N.A.": .notAnalysed, "NA": .notAnalysed, "N/A": .notAnalysed, "--": .notAnalysed, "-": .notAnalysed,
        "-9999": .notAnalysed, "NR": .notReported, "IND": .notReported, "N.R.": .notReported,
        "IS": .insufficientSample, "I.S.": .insufficientSample, "INS": .insufficientSample,
        "NSS": .insufficientSample, "I.N.F.": .insufficientSample, "INF": .insufficientSample,
        "LNR": .listedNotReceived, "L.N.R.": .listedNotReceived, "SNR": .sampleNotReceived,
        "NS": .sampleNotReceived, "TF": .toFollow, "PENDING": .toFollow, "DMGED": .damaged, "DMG": .damaged,
        "MISSING": .missing, "*": .missing, "CAVITY": .missing, "INT": .interference,
    ]

    /// Texts that say "below the detection limit" without naming it.
    static let belowTokens: Set<String> = ["ND", "N.D.", "<LOD", "<DL", "BDL", "LOD"]

    /// The meaning of a cell. Surrounding blanks do not count, and `< 0.5` is `<0.5`.
    ///
    /// After `<` and `>` both a point and a comma are decimal signs: SGS Geosol prints `<0.01` beside `0,06`.
    public func value(of cell: Span<UInt8>) -> ReportedValue {
        let text = cell.extracting(cell.trimmedOfBlanks)
        guard text.count > 0 else { return .noResult(.notRequested) }
        switch text[0] {
        case UInt8(ascii: "<"): return limit("<", text.extracting(1...)) { .below(limit: $0) }
        case UInt8(ascii: ">"): return limit(">", text.extracting(1...)) { .above(limit: $0) }
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "+"):
            return number(text)
        case UInt8(ascii: "-") where text.count > 1 && text != "--" && text != "-9999":
            return negative(text)
        case UInt8(ascii: "~"): return .noResult(.approximate)
        case UInt8(ascii: "#"): return .unreadable(.spreadsheetError)
        default: return token(text)
        }
    }

    private func number(_ text: Span<UInt8>) -> ReportedValue {
        do throws(NumberProblem) {
            return .number(try ExactDecimal(text, decimalSign: decimalSign))
        } catch {
            if error == .outOfRange { return .unreadable(.outOfRange) }
            let other = decimalSign == UInt8(ascii: ".") ? UInt8(ascii: ",") : UInt8(ascii: ".")
            let separated = text.contains(other) && text.onlyDigits(and: [other, decimalSign])
            return .unreadable(separated ? .ambiguousSeparator : .notANumber)
        }
    }

    private func negative(_ text: Span<UInt8>) -> ReportedValue {
        guard case .number(let value) = number(text) else { return number(text) }
        if value.isZero { return .number(value) }
        return negativeMeansBelow ? .below(limit: value.magnitude) : .unreadable(.negative)
    }

    private func limit(
        _ sign: String,
        _ text: Span<UInt8>,
        _ make: (ExactDecimal) -> ReportedValue
    ) -> ReportedValue {
        let text = text.extracting(text.trimmedOfBlanks)
        let decimalSign = text.contains(UInt8(ascii: ",")) ? UInt8(ascii: ",") : UInt8(ascii: ".")
        do throws(NumberProblem) {
            let value = try ExactDecimal(text, decimalSign: decimalSign)
            return value.isNegative ? .unreadable(.negative) : make(value)
        } catch {
            if text.count <= 24, Self.belowTokens.contains(sign + text.upperCased) { return .below(limit: nil) }
            return .unreadable(error == .outOfRange ? .outOfRange : .notANumber)
        }
    }

    private func token(_ text: Span<UInt8>) -> ReportedValue {
        guard text.count <= 24 else { return .unreadable(.notANumber) }
        let word = text.upperCased
        if let meaning = tokens[word] ?? Self.commonTokens[word] { return .noResult(meaning) }
        return Self.belowTokens.contains(word) ? .below(limit: nil) : .unreadable(.notANumber)
    }
}
