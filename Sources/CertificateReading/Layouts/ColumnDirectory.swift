/// A sheet that says of the columns of other sheets in its workbook what they are: unit and limits of every method and
/// analyte, as GeochemXL has it.
public struct ColumnDirectory: Sendable, Hashable {
    /// Titles of the sheets; all of them together are the directory.
    public var sheets: [CellPattern]
    /// What the headings of its columns are: `method`, `analyte` and `unit`, and where it has them `detection_limit`,
    /// `upper_limit`, `laboratory` and `work_order`.
    public var columns: [ColumnRole: [Label]]

    public init(sheets: [CellPattern], columns: [ColumnRole: [Label]]) {
        self.sheets = sheets
        self.columns = columns
    }

    /// What a row cannot do without.
    public static let required: [ColumnRole] = [.method, .analyte, .unit]
}
