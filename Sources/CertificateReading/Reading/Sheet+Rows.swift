import Geochemistry

extension Sheet {
    /// The first row at or after `row` that holds anything; nil where only blank rows follow.
    func firstFilledRow(from row: Int) -> Int? {
        var row = row
        while row < rowCount {
            if !isBlank(row: row) { return row }
            row += 1
        }
        return nil
    }

    /// The columns of a row that hold more than blanks, up to a limit.
    func filledColumns(row: Int, limit: Int = .max) -> [Int] {
        var columns: [Int] = []
        for column in 0..<min(cellCount(row: row), limit) where !isBlank(row: row, column: column) {
            columns.append(column)
        }
        return columns
    }

    func isBlank(row: Int, column: Int) -> Bool {
        withCell(row: row, column: column) { $0.trimmedOfBlanks.isEmpty }
    }

    /// The last column of a row, to the left of a limit, that holds more than blanks; nil for a blank row.
    func lastFilledColumn(row: Int, below limit: Int = .max) -> Int? {
        var column = min(cellCount(row: row), limit) - 1
        while column >= 0 {
            if !isBlank(row: row, column: column) { return column }
            column -= 1
        }
        return nil
    }

    /// The text of a row's only filled cell, where it has exactly one.
    func loneText(row: Int) -> String? {
        let filled = filledColumns(row: row)
        return filled.count == 1 ? text(row: row, column: filled[0]) : nil
    }

    /// A column of results as printed, for the given rows, packed without making Strings.
    func packedTexts(rows: [Int], column: Int) -> PackedTexts {
        var texts = PackedTexts()
        texts.reserve(texts: rows.count, bytes: rows.count * 5)
        let text = bytes.span
        for row in rows { texts.append(text.extracting(range(row: row, column: column))) }
        return texts
    }

    /// The stored texts of a column, where they differ from the shown ones, by their index in the given rows.
    func storedTexts(rows: [Int], column: Int) -> [Int: String] {
        guard isInWorkbook else { return [:] }
        var texts: [Int: String] = [:]
        for (index, row) in rows.enumerated() { texts[index] = storedText(row: row, column: column) }
        return texts
    }
}
