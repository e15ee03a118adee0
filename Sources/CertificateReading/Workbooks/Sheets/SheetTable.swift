/// The table of a sheet as it grows, cell by cell: what is shown, and what is stored where that differs.
///
/// Only cells with content take room, and the empty ones before them.
struct SheetTable {
    private let name: String
    private let title: String
    private let tally: WorkbookTally
    /// The texts of the cells so far; a text is appended here, and then put into a cell.
    var bytes: [UInt8] = []
    private var cells: [Sheet.CellRange] = []
    private var rows: [Sheet.Row] = []
    private var stored: [Int: String] = [:]
    private var merged: [Sheet.MergedCells] = []
    /// Where the texts stand that several cells share.
    private var shared: [Int: Sheet.CellRange] = [:]

    init(name: String, title: String, tally: WorkbookTally) {
        self.name = name
        self.title = title
        self.tally = tally
    }

    var isEmpty: Bool { cells.isEmpty }

    /// The table with the merged cells that lie in its rows.
    func sheet() -> Sheet {
        Sheet(
            name: name,
            title: title,
            delimiter: UInt8(ascii: "\t"),
            bytes: bytes,
            cells: cells,
            rows: rows,
            stored: stored,
            merged: merged.filter { $0.rows.lowerBound < rows.count }
        )
    }

    /// Puts the text that was appended to ``bytes`` from a position on into a cell. Cells come in the order of the
    /// sheet.
    ///
    /// - Throws: `too_large` with the place of the cell.
    mutating func put(from start: Int, stored text: String?, at cell: CellReference) throws(ReadingRefusal) {
        try put(try range(from: start, at: cell), stored: text, at: cell)
    }

    /// Puts a text that stands in the table of shared strings; it is kept once, however many cells show it.
    mutating func put(
        shared index: Int,
        _ text: ArraySlice<UInt8>,
        at cell: CellReference
    ) throws(ReadingRefusal) {
        if let range = shared[index] { return try put(range, stored: nil, at: cell) }
        let start = bytes.count
        bytes += text
        let range = try range(from: start, at: cell)
        shared[index] = range
        try put(range, stored: nil, at: cell)
    }

    mutating func merge(_ range: Sheet.MergedCells, limit: Int) throws(ReadingRefusal) {
        guard merged.count < limit else { throw .tooManyMergedCells(limit, at: place()) }
        merged.append(range)
    }

    /// A place for messages; a column below 0 is none.
    func place(_ cell: CellReference? = nil) -> ReadingRefusal.Place {
        ReadingRefusal.Place(
            member: name,
            sheet: title,
            line: cell.map { $0.row + 1 },
            column: cell.flatMap { $0.column < 0 ? nil : $0.column + 1 }
        )
    }

    private func range(from start: Int, at cell: CellReference) throws(ReadingRefusal) -> Sheet.CellRange {
        let longest = min(tally.limits.inflatedBytes, Int(UInt32.max))
        guard bytes.count <= longest, let start = UInt32(exactly: start), let end = UInt32(exactly: bytes.count)
        else { throw .sheetTooLong(longest, at: place(cell)) }
        return Sheet.CellRange(start: start, end: end)
    }

    private mutating func put(
        _ range: Sheet.CellRange,
        stored text: String?,
        at cell: CellReference
    ) throws(ReadingRefusal) {
        let limits = tally.limits
        guard cell.row < limits.rows else { throw .tooManyRows(limits.rows, at: place(cell)) }
        guard cell.column < limits.columns else { throw .tooManyColumns(limits.columns, at: place(cell)) }
        if cell.row >= rows.count {
            try tally.take(cell.row + 1 - rows.count, at: place(cell))
            while rows.count <= cell.row {
                rows.append(Sheet.Row(firstCell: UInt32(cells.count), line: UInt32(rows.count + 1)))
            }
        }
        let width = cells.count - Int(rows[cell.row].firstCell)
        let missing = cell.column - width
        try tally.take(max(0, missing) + 1, at: place(cell))
        for _ in 0..<max(0, missing) { cells.append(Sheet.CellRange(start: 0, end: 0)) }
        if let text { stored[cells.count] = text }
        cells.append(range)
    }
}
