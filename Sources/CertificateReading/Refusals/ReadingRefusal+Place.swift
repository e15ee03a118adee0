extension ReadingRefusal {
    /// Where in a delivery, as far as it is known.
    public struct Place: Sendable, Hashable {
        /// The file as delivered, or its path inside the container; empty where the reader did not know it.
        public var member: String
        /// The sheet of a workbook; empty for other files.
        public var sheet: String
        /// The line of the text, or the row of the sheet, from 1.
        public var line: Int?
        /// The cell of the record, from 1.
        public var column: Int?

        public init(member: String = "", sheet: String = "", line: Int? = nil, column: Int? = nil) {
            self.member = member
            self.sheet = sheet
            self.line = line
            self.column = column
        }
    }
}

extension ReadingRefusal.Place: CustomStringConvertible {
    /// `certificates/VA19012345.csv, line 12, column 3`; `A25-15567.xlsx, sheet 'QC', row 7, column 3`
    public var description: String {
        var parts: [String] = []
        if !member.isEmpty { parts.append(member) }
        if !sheet.isEmpty { parts.append("sheet '\(sheet)'") }
        if let line { parts.append(sheet.isEmpty ? "line \(line)" : "row \(line)") }
        if let column { parts.append("column \(column)") }
        return parts.joined(separator: ", ")
    }
}
