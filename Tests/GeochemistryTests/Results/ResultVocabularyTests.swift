import Geochemistry
import TestSupport
import Testing

@Suite("Meaning of cells")
struct ResultVocabularyTests {
    private func value(_ text: String, in vocabulary: ResultVocabulary = ResultVocabulary()) -> ReportedValue {
        PackedTexts([text]).value(at: 0, in: vocabulary)
    }

    private let comma = ResultVocabulary(decimalSign: UInt8(ascii: ","))

    @Test("Tokens of real certificates mean what the shared table says", .enabled(if: SharedFiles.arePresent))
    func goldenTokens() throws {
        let rows = try SharedFiles.rows("golden/censored_and_token_parse.csv")
        #expect(rows.count == 26)
        for row in rows {
            let raw = try #require(row["raw"])
            let kind = try #require(row["kind"])
            let limit = row["dl_or_limit"].flatMap { ExactDecimal($0) }
            let number = row["value"].flatMap { ExactDecimal($0) }
            let isRight = try isRight(raw, kind: kind, number: number, limit: limit)
            #expect(isRight, "'\(raw)' is to be \(kind)")
        }
    }

    private func isRight(_ raw: String, kind: String, number: ExactDecimal?, limit: ExactDecimal?) throws -> Bool {
        let found = value(raw)
        switch kind {
        case "below_dl": return found == .below(limit: limit)
        case "below_dl_if_profile_says_negative_is_censored":
            let negative = value(raw, in: ResultVocabulary(negativeMeansBelow: true))
            return found == .unreadable(.negative) && negative == .below(limit: limit)
        case "value": return found == .number(try #require(number))
        case "over_range": return found == .above(limit: try #require(limit))
        case "value_or_decimal_comma_ambiguous": return found == .unreadable(.ambiguousSeparator)
        case "value_decimal_comma":
            let wanted = ReportedValue.number(try #require(number))
            return found == .unreadable(.ambiguousSeparator) && value(raw, in: comma) == wanted
        case "below_dl_unknown_limit": return found == .below(limit: nil)
        case "suspect_zero": return found.isSuspectZero
        case "corrupt": return found == .unreadable(.spreadsheetError)
        default: if case .noResult = found { return kind.hasPrefix("missing") } else { return false }
        }
    }

    @Test(
        "A reason for a missing result keeps apart from the others",
        arguments: [
            ("NSS", NoResult.insufficientSample), ("I.N.F.", .insufficientSample), ("lnr", .listedNotReceived),
            ("NA", .notAnalysed), ("-9999", .notAnalysed), ("-", .notAnalysed), ("TF", .toFollow),
            ("~25", .approximate),
            ("", .notRequested), ("  ", .notRequested), ("\u{A0}", .notRequested), ("INT", .interference),
        ]
    )
    func reasons(_ text: String, _ reason: NoResult) {
        #expect(value(text) == .noResult(reason))
    }

    @Test("After a sign both decimal signs are understood, because one laboratory mixes them")
    func mixedSigns() {
        #expect(value("<0.01", in: comma) == .below(limit: ExactDecimal("0.01")))
        #expect(value("<0,01", in: comma) == .below(limit: ExactDecimal("0.01")))
        #expect(value("0,06", in: comma) == .number(ExactDecimal("0.06") ?? 0))
        #expect(value(">90", in: comma) == .above(limit: 90))
    }

    @Test("A limit without a number counts below, and never above", arguments: ["<LOD", "< lod", "ND", "n.d.", "BDL"])
    func unnamedLimits(_ text: String) {
        #expect(value(text) == .below(limit: nil))
        #expect(value(">LOD") == .unreadable(.notANumber))
    }

    @Test(
        "What a laboratory cannot have meant is unreadable",
        arguments: [
            ("1e400", UnreadableCell.outOfRange), ("-0.5", .negative), ("<-1", .negative),
            ("1.250,5", .ambiguousSeparator),
            ("#N/A", .spreadsheetError), ("<", .notANumber), (">", .notANumber), ("1.2.3", .notANumber),
            ("<80#", .notANumber), ("lost in the mill", .notANumber),
            ("a text that is far longer than any token of the trade", .notANumber),
        ]
    )
    func unreadable(_ text: String, _ reason: UnreadableCell) {
        #expect(value(text) == .unreadable(reason))
    }

    @Test("A laboratory's own token goes before the common ones")
    func ownTokens() {
        let own = ResultVocabulary(tokens: ["NR": .interference])
        #expect(value("nr", in: own) == .noResult(.interference))
        #expect(value("NR") == .noResult(.notReported))
    }
}
