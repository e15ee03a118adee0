/// A text by which a layout is known.
public struct RecognitionMark: Sendable, Hashable {
    public var pattern: CellPattern
    /// It stands in one of this many rows, counted from the start of the certificate.
    public var within: Int
    /// Its column, from 1; nil for any.
    public var column: Int?

    public init(_ pattern: String, within: Int, column: Int? = nil) {
        self.pattern = CellPattern(pattern)
        self.within = within
        self.column = column
    }
}
