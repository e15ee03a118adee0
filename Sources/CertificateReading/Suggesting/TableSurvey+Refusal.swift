import Geochemistry

extension TableSurvey {
    /// Why a sheet has no row of analytes.
    static func refusal(of sheet: Sheet, start: Int, census: [RowCensus], headings: HeadingReader) -> NoSuggestion {
        if let lines = linesOfFixedWidth(sheet, rows: census) { return .fixedWidth(lines: lines) }
        var inColumn: [Int: Int] = [:]
        for row in census where row.analytes.count == 1 {
            for column in row.analytes where column < TableHeader.leadColumns { inColumn[column, default: 0] += 1 }
        }
        if let (column, count) = inColumn.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), count >= 3 {
            return .transposed(analytes: count, column: column + 1)
        }
        return .noAnalytes(rows: census.count)
    }

    /// Lines of one cell that runs of blanks divide into three parts or more, where they are most of the lines.
    private static func linesOfFixedWidth(_ sheet: Sheet, rows: [RowCensus]) -> Int? {
        var lines = 0
        var filled = 0
        for row in rows where row.filled > 0 {
            filled += 1
            let parts = sheet.text(row: row.row, column: 0).split(separator: "  ", omittingEmptySubsequences: true)
            if row.filled == 1, parts.count >= 3 { lines += 1 }
        }
        return lines >= 3 && lines * 2 > filled ? lines : nil
    }
}
