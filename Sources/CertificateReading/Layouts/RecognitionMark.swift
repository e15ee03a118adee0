/// A text by which a layout is known.
public struct RecognitionMark: Sendable, Hashable {
    public var pattern: CellPattern
    /// Other texts that stand for the same, in another language or of another name of the laboratory.
    public var others: [CellPattern]
    /// It must not stand there: what tells a layout from another one that has the same marks and more.
    public var isAbsent: Bool
    /// It stands in one of this many rows, counted from the start of the certificate.
    public var within: Int
    /// Its column, from 1; nil for any.
    public var column: Int?

    public init(_ pattern: String, or others: [String] = [], within: Int, column: Int? = nil, isAbsent: Bool = false) {
        self.pattern = CellPattern(pattern)
        self.others = others.map(CellPattern.init)
        self.isAbsent = isAbsent
        self.within = within
        self.column = column
    }

    /// Whether a cell is the mark, its text folded as by ``CellPattern/folded(_:)``.
    func matches(folded text: Span<UInt8>) -> Bool {
        pattern.matches(folded: text) || others.contains { $0.matches(folded: text) }
    }
}
