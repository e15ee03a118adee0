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

    @Test(
        "Every coding of a missing or limited result in certificates is known, in any case and with blanks",
        arguments: [
            ("<0.005", ReportedValue.below(limit: ExactDecimal("0.005"))),
            ("< 0.2", .below(limit: ExactDecimal("0.2"))),
            ("<\u{A0}0.2", .below(limit: ExactDecimal("0.2"))), ("<LOD", .below(limit: nil)),
            ("< lod", .below(limit: nil)),
            ("<\u{A0}LOD", .below(limit: nil)), ("n. d.", .below(limit: nil)), ("<MDL", .below(limit: nil)),
            ("-9999", .noResult(.notAnalysed)), ("-9999.00", .noResult(.notAnalysed)),
            (" -9999 ", .noResult(.notAnalysed)),
            (">10000", .above(limit: 10_000)), ("> 5000", .above(limit: 5000)), (">\u{202F}90", .above(limit: 90)),
            ("NSS", .noResult(.insufficientSample)), ("nss ", .noResult(.insufficientSample)),
            ("is", .noResult(.insufficientSample)), ("I. S.", .noResult(.insufficientSample)),
            ("i.n.f", .noResult(.insufficientSample)), ("SNR", .noResult(.sampleNotReceived)),
            ("NS", .noResult(.sampleNotReceived)), ("n.a.", .noResult(.notAnalysed)),
            ("N. A.", .noResult(.notAnalysed)),
            ("N.A", .noResult(.notAnalysed)), ("--", .noResult(.notAnalysed)), ("- -", .noResult(.notAnalysed)),
            ("\u{2014}", .noResult(.notAnalysed)), ("NA", .noResult(.notAnalysed)), ("nr", .noResult(.notReported)),
            ("IND", .noResult(.notReported)), ("TF", .noResult(.toFollow)), ("Missing", .noResult(.missing)),
            ("DMGED", .noResult(.damaged)), ("", .noResult(.notRequested)), ("\"\"", .noResult(.notRequested)),
            ("~25", .noResult(.approximate)), ("~ 25", .noResult(.approximate)),
        ]
    )
    func codings(_ text: String, _ meaning: ReportedValue) {
        #expect(value(text) == meaning)
    }

    @Test("A database's null is none where a negative number marks a limit, and its neighbours are limits")
    func nullsBesideLimits() {
        let older = ResultVocabulary(negativeMeansBelow: true)
        #expect(value("-9999", in: older) == .noResult(.notAnalysed))
        #expect(value("-9999.0", in: older) == .noResult(.notAnalysed))
        #expect(value("-9998", in: older) == .below(limit: 9998))
        #expect(value("-10000", in: older) == .below(limit: 10_000))
        #expect(value("-9999", in: ResultVocabulary(tokens: ["-9999": .damaged])) == .noResult(.damaged))
    }

    @Test(
        "Blanks around a number do not count, whichever they are",
        arguments: [
            " 12.5", "12.5   ", "\t12.5", "\u{A0}12.5\u{A0}", "\u{202F}12.5", "12.5\u{2007}", "\u{2009}12.5 \u{A0}",
        ]
    )
    func padded(_ text: String) {
        #expect(value(text) == .number(ExactDecimal("12.5") ?? 0))
    }

    @Test(
        "Groups of thousands are read where the file has proved their sign",
        arguments: [
            (ThousandsSign.comma, ".", "1,250", "1250"), (.comma, ".", "12,345,678.90", "12345678.90"),
            (.comma, ".", "999.5", "999.5"), (.comma, ".", "+1,000", "1000"), (.point, ",", "1.250", "1250"),
            (.point, ",", "1.234,5", "1234.5"), (.blank, ",", "1 234,5", "1234.5"),
            (.noBreakSpace, ",", "1\u{A0}234,5", "1234.5"), (.narrowNoBreakSpace, ",", "12\u{202F}345", "12345"),
            (.apostrophe, ".", "1'250.5", "1250.5"), (.rightQuote, ".", "1\u{2019}250", "1250"),
        ]
    )
    func thousands(sign: ThousandsSign, decimal: String, text: String, number: String) throws {
        let vocabulary = ResultVocabulary(
            decimalSign: try #require(decimal.utf8.first),
            thousandsSign: sign
        )
        #expect(value(text, in: vocabulary) == .number(try #require(ExactDecimal(number))))
        #expect(value("<" + text.drop { $0 == "+" }, in: vocabulary) == .below(limit: ExactDecimal(number)))
        #expect(value(text, in: ResultVocabulary(decimalSign: vocabulary.decimalSign)) != .number(1250))
    }

    @Test(
        "A group that is no thousand is refused, whatever the file has proved",
        arguments: ["1,25", "1,2500", "1234,567", "0,250", "1,,250", ",250", "1,250.5,5", "1,250 000", "1 250"]
    )
    func brokenGroups(_ text: String) {
        let vocabulary = ResultVocabulary(thousandsSign: .comma)
        guard case .unreadable = value(text, in: vocabulary) else {
            Issue.record("'\(text)' is \(value(text, in: vocabulary))")
            return
        }
    }

    @Test("A limit that may be a thousand is left open, unless the file has proved it")
    func limitsWithThousands() {
        #expect(value(">10,000") == .unreadable(.ambiguousSeparator))
        #expect(value("<1 000") == .unreadable(.ambiguousSeparator))
        #expect(value(">1,234.5") == .unreadable(.ambiguousSeparator))
        #expect(value(">10,000", in: ResultVocabulary(thousandsSign: .comma)) == .above(limit: 10_000))
        #expect(value(">10.000", in: comma) == .above(limit: 10))
        let points = ResultVocabulary(decimalSign: UInt8(ascii: ","), thousandsSign: .point)
        #expect(value(">10.000", in: points) == .above(limit: 10_000))
        #expect(value("<0.010", in: points) == .below(limit: ExactDecimal("0.010")))
    }
}
