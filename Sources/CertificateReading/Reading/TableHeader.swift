/// Where the header of a table stands in a sheet: rows and columns, found by a layout of header rows.
struct TableHeader {
    /// The row of each role, from 0.
    var rows: [HeaderRow.Role: Int]
    /// The row of the heading of the sample numbers, and its column.
    var sampleRow: Int
    var sampleColumn: Int
    var typeColumn: Int?
    /// The columns of results.
    var results: Range<Int>
    /// Among them, those that the layout names: comments and coordinates.
    var named: Set<Int> = []
    /// Where the next block beside this one begins; beyond every column for the last, and for most tables.
    var nextBlock = Int.max
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

        let analyte = try anchor(layout, in: sheet, rows: window)
        if layout.analyteStandsBesideSamples { rows[.analyte] = analyte.row }
        var labelColumn = analyte.column

        let block = headerRows(around: analyte, of: layout, in: sheet, from: start)
        let near = max(start, analyte.row - reach)..<min(sheet.rowCount, analyte.row + reach + 1)
        var last = analyte.row
        var first = analyte.row
        for header in layout.headerRows where rows[header.role] == nil || header.role == .ignored {
            var row: Int?
            if header.isPlaced {
                let wanted = analyte.row + header.offset
                let lead = sheet.text(row: wanted, column: analyte.column)
                let mayBeSample = header.offset > 0 && !lead.isEmpty && !header.labels.name(lead)
                row = near.contains(wanted) && !sheet.isBlank(row: wanted) && !mayBeSample ? wanted : nil
            } else if let found = header.mayBeList
                ? find(header.labels, in: sheet, rows: near)
                : find(header.labels, in: sheet, rows: block)
                    ?? (header.isRequired ? find(header.labels, in: sheet, rows: near) : nil)
            {
                row = found.row
                labelColumn = max(labelColumn, found.column)
            }
            guard let row else {
                if header.isRequired { throw Missing(reason: Words.noHeaderRow(header, near)) }
                continue
            }
            if header.mayBeList, !isAligned(row, with: [analyte.row, rows[.unit] ?? analyte.row], in: sheet) {
                continue
            }
            rows[header.role] = row
            // Metadata may stand between a list and the header.
            if header.mayBeList { continue }
            first = min(first, row)
            last = max(last, row)
        }
        guard let analyteRow = rows[.analyte] else {
            throw Missing(reason: Words.noHeaderRow(layout.headerRows.first { $0.role == .analyte }, near))
        }

