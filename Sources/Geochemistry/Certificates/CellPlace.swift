/// Where a cell stands in the file.
public struct CellPlace: Sendable, Hashable {
    /// The sheet of a workbook; empty for other files.
    public var sheet: String
    /// The line of the file, or the row of the sheet, from 1.
    public var line: Int

    public init(sheet: String = "", line: Int) {
        self.sheet = sheet
        self.line = line
    }
}
