import Geochemistry

/// Finds the rows around a row of analytes, and the columns left of the results.
struct HeaderSurvey {
    let sheet: Sheet
    let start: Int
    let census: [RowCensus]
    let analyte: RowCensus

    func table() throws(NoSuggestion) -> TableSurvey {
        let row = analyte.row
        let unit = unitRow
        let results = resultColumns(unit: unit)
        guard let first = results.first else { throw .noAnalytes(rows: TableSurvey.rowsSeen) }
        var table = TableSurvey(
            sheet: sheet,
            start: start,
            shape: .headerRows,
            analyteRow: row,
            results: results,
            firstHeaderRow: row,
            dataStart: row + 1
        )
        table.rows = [.init(role: .analyte, row: row, labelColumn: nil, isGuess: false)]
        if let unit { table.rows.append(found(.unit, unit, first: first)) }
        addRowsAbove(to: &table)
        addRowsBelow(to: &table)
        let rows = table.rows.map(\.row)
        table.firstHeaderRow = rows.min() ?? row
        table.dataStart = (rows.max() ?? row) + 1
        findLeads(of: &table)
        table.analyteLabel = analyteLabel(of: table)
        guard table.analyteLabel != nil || table.sample != nil else {
            throw .nothingNamesTheRow(line: sheet.line(row: row))
        }
        if table.sample == nil, let label = table.analyteLabel, let data = sheet.firstFilledRow(from: table.dataStart) {
            // The reader takes the first lead column that holds anything.
            table.headlessColumn = (0..<label).first { !sheet.isBlank(row: data, column: $0) }
        }
        cutBlocks(of: &table)
        if let index = table.rows.firstIndex(where: { $0.role == .analyte }) {
            table.rows[index].labelColumn = table.analyteLabel
        }
        return table
    }

    private var near: Range<Int> {
        max(start, analyte.row - TableSurvey.reach)..<min(sheet.rowCount, analyte.row + TableSurvey.reach + 1)
    }

    /// The row with the most units in columns of analytes, the nearest of them.
    private var unitRow: Int? {
        var best: (row: Int, count: Int)?
        for row in census where near.contains(row.row) && row.row != analyte.row {
            let count = row.units.count { analyte.analytes.contains($0) }
            if count > best?.count ?? 0 { best = (row.row, count) }
        }
        return best?.row
    }

    /// From the first analyte, and the weights and sieves before it, to the end of the row.
    private func resultColumns(unit: Int?) -> [Int] {
        let withUnit = analyte.analytes.filter { column in unit.map { !sheet.isBlank(row: $0, column: column) } ?? true
        }
        guard var first = withUnit.first ?? analyte.analytes.first,
            let last = sheet.lastFilledColumn(row: analyte.row)
        else { return [] }
        while first > 0, let unit, isMeasured(first - 1, unit: unit) { first -= 1 }
        return Array(first...max(first, last))
    }

    /// Whether a column left of the analytes is one of results: `Recvd Wt.` in kg. A depth in m is not.
    private func isMeasured(_ column: Int, unit: Int) -> Bool {
        let heading = sheet.text(row: analyte.row, column: column)
        guard !heading.isEmpty, !HeaderVocabulary.isLead(heading), HeaderVocabulary.role(of: heading) == nil,
            !sheet.isBlank(row: unit, column: column)
        else { return false }
        let text = sheet.text(row: unit, column: column)
        return HeaderVocabulary.role(of: text) == nil && HeaderVocabulary.sampleRank(of: text) == nil
            && !["m", "ft", "metres", "meters"].contains(text.lowercased())
    }

    // MARK: Rows

    private func found(_ role: HeaderRow.Role, _ row: Int, first: Int) -> TableSurvey.FoundRow {
        let label = label(of: row, first: first)
        let says = label.map { HeaderVocabulary.role(of: sheet.text(row: row, column: $0)) == role } ?? false
        return .init(role: role, row: row, labelColumn: label, isGuess: !says && role != .unit)
    }

    /// The lead cell that names the row: one whose words say so, else the last filled one.
    private func label(of row: Int, first: Int) -> Int? {
        let filled = sheet.filledColumns(row: row, limit: min(first, TableHeader.leadColumns))
        return filled.first { HeaderVocabulary.role(of: sheet.text(row: row, column: $0)) != nil } ?? filled.first
    }

    private func addRowsAbove(to table: inout TableSurvey) {
        var row = analyte.row - 1
        var blanks = 0
        while near.contains(row), blanks < 2 {
            defer { row -= 1 }
            if table.rows.contains(where: { $0.row == row }) { continue }
            if sheet.isBlank(row: row) {
                blanks += 1
                continue
            }
            // Metadata stand above the header, and so fill no cells above the results, or one or two by accident.
            guard let role = role(of: row, in: table) else { continue }
            if table[role] == nil || role == .ignored {
                table.rows.append(found(role, row, first: table.firstResult))
            }
        }
    }

    private func addRowsBelow(to table: inout TableSurvey) {
        var row = analyte.row + 1
        while near.contains(row) {
            defer { row += 1 }
            if table.rows.contains(where: { $0.role != .analyte && $0.row == row }) || sheet.isBlank(row: row) {
                continue
            }
            // A lone `Sample;Type` below the rows that name columns.
            if isHeadingRow(row, of: table) { continue }
            guard let role = role(of: row, in: table) else { break }
            if table[role] == nil || role == .ignored {
                table.rows.append(found(role, row, first: table.firstResult))
            }
        }
    }

