/// The cells from a row of a sheet on, folded once for the marks of every layout: each asks nearly all of them, and
/// nearly none is what it wants.
final class SheetHead {
    let sheet: Sheet
    /// The row where a certificate may start.
    let start: Int

    /// The folded cells of the rows that were asked for.
    private var rows: [[[UInt8]]] = []

    /// Marks stand in the lead columns; a search of every cell of a wide sheet would find them by accident.
    static let columnsSearched = 40

    init(_ sheet: Sheet, from start: Int) {
        self.sheet = sheet
        self.start = start
    }

    /// Whether what a mark says of the sheet is so: that it stands there, or that it does not.
    func holds(_ mark: RecognitionMark) -> Bool {
        for row in 0..<max(0, min(sheet.rowCount - start, mark.within)) where stands(mark, inRow: row) {
            return !mark.isAbsent
        }
        return mark.isAbsent
    }

    /// The same of the first row alone.
    func begins(with mark: RecognitionMark) -> Bool {
        start < sheet.rowCount && stands(mark, inRow: 0) ? !mark.isAbsent : mark.isAbsent
    }

    private func stands(_ mark: RecognitionMark, inRow row: Int) -> Bool {
        while rows.count <= row { fold(start + rows.count) }
        let cells = rows[row]
        guard let column = mark.column else { return cells.contains { mark.matches(folded: $0.span) } }
        // What lies beyond the columns that are folded is asked for by hardly any layout.
        let cell =
            cells.indices.contains(column - 1)
            ? cells[column - 1] : CellPattern.folded(sheet.text(row: start + row, column: column - 1))
        return mark.matches(folded: cell.span)
    }

    private func fold(_ row: Int) {
        let columns = 0..<min(Self.columnsSearched, sheet.cellCount(row: row))
        rows.append(columns.map { CellPattern.folded(sheet.text(row: row, column: $0)) })
    }
}
