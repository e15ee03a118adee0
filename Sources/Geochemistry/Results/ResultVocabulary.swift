/// How one laboratory writes its results: the decimal sign, what a negative number means, its own tokens.
public struct ResultVocabulary: Sendable, Hashable {
    /// `.` or `,` (ASCII).
    public var decimalSign: UInt8
    /// What groups thousands, where the whole file has proved it; nil, and `1,250` is unreadable, where it has not.
    public var thousandsSign: ThousandsSign?
    /// Older exports write `-0.05` for `<0.05`. Elsewhere a negative concentration is unreadable.
    public var negativeMeansBelow: Bool
    /// Tokens of this laboratory beside the common ones, in upper case.
    public var tokens: [String: NoResult]

    public init(
        decimalSign: UInt8 = UInt8(ascii: "."),
        thousandsSign: ThousandsSign? = nil,
        negativeMeansBelow: Bool = false,
        tokens: [String: NoResult] = [:]
    ) {
        self.decimalSign = decimalSign
        self.thousandsSign = thousandsSign
        self.negativeMeansBelow = negativeMeansBelow
        self.tokens = tokens
    }

    /// The tokens met in certificates of the trade, with their meaning. Blanks and full stops in them do not count
    /// where no laboratory says otherwise: `N. A.` is `N.A.`.
    public static let commonTokens: [String: NoResult] = [
        "N.A.": .notAnalysed, "NA": .notAnalysed, "N/A": .notAnalysed, "--": .notAnalysed, "-": .notAnalysed,
        "---": .notAnalysed, "\u{2013}": .notAnalysed, "\u{2014}": .notAnalysed,
        "-9999": .notAnalysed, "NR": .notReported, "IND": .notReported, "N.R.": .notReported,
        "IS": .insufficientSample, "I.S.": .insufficientSample, "INS": .insufficientSample,
        "NSS": .insufficientSample, "I.N.F.": .insufficientSample, "INF": .insufficientSample,
        "LNR": .listedNotReceived, "L.N.R.": .listedNotReceived, "SNR": .sampleNotReceived,
        "NS": .sampleNotReceived, "TF": .toFollow, "PENDING": .toFollow, "DMGED": .damaged, "DMG": .damaged,
        "MISSING": .missing, "*": .missing, "CAVITY": .missing, "INT": .interference,
    ]

    private static let squeezedTokens: [String: NoResult] = {
        var tokens: [String: NoResult] = [:]
        for (token, meaning) in commonTokens {
            let key = squeezed(token)
            if !key.isEmpty { tokens[key] = meaning }
        }
        return tokens
    }()

    /// Texts that say "below the detection limit" without naming it.
    static let belowTokens: Set<String> = [
        "ND", "<LOD", "<DL", "BDL", "LOD", "<MDL", "<LLD", "<LOR", "<LOQ", "BLD",
    ]

