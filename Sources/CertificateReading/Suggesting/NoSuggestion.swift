/// Why no layout can be suggested for a file: what was looked for, what was found, what to do.
public struct NoSuggestion: Error, Sendable, Hashable {
    public enum Code: String, Sendable, Hashable, CaseIterable {
        case emptySheet = "empty_sheet"
        case noAnalytes = "no_analytes"
        case transposed
        case fixedWidth = "fixed_width"
        case noSampleHeading = "no_sample_heading"
        case noSamples = "no_samples"
        case register
        case document
        case ambiguous
    }

    public var code: Code
    /// What was looked for and what was found, one sentence without its full stop.
    public var what: String
    public var advice: String

    init(_ code: Code, _ what: String, advice: String) {
        self.code = code
        self.what = what
        self.advice = advice
    }

    public var message: String { "\(what). \(advice)." }
}

extension NoSuggestion: CustomStringConvertible {
    public var description: String { message }
}

extension NoSuggestion {
    static let emptySheet = NoSuggestion(
        .emptySheet,
        "a table of results was looked for, and the file has no filled row",
        advice: "Ask the laboratory to send it again"
    )

    static func noAnalytes(rows: Int) -> NoSuggestion {
        NoSuggestion(
            .noAnalytes,
            "a row of analytes such as Au, Cu, Fe2O3 with units above or below it, or headings such as 'Cu ppm', was "
                + "looked for in the first \(rows) rows, and none was found",
            advice: "If this is a certificate, add the spelling of its analytes to Standards/analytes.csv; if it is "
                + "none, it needs no layout"
        )
    }

    static func transposed(analytes: Int, column: Int) -> NoSuggestion {
        NoSuggestion(
            .transposed,
            "a row of analytes was looked for, and \(analytes) analytes stand below one another in column \(column): "
                + "the table lies on its side, with a column a sample",
            advice: "No layout can describe such a table; ask the laboratory for an export with a row a sample"
        )
    }

    static func fixedWidth(lines: Int) -> NoSuggestion {
        NoSuggestion(
            .fixedWidth,
            "a delimiter was looked for, and \(lines) lines are divided by runs of blanks: the columns stand at fixed "
                + "places",
            advice: "Ask the laboratory for delimited text, or write the layout by hand"
        )
    }

    static func noSampleHeading(line: Int) -> NoSuggestion {
        NoSuggestion(
            .noSampleHeading,
            "headings of results stand on line \(line), and beside them no heading of sample numbers such as 'Sample "
                + "ID', 'Muestra', 'Amostra', 'Échantillon'",
            advice: "Give that column a heading, or write the layout by hand"
        )
    }

    static func nothingNamesTheRow(line: Int) -> NoSuggestion {
        NoSuggestion(
            .noSampleHeading,
            "a row of analytes stands on line \(line); a label was looked for before it, or a heading of sample numbers "
                + "beside it, and none was found",
            advice: "Ask the laboratory for an export with headings above the sample numbers"
        )
    }

    static func noSamples(line: Int) -> NoSuggestion {
        NoSuggestion(
            .noSamples,
            "the header of a table ends on line \(line), and no row of results stands below it",
            advice: "Make the layout from a file that has samples"
        )
    }

    static func register(_ samples: Int) -> NoSuggestion {
        NoSuggestion(
            .register,
            "a table of results was looked for, and the file is a register of \(samples) samples",
            advice: "A register needs no layout; deliver it as it is"
        )
    }

    static func document(_ kind: DocumentKind) -> NoSuggestion {
        NoSuggestion(
            .document,
            "a table of results was looked for, and the file is \(kind.words)",
            advice: "Ask the laboratory for CSV or a workbook (xlsx)"
        )
    }

    static func ambiguous(_ layouts: [String]) -> NoSuggestion {
        NoSuggestion(
            .ambiguous,
            "the layouts \(layouts.joined(separator: " and ")) fit the file equally well",
            advice: "Give one of them a mark that the other's files do not have; --anyway makes a new one all the same"
        )
    }
}
