/// A text by which a layout is known.
public struct RecognitionMark: Sendable, Hashable {
    public var pattern: CellPattern
    /// Texts that stand there instead, in another language or of another name of the laboratory.
    public var alternatives: [CellPattern]
    /// It stands in one of this many rows, counted from the start of the certificate.
    public var within: Int
    /// Its column, from 1; nil for any.
    public var column: Int?

    public init(_ pattern: String, or alternatives: [String] = [], within: Int, column: Int? = nil) {
        self.pattern = CellPattern(pattern)
        self.alternatives = alternatives.map(CellPattern.init)
        self.within = within
        self.column = column
    }

    /// Whether a cell is the mark.
    func matches(_ cell: String) -> Bool {
        pattern.matches(cell) || alternatives.contains { $0.matches(cell) }
    }
}
