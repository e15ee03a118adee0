/// How all layouts saw one sheet of a document, which of them was chosen, and where it found what.
public struct SheetExplanation: Sendable, Hashable {
    public enum Choice: Sendable, Hashable {
        /// The layout that reads the sheet, and the others that fit as well, with fewer marks.
        case chosen(layout: String, laboratory: String, before: [String])
        /// Several fit with as many marks.
        case tie([String])
        case none
        /// A list of samples, which needs no layout.
        case register
    }

    /// The sheet of a workbook; empty for other files.
    public var title: String
    /// What divides its cells; nil for a workbook.
    public var delimiter: UInt8?
    public var rows: Int
    /// In the order of the laboratories' files, the layouts of each in theirs.
    public var views: [LayoutView] = []
    public var choice: Choice = .none
    /// What the chosen layout found above and around the table.
    public var finds: Finds?

    public struct Finds: Sendable, Hashable {
        public var fields: [Field] = []
        public var header: [HeaderLine] = []
        /// From 1.
        public var sampleColumn: Int?
        public var typeColumn: Int?
        /// The first and the last column of results, from 1.
        public var firstResult: Int?
        public var lastResult: Int?
    }

    public struct Field: Sendable, Hashable {
        public var item: MetadataField.Item
        public var value: PlacedText
        /// What leads to it: the label, or the pattern of its cell.
        public var source: String
    }

    public struct HeaderLine: Sendable, Hashable {
        public var role: HeaderRow.Role
        public var line: Int
        /// What stands in its lead cell; empty for a row that is placed beside the analytes.
        public var label: String
    }
}
