import Geochemistry

/// The cells from a row of a sheet on, folded once for the marks of every layout: each asks nearly all of them, and
/// nearly none is what it wants.
final class SheetHead {
    let sheet: Sheet
    /// The row where a certificate may start.
    let start: Int

    /// The rows that were asked for.
    private var rows: [FoldedRow] = []

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
        start < sheet.rowCount && mayBegin(with: mark) && stands(mark, inRow: 0) ? !mark.isAbsent : mark.isAbsent
    }

    /// Whether any cell of the first row begins like a mark: in a table, each row is asked that for the next certificate's
    /// head, and nearly none has to be folded to answer.
    private func mayBegin(with mark: RecognitionMark) -> Bool {
        var firsts = ByteSet()
        for pattern in [mark.pattern] + mark.others {
            guard let first = pattern.firstByte else { return true }
            firsts.insert(first)
        }
        for column in 0..<max(mark.column ?? 0, min(Self.columnsSearched, sheet.cellCount(row: start))) {
            let may = sheet.withCell(row: start, column: column) { cell in
                let text = cell.extracting(cell.trimmedOfBlanks)
                return !text.isEmpty && (text[0] >= 0x80 || firsts.contains(CellPattern.foldedLetter(text[0])))
            }
            if may { return true }
        }
        return false
    }

    private func stands(_ mark: RecognitionMark, inRow row: Int) -> Bool {
        while rows.count <= row {
            let row = start + rows.count
            rows.append(FoldedRow(row, of: sheet, columns: 0..<min(Self.columnsSearched, sheet.cellCount(row: row))))
        }
        guard let column = mark.column else { return rows[row].contains(mark) }
        if column <= rows[row].count { return rows[row].holds(mark, at: column - 1) }
        // What lies beyond the columns that are folded is asked for by hardly any layout.
        return mark.matches(folded: CellPattern.folded(sheet.text(row: start + row, column: column - 1)).span)
    }
}
