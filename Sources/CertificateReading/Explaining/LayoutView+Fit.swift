import Geochemistry

extension LayoutView {
    /// A layout that found no columns of fixed width, and looked no further.
    init(_ layout: Layout, of laboratory: Laboratory, miss: LayoutFit.Miss) {
        self.init(
            laboratory: laboratory.name,
            layout: layout.id,
            shape: layout.shape,
            marks: layout.marks.count,
            percent: Int(miss.progress * 100),
            stop: Stop(step: .headerRow, reason: miss.reason, found: [])
        )
    }

    /// Tries a layout on a sheet, from a row on.
    /// - Returns: what it saw, and the fit where it is one.
    static func look(
        _ layout: Layout,
        of laboratory: Laboratory,
        at head: SheetHead,
        headings: HeadingReader
    ) -> (view: LayoutView, fit: LayoutFit?) {
        var view = LayoutView(
            laboratory: laboratory.name,
            layout: layout.id,
            shape: layout.shape,
            marks: layout.marks.count,
            percent: 100
        )
        do throws(LayoutFit.Miss) {
            return (view, try LayoutFit.fit(layout, of: laboratory, to: head, headings: headings))
        } catch {
            view.percent = Int(error.progress * 100)
            view.stop = stop(of: layout, in: head, reason: error.reason)
            return (view, nil)
        }
    }

    private static func stop(of layout: Layout, in head: SheetHead, reason: String) -> Stop {
        let (sheet, start) = (head.sheet, head.start)
        let isElsewhere = !layout.sheets.isEmpty && !layout.sheets.contains { $0.matches(sheet.title) }
        if isElsewhere { return Stop(step: .sheet, reason: reason, found: []) }
        if let mark = layout.marks.first(where: { !head.holds($0) }) {
            let rows = start..<min(sheet.rowCount, start + mark.within)
            return Stop(step: .mark, reason: reason, found: texts(in: sheet, rows: rows, column: mark.column))
        }
        switch layout.shape {
        case .headerRows:
            let rows = start..<min(sheet.rowCount, start + layout.headerWithin)
            return Stop(step: .headerRow, reason: reason, found: leads(in: sheet, rows: rows))
        case .wide, .long:
            return Stop(
                step: .heading,
                reason: reason,
                found: leads(in: sheet, rows: start..<min(sheet.rowCount, start + layout.headerWithin))
            )
        }
    }

    /// The first texts of a column, or of the first cells of each row.
    private static func texts(in sheet: Sheet, rows: Range<Int>, column: Int?) -> [PlacedText] {
        var found: [PlacedText] = []
        for row in rows {
            let columns = column.map { [$0 - 1] } ?? sheet.filledColumns(row: row, limit: TableHeader.leadColumns)
            for column in columns where !sheet.isBlank(row: row, column: column) {
                found.append(sheet.placed(row: row, column: column))
                if found.count == textsShown { return found }
                // Of a row with many cells, the first one tells which row it is; of a lone row, all do.
                if rows.count > 1 { break }
            }
        }
        return found
    }

    /// What stands in the lead column of the rows that look like a header's: the first cell of rows of many cells.
    private static func leads(in sheet: Sheet, rows: Range<Int>) -> [PlacedText] {
        var found: [PlacedText] = []
        for row in rows {
            let filled = sheet.filledColumns(row: row)
            guard filled.count >= 3, let first = filled.first else { continue }
            found.append(sheet.placed(row: row, column: first))
            if found.count == textsShown { break }
        }
        return found
    }
}

extension Sheet {
    func placed(row: Int, column: Int) -> PlacedText {
        PlacedText(text(row: row, column: column), line: line(row: row), column: column + 1)
    }
}