    private func isHeadingRow(_ row: Int, of table: TableSurvey) -> Bool {
        guard !isMetadata(row, of: table) else { return false }
        let filled = sheet.filledColumns(row: row)
        guard let last = filled.last, last < table.firstResult else { return false }
        return filled.contains { HeaderVocabulary.sampleRank(of: sheet.text(row: row, column: $0)) != nil }
    }

    /// What a row is by its label, else by what stands in the columns of results; nil for a row of results.
    private func role(of row: Int, in table: TableSurvey) -> HeaderRow.Role? {
        var counts: [CellSort: Int] = [:]
        var filled = 0
        for column in table.results where !sheet.isBlank(row: row, column: column) {
            filled += 1
            counts[CellSort(sheet.text(row: row, column: column)), default: 0] += 1
        }
        guard filled > 0, !isMetadata(row, of: table) else { return nil }
        let results = counts[.number, default: 0] + counts[.censored, default: 0]
        let texts = counts[.text, default: 0]
        let leads = sheet.filledColumns(row: row, limit: min(table.firstResult, TableHeader.leadColumns))
        let said = leads.lazy.compactMap { HeaderVocabulary.role(of: sheet.text(row: row, column: $0)) }.first
        // Most of a header row is filled; a value that stands beside a label of metadata is not.
        let isBroad = filled * 2 >= table.results.count
        let isInsideHeader = row > (table.rows.map(\.row).min() ?? row) && row < (table.rows.map(\.row).max() ?? row)
        switch said {
        case .analyte, .unit, nil: break
        case .some(let role):
            if role == .lowerLimit || role == .upperLimit { return results > 0 || isInsideHeader ? role : nil }
            if isBroad || row > analyte.row || filled > 1 { return role }
        }
        guard isBroad else { return nil }
        if texts * 2 > filled {
            // A row of codes. What an instrument or a second spelling of the analytes says is not needed.
            let codes = table.results.count { column in
                let text = sheet.text(row: row, column: column)
                return text.utf8.count <= 40 && !text.isEmpty
            }
            return codes * 2 >= filled ? (table[.method] == nil ? .method : .ignored) : nil
        }
        if results * 2 > filled, row < (table.rows.map(\.row).max() ?? row) || leads.isEmpty {
            return table[.lowerLimit] == nil ? .lowerLimit : .upperLimit
        }
        return nil
    }

    /// A label with its value above a narrow table looks like a row of one column.
    private func isMetadata(_ row: Int, of table: TableSurvey) -> Bool {
        guard row < analyte.row else { return false }
        let texts = sheet.filledColumns(row: row).map { sheet.text(row: row, column: $0) }
        guard let first = texts.first(where: { text in text.contains { $0.isLetter || $0 == "#" } }) else {
            return false
        }
        if let role = HeaderVocabulary.role(of: first), role != .ignored { return false }
        if texts.count <= 3, first.hasSuffix(":") { return true }
        guard texts.count <= 3, let meaning = MetadataVocabulary.meaning(of: first, value: texts.last ?? "") else {
            return false
        }
        return meaning.item == .declaredSamples || HeaderVocabulary.sampleRank(of: first) == nil
    }

    // MARK: Leads

    private func findLeads(of table: inout TableSurvey) {
        var rows = table.rows.map(\.row)
        let around = max(start, table.firstHeaderRow - 2)..<min(sheet.rowCount, table.dataStart + 3)
        rows += around.filter { !rows.contains($0) && isHeadingRow($0, of: table) }
        if let lowest = rows.max(), lowest >= table.dataStart { table.dataStart = lowest + 1 }
        if let highest = rows.min(), highest < table.firstHeaderRow { table.firstHeaderRow = highest }
        // The row of analytes first: where `SAMPLE` and `DESCRIPTION` both could head the numbers, it is the clearer.
        rows = [analyte.row] + rows.filter { $0 != analyte.row }.sorted()
        table.findLeads(rows: rows)
        guard table.sample == nil else { return }
        // A lead cell of the analyte row that names no row heads the sample numbers, whatever its words.
        for column in 0..<min(table.firstResult, TableHeader.leadColumns) {
            let text = sheet.text(row: analyte.row, column: column)
            guard !text.isEmpty, HeaderVocabulary.role(of: text) == nil, table.holdsNames(column) else { continue }
            table.sample = .init(row: analyte.row, column: column, isGuess: true)
            return
        }
    }

    /// A certificate printed in blocks has the heading of the sample numbers again further right.
    private func cutBlocks(of table: inout TableSurvey) {
        let heading =
            table.sample.map { (row: $0.row, column: $0.column) }
            ?? table.analyteLabel.map { (row: analyte.row, column: $0) }
        guard let heading else { return }
        let label = sheet.text(row: heading.row, column: heading.column)
        guard let next = table.results.first(where: { sheet.text(row: heading.row, column: $0) == label }) else {
            return
        }
        table.nextBlock = next
        table.results.removeAll { $0 >= next || sheet.isBlank(row: analyte.row, column: $0) }
    }

    private func analyteLabel(of table: TableSurvey) -> Int? {
        let filled = sheet.filledColumns(
            row: analyte.row,
            limit: min(table.firstResult, TableHeader.leadColumns)
        )
        return filled.first { HeaderVocabulary.role(of: sheet.text(row: analyte.row, column: $0)) == .analyte }
            ?? filled.first { $0 == table.sample?.column } ?? filled.first
    }
}
