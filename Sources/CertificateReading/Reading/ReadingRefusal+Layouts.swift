// Every word that refuses a certificate or says why a layout does not fit.

enum Words {
    static func markMissing(_ mark: RecognitionMark, start: Int, others: Int) -> String {
        let place = mark.column.map { " of column \($0)" } ?? ""
        let more = others > 0 ? ", nor do \(others) more of its marks" : ""
        let texts = ([mark.pattern] + mark.others).prefix(4).map { "'\($0.text)'" }.joined(separator: " or ")
        let stands = mark.isAbsent ? "stands" : "does not stand"
        return "\(texts) \(stands) in the \(mark.within) rows\(place) from line \(start) on\(more)"
    }

    static func notFixed(_ reason: Sheet.NotFixed) -> String {
        switch reason {
        case .noHeader: "it is for text in fixed width, and no header of such a text was found"
        case .noColumns(let line): "the header on line \(line) does not show where columns of a fixed width end"
        }
    }

    static func otherSheet(_ titles: [CellPattern]) -> String {
        "it is for sheets called " + titles.map { "'\($0.text)'" }.joined(separator: " or ")
    }

    static func noDirectory(_ titles: [CellPattern]) -> String {
        "the file has no sheet " + titles.map { "'\($0.text)'" }.joined(separator: " or ")
            + " that says units and limits"
    }

    static func noHeaderRow(_ row: HeaderRow?, _ rows: Range<Int>) -> String {
        let role = row.map { name(of: $0.role) } ?? name(of: .analyte)
        guard let row, !row.labels.isEmpty else {
            return "the row of \(role) does not stand beside the row of analytes"
        }
        return "the row of \(role) (\(quoted(row.labels))) does not stand in rows \(shown(rows))"
    }

    static func noSampleHeading(_ labels: [Label], _ rows: Range<Int>) -> String {
        "the heading of the sample numbers (\(quoted(labels))) does not stand in rows \(shown(rows))"
    }

    static func noAnalytes(line: Int) -> String { "the row of analytes, line \(line), names no analyte" }

    static func noPlainHeader(_ rows: Range<Int>) -> String {
        "\(firstRow(rows)) no heading for sample numbers beside headings such as 'Cu_ppm'"
    }

    static func noLongHeading(_ missing: [ColumnRole], _ rows: Range<Int>) -> String {
        "\(firstRow(rows)) no heading for " + missing.map(\.rawValue).joined(separator: ", ")
    }

    private static func firstRow(_ rows: Range<Int>) -> String {
        rows.count > 1 ? "none of the rows \(shown(rows)) has" : "the first row has"
    }

    private static func name(of role: HeaderRow.Role) -> String {
        switch role {
        case .analyte: "analytes"
        case .method: "methods"
        case .unit: "units"
        case .lowerLimit: "lower limits"
        case .upperLimit: "upper limits"
        case .finish: "finishes"
        case .ignored: "other texts"
        }
    }

    private static func quoted(_ labels: [Label]) -> String {
        labels.prefix(4).map { "'\($0.text)'" }.joined(separator: ", ") + (labels.count > 4 ? ", ..." : "")
    }

    private static func shown(_ rows: Range<Int>) -> String { "\(rows.lowerBound + 1) to \(max(rows.upperBound, 1))" }
}

extension ReadingRefusal {
    static func noLayout(at place: Place, closest: [NearMiss]) -> ReadingRefusal {
        let reasons = closest.map { "\($0.layout): \($0.reason)" }.joined(separator: "; ")
        return ReadingRefusal(
            .noLayout,
            at: place,
            "no layout of a laboratory fits this file"
                + (reasons.isEmpty ? "" : ". What came closest: \(reasons)"),
            advice: "Add the layout to the laboratory's file in Standards/laboratories, or ask for another export",
            closest: closest
        )
    }

