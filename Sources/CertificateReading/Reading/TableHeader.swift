/// Where the header of a table stands in a sheet: rows and columns, found by a layout of header rows.
struct TableHeader {
    /// The row of each role, from 0.
    var rows: [HeaderRow.Role: Int]
    var sampleColumn: Int
    var typeColumn: Int?
    /// The columns of results.
    var results: Range<Int>
    /// The first row of the header; metadata stand above it.
    var firstRow: Int
    /// The first row below the header.
    var dataStart: Int

    var analyteRow: Int { rows[.analyte] ?? 0 }

    /// Labels stand in one of this many lead columns.
    static let leadColumns = 12
    /// Header rows lie this close together.
    static let reach = 12
}

extension TableHeader {
    /// What is missing, in words that name the row.
    struct Missing: Error { let reason: String }

    static func locate(_ layout: Layout, in sheet: Sheet, from start: Int) throws(Missing) -> TableHeader {
        let window = start..<min(sheet.rowCount, start + layout.headerWithin)
        var rows: [HeaderRow.Role: Int] = [:]
        var labelColumn = 0

        guard let description = layout.headerRows.first(where: { $0.role == .analyte }),
            let analyte = find(description.labels, in: sheet, rows: window)
        else { throw Missing(reason: Words.noHeaderRow(layout.headerRows.first { $0.role == .analyte }, window)) }
        rows[.analyte] = analyte.row
        labelColumn = analyte.column

        let near = max(start, analyte.row - reach)..<min(sheet.rowCount, analyte.row + reach + 1)
        var last = analyte.row
        var first = analyte.row
        for header in layout.headerRows where header.role != .analyte {
            var row: Int?
            if header.labels.isEmpty {
                let wanted = analyte.row + header.offset
                row = near.contains(wanted) && !sheet.isBlank(row: wanted) ? wanted : nil
            } else if let found = find(header.labels, in: sheet, rows: near) {
                row = found.row
                labelColumn = max(labelColumn, found.column)
            }
            guard let row else {
                if header.isRequired { throw Missing(reason: Words.noHeaderRow(header, near)) }
                continue
            }
            if rows[header.role] == nil { rows[header.role] = row }
            first = min(first, row)
            last = max(last, row)
        }

        var leads = labelColumn
        var sampleColumn = analyte.column
        var typeColumn: Int?
        if let labels = layout.columns[.sample] {
            guard let sample = find(labels, in: sheet, rows: near) else {
                throw Missing(reason: Words.noSampleHeading(labels, near))
            }
            sampleColumn = sample.column
            leads = max(leads, sample.column)
            first = min(first, sample.row)
            last = max(last, sample.row)
            for (role, labels) in layout.columns where role != .sample {
                for column in 0..<leadColumns where labels.name(sheet.text(row: sample.row, column: column)) {
                    leads = max(leads, column)
                    if role == .type { typeColumn = column }
                }
            }
        }
        let end = (sheet.lastFilledColumn(row: analyte.row) ?? leads) + 1
        guard end > leads + 1 else { throw Missing(reason: Words.noAnalytes(line: sheet.line(row: analyte.row))) }
        return TableHeader(
            rows: rows,
            sampleColumn: sampleColumn,
            typeColumn: typeColumn,
            results: (leads + 1)..<end,
            firstRow: first,
            dataStart: last + 1
        )
    }

    private static func find(_ labels: [Label], in sheet: Sheet, rows: Range<Int>) -> (row: Int, column: Int)? {
        for row in rows {
            for column in 0..<min(leadColumns, sheet.cellCount(row: row))
            where labels.name(sheet.text(row: row, column: column)) {
                return (row, column)
            }
        }
        return nil
    }
}
