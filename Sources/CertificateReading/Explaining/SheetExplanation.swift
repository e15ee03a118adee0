public import Geochemistry

/// How all layouts saw one sheet of a delivery, which of them was chosen, and what it read.
public struct SheetExplanation: Sendable, Hashable {
    public enum Choice: Sendable, Hashable {
        /// The layout that reads the sheet, and the others that fit as well, with fewer marks.
        case chosen(layout: String, laboratory: String, before: [String])
        /// Several fit with as many marks.
        case tie([String])
        case none
        /// A list of samples, which needs no layout.
        case register(samples: Int)
        /// No table at all: nothing was tried.
        case unreadable
    }

    /// The file, or the member of a container.
    public var member: String
    /// The sheet of a workbook; empty for other files.
    public var sheet: String
    /// What divides its cells; nil for a workbook.
    public var delimiter: UInt8?
    public var rows: Int
    /// In the order in which the laboratories' files stand, the layouts of each in theirs.
    public var views: [LayoutView]
    public var choice: Choice
    public var readings: [Reading]
    /// Why it is not read, although a layout was chosen; or why none was.
    public var refusal: ReadingRefusal?

    /// What a layout read of a certificate, and where.
    public struct Reading: Sendable, Hashable {
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

        public struct QCCount: Sendable, Hashable {
            public var kind: String
            public var count: Int
        }

        public var batch: String
        public var laboratory: String
        public var fields: [Field] = []
        public var header: [HeaderLine] = []
        /// From 1.
        public var sampleColumn: Int?
        public var typeColumn: Int?
        public var columns: Int
        public var determinations: Int
        public var firstLine: Int?
        public var lastLine: Int?
        public var clientSamples: Int
        public var declaredSamples: Int?
        /// The laboratory's own rows.
        public var qcRows: [QCCount]
        public var decimals: Evidence
        public var dates: Evidence
        public var remarks: [Remark]
    }

    /// What was settled, and by what.
    public struct Evidence: Sendable, Hashable {
        public var value: String
        public var because: String
    }
}