        var leads = labelColumn
        var sampleRow = analyte.row
        var sampleColumn = analyte.column
        if let labels = layout.columns[.sample],
            let sample = find(labels, in: sheet, rows: CollectionOfOne(analyteRow))
                ?? find(labels, in: sheet, rows: block) ?? find(labels, in: sheet, rows: near)
        {
            sampleRow = sample.row
            sampleColumn = sample.column
            leads = max(leads, sample.column)
            first = min(first, sample.row)
            last = max(last, sample.row)
        } else if layout.isHeadless {
            sampleColumn = firstColumn(below: last, in: sheet, upTo: labelColumn)
        } else if let labels = layout.columns[.sample] {
            throw Missing(reason: Words.noSampleHeading(labels, near))
        }
        let nextBlock = nextSampleHeading(layout, in: sheet, row: sampleRow, from: sampleColumn + 1)
        let names = NamedColumns(layout, in: sheet, row: sampleRow, columns: 0..<nextBlock)
        leads = names.lastLead(from: leads, in: sheet, analytes: analyteRow)
        let end = (sheet.lastFilledColumn(row: analyteRow, below: nextBlock) ?? leads) + 1
        guard end > leads + 1 else { throw Missing(reason: Words.noAnalytes(line: sheet.line(row: analyteRow))) }
        return TableHeader(
            rows: rows,
            sampleRow: sampleRow,
            sampleColumn: sampleColumn,
            typeColumn: names[.type],
            results: (leads + 1)..<end,
            named: names.taken,
            nextBlock: nextBlock,
            firstRow: first,
            dataStart: last + 1
        )
    }

    /// The block to the right of this one, where the heading of the sample numbers stands again in its row.
    func beside(_ layout: Layout, in sheet: Sheet) -> TableHeader? {
        guard nextBlock < Int.max else { return nil }
        let start = nextBlock
        var next = self
        next.sampleColumn = start
        next.nextBlock = Self.nextSampleHeading(layout, in: sheet, row: sampleRow, from: start + 1)
        let names = NamedColumns(layout, in: sheet, row: sampleRow, columns: start..<next.nextBlock)
        next.typeColumn = names[.type]
        next.named = names.taken
        let leads = names.lastLead(from: start, in: sheet, analytes: analyteRow)
        let end = (sheet.lastFilledColumn(row: analyteRow, below: next.nextBlock) ?? leads) + 1
        guard end > leads + 1 else { return nil }
        next.results = (leads + 1)..<end
        return next
    }

    private static func nextSampleHeading(_ layout: Layout, in sheet: Sheet, row: Int, from start: Int) -> Int {
        guard layout.continues else { return .max }
        let labels = layout.columns[.sample] ?? layout.headerRows.first { $0.role == .analyte }?.labels ?? []
        let cells = sheet.cellCount(row: row)
        return (start..<max(start, cells)).first { labels.name(sheet.text(row: row, column: $0)) } ?? .max
    }

    /// Whether a row is one of a header: the next block's, below this one.
    func isHeader(_ layout: Layout, in sheet: Sheet, row: Int) -> Bool {
        let labels = layout.headerRows.flatMap(\.labels) + (layout.columns[.sample] ?? [])
        return (0..<Self.leadColumns).contains { labels.name(sheet.text(row: row, column: $0)) }
    }

    /// The row by which the others are found: that of the analytes, else the first with a label. A row of analytes
    /// without a label stands by its offset from the heading of the sample numbers.
    private static func anchor(
        _ layout: Layout,
        in sheet: Sheet,
        rows: Range<Int>
    ) throws(Missing) -> (row: Int, column: Int) {
        guard layout.analyteStandsBesideSamples else {
            guard let described = layout.anchor, let found = find(described.labels, in: sheet, rows: rows) else {
                throw Missing(reason: Words.noHeaderRow(layout.anchor, rows))
            }
            return found
        }
        let description = layout.headerRows.first { $0.role == .analyte }
        guard let sample = find(layout.columns[.sample] ?? [], in: sheet, rows: rows) else {
            throw Missing(reason: Words.noSampleHeading(layout.columns[.sample] ?? [], rows))
        }
        let row = sample.row + (description?.offset ?? 0)
        guard rows.contains(row), !sheet.isBlank(row: row) else {
            throw Missing(reason: Words.noHeaderRow(description, rows))
        }
        return (row, 0)
    }

    /// The rows that are one header with a row: those below it, then those above, the nearest first.
    ///
    /// A label may stand again above the table (`LABORATORY`), and in the next certificate of the file.
    private static func headerRows(
        around anchor: (row: Int, column: Int),
        of layout: Layout,
        in sheet: Sheet,
        from start: Int
    ) -> [Int] {
        let labels = layout.headerRows.flatMap(\.labels) + (layout.columns[.sample] ?? [])
        func isHeader(_ row: Int) -> Bool {
            sheet.isBlank(row: row, column: anchor.column)
                || (0..<leadColumns).contains { labels.name(sheet.text(row: row, column: $0)) }
        }
        let below = (anchor.row..<min(sheet.rowCount, anchor.row + reach + 1)).prefix(while: isHeader)
        let above = (max(start, anchor.row - reach)..<anchor.row).reversed().prefix(while: isHeader)
        return Array(below) + Array(above)
    }

    /// Whether a row that may be a list of texts belongs to the columns: it ends where the row of analytes or of units
    /// ends, and is
    /// free above sample numbers and intervals, where a list has no gap.
    private static func isAligned(_ row: Int, with others: [Int], in sheet: Sheet) -> Bool {
        guard let end = sheet.lastFilledColumn(row: row),
            others.contains(where: { sheet.lastFilledColumn(row: $0) == end })
        else { return false }
        return sheet.filledColumns(row: row).count <= end
    }

    /// The column of sample numbers where no heading names it: the first that holds anything below the header.
    private static func firstColumn(below header: Int, in sheet: Sheet, upTo labelColumn: Int) -> Int {
        guard let row = sheet.firstFilledRow(from: header + 1) else { return labelColumn }
        return (0...labelColumn).first { !sheet.isBlank(row: row, column: $0) } ?? labelColumn
    }

    /// The first of some rows with one of the labels in a lead column.
    private static func find(
        _ labels: [Label],
        in sheet: Sheet,
        rows: some Sequence<Int>
    ) -> (row: Int, column: Int)? {
        for row in rows {
            for column in 0..<min(leadColumns, sheet.cellCount(row: row))
            where labels.name(sheet.text(row: row, column: column)) {
                return (row, column)
            }
        }
        return nil
    }
}
