/// A column that says of every row what it is: `12` for each row of results of some mines, `D` in the Australian
/// reporting templates.
public struct RecordColumn: Sendable, Hashable {
    /// Counted from 1.
    public var column: Int
    /// The codes of rows of results; other rows below the header are none.
    public var data: [Label]

    public init(column: Int, data: [Label]) {
        self.column = column
        self.data = data
    }
}
