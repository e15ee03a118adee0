import Geochemistry

// Every remark that the reader of certificates makes, in its words.

extension Remark {
    static func declaredSamples(_ declared: Int, found: Int, counting: DeclaredCount) -> Remark {
        let what =
            switch counting {
            case .clientSamples: "samples of the client"
            case .sampleList: "samples in the sample list, preparation blanks included"
            case .allRows: "rows"
            }
        return Remark(
            code: "declared_samples",
            needsPerson: true,
            message:
                "The header declares \(declared) samples, and the table holds \(found) \(what). Ask the laboratory "
                + "whether the file is complete."
        )
    }

    static func declaredSamplesUnreadable(_ text: String) -> Remark {
        Remark(
            code: "declared_samples",
            needsPerson: false,
            message: "The declared number of samples '\(text)' is not a number, so completeness could not be checked."
        )
    }

    static func unreadableCell(
        _ reason: UnreadableCell,
        text: String,
        in column: ResultColumn,
        of sample: SampleRow
    ) -> Remark {
        let why =
            switch reason {
            case .notANumber: "is not a number and no known token"
            case .outOfRange: "has more digits than any laboratory measures"
            case .ambiguousSeparator:
                "can be read with a decimal sign or a separator of thousands, and the file does not prove which"
            case .spreadsheetError: "is an error of a spreadsheet"
            case .negative: "is negative"
            }
        let advice =
            reason == .ambiguousSeparator
            ? "Ask the laboratory for the file without separators of thousands."
            : "Ask the laboratory for the result."
        return Remark(
            code: "unreadable_cell",
            needsPerson: sample.origin.isClient,
            sample: sample.name,
            position: sample.position,
            analyte: column.analyteText,
            method: column.method,
            message: "\(column.analyteText) of \(sample.name), \(sample.place), column "
                + "\(column.sheetColumn + 1): '\(shortened(text))' \(why). \(advice)"
        )
    }

    static func impossibleValue(_ text: String, in column: ResultColumn, of sample: SampleRow) -> Remark {
        Remark(
            code: "impossible_value",
            needsPerson: sample.origin.isClient,
            sample: sample.name,
            position: sample.position,
            analyte: column.analyteText,
            method: column.method,
            message: "\(column.analyteText) of \(sample.name), \(sample.place), column "
                + "\(column.sheetColumn + 1): \(shortened(text)) \(column.unitText) is more than the whole sample. Check "
                + "unit and decimal sign, and whether the columns have shifted."
        )
    }

    static func moreUnreadableCells(_ count: Int, ofClient: Int) -> Remark {
        Remark(
            code: "unreadable_cell",
            needsPerson: ofClient > 0,
            message: "\(count) more cells cannot be read, \(ofClient) of them of the client's samples."
        )
    }

    static func suspectZeros(_ count: Int, in column: ResultColumn, first: SampleRow) -> Remark {
        Remark(
            code: "suspect_zero",
            needsPerson: false,
            analyte: column.analyteText,
            method: column.method,
            message: count == 1
                ? "\(column.analyteText) \(column.method) of \(first.name), \(first.place), is a bare 0. A "
                    + "laboratory measures no true zero: ask what it means."
                : "\(count) of the results of \(column.analyteText) \(column.method) are a bare 0, the first at "
                    + "\(first.name), \(first.place). A laboratory measures no true zero: ask what they mean."
        )
    }

    static func sampleTwice(_ sample: SampleRow, firstAt earlier: SampleRow) -> Remark {
        Remark(
            code: "sample_twice",
            needsPerson: true,
            sample: sample.name,
            position: sample.position,
            message: "Sample \(shortened(sample.name)) on \(sample.place) stands on \(earlier.place) "
                + "already. Find out which of them is mislabelled."
        )
    }

    static func sampleUnnamed(_ sample: SampleRow) -> Remark {
        Remark(
            code: "sample_unnamed",
            needsPerson: true,
            position: sample.position,
            message:
                "The row on \(sample.place) has results and no sample number. Ask the laboratory whose they "
                + "are."
        )
    }

    static func moreSamplesTwice(_ count: Int) -> Remark {
        Remark(
            code: "sample_twice",
            needsPerson: true,
            message: "\(count) more rows have no sample number of their own."
        )
    }

