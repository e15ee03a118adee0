/// What the text of a result cell means.
public enum ReportedValue: Sendable, Equatable {
    /// A number. Zero is kept as reported, and is suspect: see ``isSuspectZero``.
    case number(ExactDecimal)
    /// Below a limit: `<0.005`, `< 0.2`; `nil` where the text names none (`ND`, `<LOD`), and the column's counts.
    case below(limit: ExactDecimal?)
    /// Over the range of the method: the result is at least the limit.
    case above(limit: ExactDecimal)
    /// The laboratory says that there is no result, and why.
    case noResult(NoResult)
    /// A text that is none of these. It is kept and shown, and never used.
    case unreadable(UnreadableCell)

    /// A laboratory never measures a true zero; a bare `0` is a false zero until somebody asks.
    public var isSuspectZero: Bool {
        if case .number(let value) = self { value.isZero } else { false }
    }

    /// `<`, `>` or nothing: the operator before the number.
    public var qualifier: String {
        switch self {
        case .below: "<"
        case .above: ">"
        case .number, .noResult, .unreadable: ""
        }
    }
}

/// The reasons a laboratory gives for a cell without a result.
public enum NoResult: String, Sendable, CaseIterable {
    /// The empty cell: this method was not asked for, or this run did not include it.
    case notRequested = "not_requested"
    /// `N.A.`, `NA`, `--`, `-9999`.
    case notAnalysed = "not_analysed"
    /// `NR`, `IND`: analysed, no value given.
    case notReported = "not_reported"
    /// `IS`, `I.S.`, `INS`, `NSS`, `I.N.F.`: not enough sample left.
    case insufficientSample = "insufficient_sample"
    /// `LNR`, `L.N.R.`: on the list, not in the box.
    case listedNotReceived = "listed_not_received"
    /// `SNR`, `NS`.
    case sampleNotReceived = "sample_not_received"
    /// `TF`, `PENDING`: the result comes in a later certificate.
    case toFollow = "to_follow"
    /// `DMGED`, `DMG`.
    case damaged
    /// `MISSING`, `*`, `CAVITY`.
    case missing
    /// `INT`: an interference forbids the result.
    case interference
    /// `~25`: an approximate value that is not to be used.
    case approximate
}

/// Why a cell is not a result.
public enum UnreadableCell: String, Sendable, CaseIterable {
    case notANumber = "not_a_number"
    /// `1e400`, or more digits than any laboratory measures.
    case outOfRange = "out_of_range"
    /// `1,250` where the decimal sign is a point, `1.250` where it is a comma: 1250 or 1.25. The whole file can prove
    /// it (``ResultVocabulary/thousandsSign``); a cell alone never does.
    case ambiguousSeparator = "ambiguous_separator"
    /// `#VALUE!`, `#N/A`, ...: the file went through a spreadsheet.
    case spreadsheetError = "spreadsheet_error"
    /// A negative concentration where the layout does not say that it marks a limit.
    case negative
}
