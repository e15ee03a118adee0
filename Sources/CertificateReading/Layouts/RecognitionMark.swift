/// A text by which a layout is known.
public struct RecognitionMark: Sendable, Hashable {
    public var pattern: CellPattern
    /// Other texts that stand for the same: `Elemento` for `Element`.
    public var others: [CellPattern]
    /// It stands in one of this many rows, counted from the start of the certificate.
    public var within: Int
    /// Its column, from 1; nil for any.
    public var column: Int?

    public init(_ pattern: String, or others: [String] = [], within: Int, column: Int? = nil) {
        self.pattern = CellPattern(pattern)
        self.others = others.map(CellPattern.init)
        self.within = within
        self.column = column
    }

    func matches(_ text: String) -> Bool { pattern.matches(text) || others.contains { $0.matches(text) } }
}