    static func columnTwice(_ comparison: ColumnComparison, in certificate: Certificate) -> Remark {
        let (first, second) = (certificate.columns[comparison.first], certificate.columns[comparison.second])
        let start =
            "Column \(second.sheetColumn + 1) repeats \(second.analyteText) \(second.method) in \(second.unitText) of "
            + "column \(first.sheetColumn + 1)"
        let single = comparison.single > 0 ? "; \(comparison.single) have a result in one of them only" : ""
        let found: String
        if let index = comparison.firstDiffering {
            let sample = certificate.samples[index]
            found =
                "and differs from it in \(comparison.differing) of \(comparison.common) samples, the first "
                + "\(shortened(sample.name)), \(sample.place): '\(shortened(first.texts[index]))' and "
                + "'\(shortened(second.texts[index]))'\(single). Both are kept and judged. Ask the laboratory which is meant"
        } else if comparison.common > 0 {
            found =
                "and agrees with it in all \(comparison.common) samples that have both\(single). Both are kept and judged"
        } else {
            found = "and no sample has a result in both. Both are kept and judged"
        }
        return Remark(
            code: "column_twice",
            needsPerson: false,
            analyte: second.analyteText,
            method: second.method,
            message: "\(start), \(found)."
        )
    }

    static func ambiguousDate(_ text: String, line: Int, taken: CalendarDate) -> Remark {
        Remark(
            code: "ambiguous_date",
            needsPerson: false,
            message: "The date '\(shortened(text))' on line \(line) can be read in two ways; the day was taken first: "
                + "\(taken)."
        )
    }

    static func unreadableDate(_ text: String, line: Int) -> Remark {
        Remark(
            code: "unreadable_date",
            needsPerson: false,
            message: "The date '\(shortened(text))' on line \(line) cannot be read, and is left out."
        )
    }

    static func unknownStatus(_ text: String) -> Remark {
        Remark(
            code: "unknown_status",
            needsPerson: false,
            message: "The report's status '\(shortened(text))' is not known as final, so the report counts as "
                + "preliminary."
        )
    }

    static func shownRounded(_ rounding: ShownRounding, in certificate: Certificate) -> Remark? {
        guard let first = rounding.first else { return nil }
        let column = certificate.columns[first.column]
        let sample = certificate.samples[first.sample]
        let stored = column.storedTexts[first.sample] ?? ""
        return Remark(
            code: "shown_rounded",
            needsPerson: false,
            analyte: rounding.count == 1 ? column.analyteText : "",
            method: rounding.count == 1 ? column.method : "",
            message: (rounding.count == 1 ? "One result shows" : "\(rounding.count) results show")
                + " another number than the workbook stores, by the format of the cell: \(column.analyteText) "
                + "\(column.method) of \(sample.name), \(sample.place), shows \(column.texts[first.sample]) and stores "
                + "\(shortened(stored)). What is shown was judged; ask the laboratory which of them it reports."
        )
    }

    /// A sheet that came close to a layout is a part of the certificate with a fault, and must be heard.
    static func sheetNotRead(_ search: LayoutSearch) -> Remark {
        let reasons = search.closest.map { "\($0.layout): \($0.reason)" }.joined(separator: "; ")
        return Remark(
            code: "sheet_not_read",
            needsPerson: !reasons.isEmpty,
            message: "The sheet '\(shortened(search.sheet.title))' was not read: no layout fits it"
                + (reasons.isEmpty ? "." : ". What came closest: \(reasons). Look whether results stand there.")
        )
    }

    static func hiddenSheet(_ title: String) -> Remark {
        Remark(
            code: "hidden_sheet",
            needsPerson: false,
            message: "The sheet '\(shortened(title))' is hidden and was not read."
        )
    }

    static func unknownControl(_ word: String) -> Remark {
        Remark(
            code: "unknown_control",
            needsPerson: true,
            message:
                "The table calls samples '\(shortened(word))', and nobody knows what that is. Deliver a register that "
                + "says it, or add the word to the layout."
        )
    }

    static func rowsNotRead(_ count: Int, firstLine: Int) -> Remark {
        Remark(
            code: "rows_not_read",
            needsPerson: true,
            message: "The table ends above line \(firstLine), and what stands from there on looks like results in "
                + "\(count) rows. They were not read: find out whether they belong to the certificate."
        )
    }

    static func truncated(line: Int, cells: Int, header: Int) -> Remark {
        Remark(
            code: "truncated",
            needsPerson: true,
            message:
                "The last line, \(line), breaks off after \(cells) of \(header) cells. The file looks cut off: ask "
                + "for it again."
        )
    }

    static func columnsNotRead(_ headings: [String]) -> Remark {
        let shown = headings.prefix(20).map { "'\(shortened($0))'" }.joined(separator: ", ")
        return Remark(
            code: "columns_not_read",
            needsPerson: false,
            message: "These columns are no results and were not read: \(shown)\(headings.count > 20 ? ", ..." : "")."
        )
    }

    /// Texts of a file can be of any length, and hold line breaks.
    private static func shortened(_ text: String) -> String {
        let line = String(text.prefix(60).map { $0.isNewline ? " " : $0 })
        return text.count > 60 ? line + "..." : line
    }
}