    static func severalLayouts(_ layouts: [String], at place: Place) -> ReadingRefusal {
        ReadingRefusal(
            .ambiguousLayout,
            at: place,
            "the layouts \(layouts.joined(separator: " and ")) fit equally well",
            advice: "Give one of them a mark that the other's files do not have"
        )
    }

    static func workOrderMissing(layout: String, at place: Place) -> ReadingRefusal {
        ReadingRefusal(
            .noWorkOrder,
            at: place,
            "the certificate has the layout \(layout), and names no work order",
            advice: "Ask the laboratory for a file that names it"
        )
    }

    static func noSamples(at place: Place) -> ReadingRefusal {
        ReadingRefusal(
            .noSamples,
            at: place,
            "the certificate has a header and no samples below it",
            advice: "Ask the laboratory to send the file again"
        )
    }

    static func headerCount(
        _ row: String,
        at place: Place,
        cells: Int,
        analytes: Int,
        analyteLine: Int
    ) -> ReadingRefusal {
        ReadingRefusal(
            .headerMismatch,
            at: place,
            "the row of \(row) ends at column \(cells), and the row of analytes, line \(analyteLine), at column "
                + "\(analytes)",
            advice:
                "A cell is missing or too much, so columns do not stand below their headings: ask for the file again"
        )
    }

    static func columnWithoutAnalyte(at place: Place, analyteLine: Int) -> ReadingRefusal {
        ReadingRefusal(
            .headerMismatch,
            at: place,
            "this column has contents, and no analyte in line \(analyteLine)",
            advice: "A cell of the header is missing: ask for the file again"
        )
    }

    static func fixedWidth(_ fault: FixedWidthFault, at place: Place, character: Int) -> ReadingRefusal {
        let what =
            switch fault {
            case .notAtEnd: "the text does not end at character \(character), where its column ends"
            case .severalTexts: "two texts stand in the column that ends at character \(character)"
            case .tooLong: "a text is longer than the column that ends at character \(character)"
            case .beyond: "something stands behind character \(character), where the last column ends"
            }
        return ReadingRefusal(
            .headerMismatch,
            at: place,
            what,
            advice: "Results could stand below the wrong headings: ask the laboratory for a delimited file (CSV)"
        )
    }

    static func rowTooLong(at place: Place, columns: Int, headerLine: Int) -> ReadingRefusal {
        ReadingRefusal(
            .headerMismatch,
            at: place,
            "the row goes on beyond the \(columns) columns of the header, line \(headerLine)",
            advice:
                "A heading is missing or a cell too much, so columns do not stand below their headings: ask for the "
                + "file again"
        )
    }

    static func rowShifted(
        at place: Place,
        cells: Int,
        otherLine: Int,
        otherCells: Int,
        thousand: (column: Int, first: String, second: String)?
    ) -> ReadingRefusal {
        let hint = thousand.map {
            "; columns \($0.column) and \($0.column + 1) may be '\($0.first),\($0.second)' taken apart"
        }
        return ReadingRefusal(
            .headerMismatch,
            at: place,
            "the row has \(cells) cells where others, as line \(otherLine), have \(otherCells), so a delimiter stands "
                + "inside one of its cells and the results behind it have shifted" + (hint ?? ""),
            advice: "Ask for the file with such cells in quotes, or with numbers without separators of thousands"
        )
    }

    static func resultWithoutKey(at place: Place, missing: String) -> ReadingRefusal {
        ReadingRefusal(
            .headerMismatch,
            at: place,
            "the row has a result and names no \(missing)",
            advice: "Fill the cell, or remove the row"
        )
    }

    static func nothingReadable(at place: Place, reasons: [(name: String, reason: String)]) -> ReadingRefusal {
        let shown = reasons.prefix(5).map { "\($0.name): \($0.reason)" }.joined(separator: "; ")
        return ReadingRefusal(
            .noLayout,
            at: place,
            "none of the \(reasons.count) files in it is a certificate or a register. \(shown)",
            advice: "Look at the files, and add the laboratory's layout if it is missing"
        )
    }
}
