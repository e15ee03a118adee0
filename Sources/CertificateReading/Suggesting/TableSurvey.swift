import Geochemistry

/// Where a table of results stands in a sheet that no layout knows, found by what its cells are.
struct TableSurvey {
    struct FoundRow: Hashable {
        var role: HeaderRow.Role
        var row: Int
        /// The lead column of its label; nil for a row without one.
        var labelColumn: Int?
        /// Whether it was taken for what it is without a label that says so.
        var isGuess: Bool
    }

    struct Heading: Hashable {
        var row: Int
        var column: Int
        /// Whether the words of the heading say so.
        var isGuess: Bool
    }

    let sheet: Sheet
    let start: Int
    var shape: Layout.Shape
    /// The analyte row, or the row of headings.
    var analyteRow: Int
    /// The label of the analyte row stands here; nil where its lead cells are empty.
    var analyteLabel: Int?
    var rows: [FoundRow] = []
    /// The columns of results.
    var results: [Int]
    var sample: Heading?
    var type: Heading?
    /// The column of sample numbers where no heading names it.
    var headlessColumn: Int?
    /// Lead columns with a heading that are neither.
    var leads: [Heading] = []
    /// Of a long table: the column of each role.
    var longColumns: [ColumnRole: Int] = [:]
    var firstHeaderRow: Int
    var dataStart: Int
    /// The column where the table goes on in another block beside this one.
    var nextBlock: Int?

    var firstResult: Int { results.first ?? 0 }
    var sampleColumn: Int { sample?.column ?? headlessColumn ?? analyteLabel ?? 0 }

    /// The columns whose cells are results.
    var resultCells: [Int] { shape == .long ? [longColumns[.result] ?? 0] : results }

    subscript(_ role: HeaderRow.Role) -> FoundRow? { rows.first { $0.role == role } }

    /// Rows above the table that are looked at; a header lies higher in every certificate met.
    static let rowsSeen = 200
    /// Header rows lie within this many rows of the analytes.
    static let reach = 8
}

extension TableSurvey {
    /// Finds the table of a sheet.
    static func find(in sheet: Sheet, headings: HeadingReader) throws(NoSuggestion) -> TableSurvey {
        guard let start = sheet.firstFilledRow(from: 0) else { throw .emptySheet }
        let last = min(sheet.rowCount, start + rowsSeen)
        let census = (start..<last).map { RowCensus(sheet, row: $0, headingReader: headings) }
        if let long = longTable(in: sheet, start: start, census: census, headings: headings) { return long }
        let analyte = bestAnalyteRow(census)
        let heading = census.max { $0.headings.count < $1.headings.count }
        if let heading, heading.headings.count > (analyte?.analytes.count ?? 0) {
            return try wideTable(in: sheet, start: start, row: heading)
        }
        guard let analyte else { throw refusal(of: sheet, start: start, census: census, headings: headings) }
        return try HeaderSurvey(sheet: sheet, start: start, census: census, analyte: analyte).table()
    }

    /// The row with the most analytes; a lone symbol counts only where units stand in its column.
    private static func bestAnalyteRow(_ census: [RowCensus]) -> RowCensus? {
        var best: (row: RowCensus, score: Int)?
        for (index, row) in census.enumerated() where !row.analytes.isEmpty {
            let near = census[max(0, index - reach)..<min(census.count, index + reach + 1)]
            let withUnits = near.map { other in row.analytes.count { other.units.contains($0) } }.max() ?? 0
            guard withUnits > 0 || (row.analytes.count >= 3 && row.numbers == 0) else { continue }
            let score = row.analytes.count + withUnits
            if score > best?.score ?? 0 { best = (row, score) }
        }
        return best?.row
    }

    // MARK: Wide and long

    private static func wideTable(in sheet: Sheet, start: Int, row: RowCensus) throws(NoSuggestion) -> TableSurvey {
        var table = TableSurvey(
            sheet: sheet,
            start: start,
            shape: .wide,
            analyteRow: row.row,
            results: row.headings,
            firstHeaderRow: row.row,
            dataStart: row.row + 1
        )
        table.findLeads(rows: [row.row], isPlain: true)
        guard table.sample != nil else { throw .noSampleHeading(line: sheet.line(row: row.row)) }
        return table
    }

