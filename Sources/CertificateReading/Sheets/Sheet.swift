import Geochemistry

/// A table of cells as delivered: positions into one buffer of UTF-8, no String a cell.
///
/// Rows and columns count from 0, lines from 1. Records need not have equal counts of cells; where a record has no
/// such cell, the cell is empty.
public struct Sheet: Sendable, Hashable {
    /// The member that it was read from, or the name of a workbook's sheet.
    public let name: String
    /// What stood between the cells; a tab for sheets that never were delimited text.
    public let delimiter: UInt8
    /// UTF-8 of all cells, to be read through ``range(row:column:)``.
    public let bytes: [UInt8]
    private let cells: [CellRange]
    private let rows: [Row]

    /// The place of a cell in the buffer. 32 bits, because a large certificate has a million cells.
    struct CellRange: Sendable, Hashable {
        var start: UInt32
        var end: UInt32
    }

    /// One record.
    struct Row: Sendable, Hashable {
        /// Index of its first cell.
        var firstCell: UInt32
        /// The physical line where it starts.
        var line: UInt32
    }

    /// - Precondition: the ranges lie in `bytes`, and rows are in order.
    init(name: String, delimiter: UInt8, bytes: [UInt8], cells: [CellRange], rows: [Row]) {
        self.name = name
        self.delimiter = delimiter
        self.bytes = bytes
        self.cells = cells
        self.rows = rows
    }

    /// All records, the blank ones at the end included.
    public var rowCount: Int { rows.count }

    /// How many cells a record has; 0 beyond the last one. A blank line is a record of one empty cell.
    public func cellCount(row: Int) -> Int {
        cellIndexes(row: row).count
    }

    /// The line of the file where a record starts, from 1; a quoted cell may hold line breaks. 0 beyond the last one.
    public func line(row: Int) -> Int {
        rows.indices.contains(row) ? Int(rows[row].line) : 0
    }

    /// The place of a cell in ``bytes``, after unquoting; empty where there is no such cell.
    public func range(row: Int, column: Int) -> Range<Int> {
        let indexes = cellIndexes(row: row)
        guard column >= 0, column < indexes.count else { return 0..<0 }
        let cell = cells[indexes.lowerBound + column]
        return Int(cell.start)..<Int(cell.end)
    }

    /// The bytes of a cell, after unquoting and with surrounding blanks; none where there is no such cell.
    public func withCell<R>(row: Int, column: Int, _ body: (Span<UInt8>) -> R) -> R {
        body(bytes.span.extracting(range(row: row, column: column)))
    }

    /// The text of a cell without blanks (non-breaking ones too) at either end.
    public func text(row: Int, column: Int) -> String {
        let range = range(row: row, column: column)
        guard !range.isEmpty else { return "" }
        let trimmed = bytes.span.extracting(range).trimmedOfBlanks
        let start = range.lowerBound + trimmed.lowerBound
        return String(decoding: bytes[start..<(start + trimmed.count)], as: UTF8.self)
    }

    /// The text of a cell as it stands in the file.
    public func rawText(row: Int, column: Int) -> String {
        String(decoding: bytes[range(row: row, column: column)], as: UTF8.self)
    }

    /// Whether a record holds nothing but blanks; true beyond the last one.
    public func isBlank(row: Int) -> Bool {
        for cell in cells[cellIndexes(row: row)] where cell.start < cell.end {
            let range = Int(cell.start)..<Int(cell.end)
            if !bytes.span.extracting(range).trimmedOfBlanks.isEmpty { return false }
        }
        return true
    }

    private func cellIndexes(row: Int) -> Range<Int> {
        guard rows.indices.contains(row) else { return 0..<0 }
        let end = row + 1 < rows.count ? Int(rows[row + 1].firstCell) : cells.count
        return Int(rows[row].firstCell)..<end
    }
}
