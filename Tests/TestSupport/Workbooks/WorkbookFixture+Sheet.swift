extension WorkbookFixture {
    /// One tab.
    public struct Sheet: Sendable {
        public enum Visibility: String, Sendable {
            case visible, hidden, veryHidden
        }

        public var name: String
        public var rows: [[Cell]]
        /// Ranges such as `B1:E1`.
        public var merged: [String]
        public var visibility: Visibility
        /// What the sheet says of its size, true or not; nil says nothing.
        public var dimension: String?
        /// Whether rows and cells say where they stand.
        public var hasReferences = true

        public init(
            _ name: String,
            _ rows: [[Cell]],
            merged: [String] = [],
            visibility: Visibility = .visible,
            dimension: String? = nil
        ) {
            self.name = name
            self.rows = rows
            self.merged = merged
            self.visibility = visibility
            self.dimension = dimension
        }

        /// A sheet that shows what a delimited text prints: numbers become numbers with as many decimals as printed,
        /// anything else is text.
        public init(_ name: String, delimited text: String, by delimiter: Character = ",") {
            let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
            self.init(
                name,
                (lines.last == "" ? lines.dropLast() : lines[...]).map { line in
                    line.split(separator: delimiter, omittingEmptySubsequences: false).map { Cell(printed: String($0)) }
                }
            )
        }
    }
}