    /// A row of headings for sample, analyte and result, with analytes below one of them.
    private static func longTable(
        in sheet: Sheet,
        start: Int,
        census: [RowCensus],
        headings: HeadingReader
    ) -> TableSurvey? {
        for row in census where (3...60).contains(row.filled) && row.numbers == 0 {
            var columns: [ColumnRole: Int] = [:]
            for column in sheet.filledColumns(row: row.row) {
                let text = sheet.text(row: row.row, column: column)
                guard let role = longRole(of: text), columns[role] == nil else { continue }
                columns[role] = column
            }
            guard let sample = columns[.sample], let analyte = columns[.analyte], columns[.result] != nil else {
                continue
            }
            let below = (row.row + 1)..<min(sheet.rowCount, row.row + 40)
            let texts = below.map { sheet.text(row: $0, column: analyte) }.filter { !$0.isEmpty }
            let known = texts.count { headings.analytes.analyte(printed: $0) != nil }
            guard known * 2 > texts.count else { continue }
            var table = TableSurvey(
                sheet: sheet,
                start: start,
                shape: .long,
                analyteRow: row.row,
                results: [],
                firstHeaderRow: row.row,
                dataStart: row.row + 1
            )
            table.longColumns = columns
            table.sample = Heading(row: row.row, column: sample, isGuess: false)
            return table
        }
        return nil
    }

    private static func longRole(of heading: String) -> ColumnRole? {
        if HeaderVocabulary.isType(heading) { return .type }
        if HeaderVocabulary.sampleRank(of: heading) == 0 { return .sample }
        let words = PrintedWords(heading)
        if words.holds([
            "result", "results", "value", "resultado", "resultados", "resultat", "valor", "reported", "assay",
        ]),
            words.words.count <= 3
        {
            return .result
        }
        switch HeaderVocabulary.role(of: heading) {
        case .analyte: return .analyte
        case .method: return .method
        case .unit: return .unit
        case .lowerLimit: return .detectionLimit
        case .upperLimit, .finish, .ignored: return nil
        case nil: break
        }
        switch MetadataVocabulary.meaning(of: heading, value: "")?.item {
        case .workOrder: return .workOrder
        case .client: return .client
        case .project: return .project
        case .dispatch: return .dispatch
        case .status: return .status
        default: break
        }
        if MetadataVocabulary.meaning(of: heading, value: "2020-01-31")?.item == .reported { return .reported }
        if MetadataVocabulary.meaning(of: heading, value: "2020-01-31")?.item == .received { return .received }
        if words.joined.hasPrefix("lab"), words.words.count == 1 { return .laboratory }
        return HeaderVocabulary.sampleRank(of: heading) == 1 ? .sample : nil
    }

    // MARK: Lead columns

    /// Finds the headings of sample numbers and types among the cells left of the results.
    mutating func findLeads(rows: [Int], isPlain: Bool = false) {
        var best: (heading: Heading, rank: Int)?
        var headings: [Heading] = []
        // In a plain table, anything beside the results is a lead column.
        let taken = Set(results)
        for row in rows {
            let columns = isPlain ? 0..<sheet.cellCount(row: row) : 0..<firstResult
            for column in columns where !taken.contains(column) {
                let text = sheet.text(row: row, column: column)
                guard !text.isEmpty, text.utf8.count <= 80 else { continue }
                let heading = Heading(row: row, column: column, isGuess: false)
                headings.append(heading)
                guard let rank = HeaderVocabulary.sampleRank(of: text), holdsNames(column) else { continue }
                if rank < best?.rank ?? .max { best = (heading, rank) }
            }
        }
        sample = best?.heading
        guard let sample else { return }
        let beside = headings.filter { $0.row == sample.row && $0.column != sample.column }
        type = beside.first { HeaderVocabulary.isType(sheet.text(row: $0.row, column: $0.column)) }
        leads = beside.filter { $0 != type }
    }

    /// Whether a column has a text in most rows of the table: sample numbers are never blank.
    func holdsNames(_ column: Int) -> Bool {
        var filled = 0
        var seen = 0
        for row in dataStart..<min(sheet.rowCount, dataStart + 50) where sheet.filledColumns(row: row).count > 1 {
            seen += 1
            if !sheet.isBlank(row: row, column: column) { filled += 1 }
        }
        return filled * 2 >= seen
    }
}
