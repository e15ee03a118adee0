/// Counts the rows and cells of all sheets of a workbook, before memory is taken for them.
///
/// A sheet is a dense table, so that one cell far to the right, or far down, is paid for by all the empty ones before
/// it. The limit of cells is for all sheets together, and a row counts as a cell.
final class WorkbookTally {
    let limits: ReadingLimits
    private var cells = 0

    init(limits: ReadingLimits) { self.limits = limits }

    /// - Throws: `too_large` at the place.
    func take(_ count: Int, at place: @autoclosure () -> ReadingRefusal.Place) throws(ReadingRefusal) {
        cells += count
        guard cells <= limits.cells else { throw .tooManyCells(limits.cells, at: place()) }
    }
}