    /// The meaning of a cell. Surrounding blanks do not count, and `< 0.5` is `<0.5`.
    ///
    /// After `<` and `>` both a point and a comma are decimal signs: SGS Geosol prints `<0.01` beside `0,06`. Only a
    /// text that may be a thousand (`>10,000` beside `0.06`) is left open there too.
    public func value(of cell: Span<UInt8>) -> ReportedValue {
        let text = cell.extracting(cell.trimmedOfBlanks)
        guard text.count > 0 else { return .noResult(.notRequested) }
        switch text[0] {
        case UInt8(ascii: "<"): return limit("<", text.extracting(1...)) { .below(limit: $0) }
        case UInt8(ascii: ">"): return limit(">", text.extracting(1...)) { .above(limit: $0) }
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "+"):
            return number(text)
        case UInt8(ascii: "-"): return negative(text)
        case UInt8(ascii: "~"): return .noResult(.approximate)
        case UInt8(ascii: "#"): return .unreadable(.spreadsheetError)
        default: return token(text)
        }
    }

    // MARK: Numbers

    private func number(_ text: Span<UInt8>) -> ReportedValue {
        do throws(NumberProblem) {
            return .number(try ExactDecimal(text, decimalSign: decimalSign))
        } catch {
            if error == .outOfRange { return .unreadable(.outOfRange) }
            guard let grouped = GroupedNumber(text) else { return .unreadable(.notANumber) }
            return ungrouped(text, grouped) { .number($0) } ?? .unreadable(reason(grouped))
        }
    }

    /// A number whose groups of thousands are those that the file has proved; nil for any other separators.
    private func ungrouped(
        _ text: Span<UInt8>,
        _ number: GroupedNumber,
        _ make: (ExactDecimal) -> ReportedValue
    ) -> ReportedValue? {
        guard let thousandsSign, thousandsSign != decimalSeparator else { return nil }
        let groups = number.signs.last == decimalSeparator ? number.signs.count - 1 : number.signs.count
        guard number.isGrouped(first: groups), number.signs.prefix(groups).allSatisfy({ $0 == thousandsSign }) else {
            return nil
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            let length = thousandsSign.length(in: text, at: index)
            if length == 0 { bytes.append(text[index]) }
            index += max(length, 1)
        }
        do throws(NumberProblem) {
            return make(try ExactDecimal(bytes.span, decimalSign: decimalSign))
        } catch {
            return .unreadable(error == .outOfRange ? .outOfRange : .notANumber)
        }
    }

    private var decimalSeparator: ThousandsSign { decimalSign == UInt8(ascii: ",") ? .comma : .point }

    /// Why separators that nothing has proved make no number: `1.2.3` never is one, `1,250` may be one of two.
    private func reason(_ number: GroupedNumber) -> UnreadableCell {
        let others = number.signs.filter { $0 != decimalSeparator }
        if others.contains(.comma) || others.contains(.point) { return .ambiguousSeparator }
        let groups = number.signs.last == decimalSeparator ? number.signs.count - 1 : number.signs.count
        return !others.isEmpty && number.isGrouped(first: groups) ? .ambiguousSeparator : .notANumber
    }

    private func negative(_ text: Span<UInt8>) -> ReportedValue {
        if !tokens.isEmpty, text.count <= 24, let meaning = tokens[text.upperCased] { return .noResult(meaning) }
        let reported = number(text)
        guard case .number(let value) = reported else {
            if case .noResult(let meaning) = token(text) { return .noResult(meaning) }
            return reported
        }
        if value.isZero { return reported }
        // The null of databases, also where a spreadsheet has given it decimals.
        if value.magnitude == 9999 { return .noResult(.notAnalysed) }
        return negativeMeansBelow ? .below(limit: value.magnitude) : .unreadable(.negative)
    }

    // MARK: Limits

    private func limit(
        _ sign: String,
        _ text: Span<UInt8>,
        _ make: (ExactDecimal) -> ReportedValue
    ) -> ReportedValue {
        let text = text.extracting(text.trimmedOfBlanks)
        if mayBeGrouped(text), let grouped = GroupedNumber(text) {
            if let value = ungrouped(text, grouped, make) { return value }
            if grouped.signs.count > 1 || mayBeThousand(grouped) { return .unreadable(reason(grouped)) }
        }
        let decimalSign = text.contains(UInt8(ascii: ",")) ? UInt8(ascii: ",") : UInt8(ascii: ".")
        do throws(NumberProblem) {
            let value = try ExactDecimal(text, decimalSign: decimalSign)
            return value.isNegative ? .unreadable(.negative) : make(value)
        } catch {
            if text.count <= 24, Self.belowTokens.contains(Self.squeezed(sign + text.upperCased)) {
                return .below(limit: nil)
            }
            return .unreadable(error == .outOfRange ? .outOfRange : .notANumber)
        }
    }

    /// A glance, so that `<0.005` costs no more than its digits.
    private func mayBeGrouped(_ text: Span<UInt8>) -> Bool {
        if thousandsSign == .point { return true }
        for index in 0..<text.count {
            switch text[index] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."): continue
            default: return true
            }
        }
        return false
    }

    /// `>10,000` in a file of decimal points, and `>10 000` in any. A point in a file of decimal commas is a decimal
    /// sign all the same, because there a laboratory is known that prints so.
    private func mayBeThousand(_ number: GroupedNumber) -> Bool {
        guard let sign = number.signs.first, sign != .point, sign != decimalSeparator else { return false }
        return number.isGrouped(first: 1)
    }

    // MARK: Tokens

    private func token(_ text: Span<UInt8>) -> ReportedValue {
        guard text.count <= 24 else { return .unreadable(.notANumber) }
        let word = text.upperCased
        if let meaning = tokens[word] ?? Self.commonTokens[word] { return .noResult(meaning) }
        let key = Self.squeezed(word)
        if let meaning = Self.squeezedTokens[key] { return .noResult(meaning) }
        // Certimin's empty cells are a pair of quote marks, which not every exporter takes for quotes.
        if word == "\"\"" { return .noResult(.notRequested) }
        return Self.belowTokens.contains(key) ? .below(limit: nil) : .unreadable(.notANumber)
    }

    /// Without blanks and full stops: `n. a.`, `I.S`.
    private static func squeezed(_ word: String) -> String {
        word.filter { !$0.isWhitespace && $0 != "." }
    }
}
