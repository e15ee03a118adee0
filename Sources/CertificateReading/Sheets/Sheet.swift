import Geochemistry

/// A table of cells as delivered: positions into one buffer of UTF-8, no String a cell.
///
/// Rows and columns count from 0, lines from 1. Records need not have equal counts of cells; where a record has no
/// such cell, the cell is empty.
public struct Sheet: Sendable, Hashable {
    /// The member that it was read from.
    public let name: String
    /// The name on the tab of a workbook's sheet; empty for delimited text.
    public let title: String
    /// What stood between the cells; a tab for sheets that never were delimited text.
    public let delimiter: UInt8
    /// UTF-8 of all cells, to be read through ``range(row:column:)``.
    public let bytes: [UInt8]
    private let cells: [CellRange]
    private let rows: [Row]
    /// What a workbook stores, for the cells that show something else, by the index of the cell.
    private let stored: [Int: String]
    private let merged: [MergedCells]
    /// Rows of a print in fixed width that could not be divided, and why.
    private let faults: [Int: ReadingRefusal]

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

    /// Cells that a workbook shows as one; only the first of them holds anything.
    struct MergedCells: Sendable, Hashable {
        var rows: Range<Int>
        var columns: Range<Int>
    }

    /// - Parameter stored: by the index of the cell in `cells`.
    /// - Precondition: the ranges lie in `bytes`, and rows are in order.
    init(
        name: String,
        title: String = "",
        delimiter: UInt8,
        bytes: [UInt8],
        cells: [CellRange],
        rows: [Row],
        stored: [Int: String] = [:],
        merged: [MergedCells] = [],
        faults: [Int: ReadingRefusal] = [:]
    ) {
        self.name = name
        self.title = title
        self.delimiter = delimiter
        self.bytes = bytes
        self.cells = cells
        self.rows = rows
        self.stored = stored
        self.merged = merged
        self.faults = faults
    }

    /// Whether it stands in a workbook, whose cells have a stored and a shown text.
    public var isInWorkbook: Bool { !title.isEmpty }

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

    /// The text that a workbook stores in a cell, where it shows another: `2.2999999999999998` for `2.3`. nil where
    /// stored and shown text are the same, and for delimited text.
    public func storedText(row: Int, column: Int) -> String? {
        guard !stored.isEmpty else { return nil }
        let indexes = cellIndexes(row: row)
        guard column >= 0, column < indexes.count else { return nil }
        return stored[indexes.lowerBound + column]
    }

    /// The text of a cell, or of the merged cells that it belongs to: a method above the four analytes it stands for.
    func spannedText(row: Int, column: Int) -> String {
        for span in merged where span.rows.contains(row) && span.columns.contains(column) {
            return text(row: span.rows.lowerBound, column: span.columns.lowerBound)
        }
        return text(row: row, column: column)
    }

    /// A place in the sheet, for messages; row and column count from 0.
    func place(row: Int? = nil, column: Int? = nil) -> ReadingRefusal.Place {
        ReadingRefusal.Place(
            member: name,
            sheet: title,
            line: row.map { line(row: $0) },
            column: column.map { $0 + 1 }
        )
    }

    /// Why the cells of a row cannot be trusted to stand in their columns; nil for nearly all.
    func fault(row: Int) -> ReadingRefusal? { faults.isEmpty ? nil : faults[row] }

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
