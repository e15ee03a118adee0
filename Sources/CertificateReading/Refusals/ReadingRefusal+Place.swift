extension ReadingRefusal {
    /// Where in a delivery, as far as it is known.
    public struct Place: Sendable, Hashable {
        /// The file as delivered, or its path inside the container; empty where the reader did not know it.
        public var member: String
        /// The line of the text, from 1.
        public var line: Int?
        /// The cell of the record, from 1.
        public var column: Int?

        public init(member: String = "", line: Int? = nil, column: Int? = nil) {
            self.member = member
            self.line = line
            self.column = column
        }
    }
}

extension ReadingRefusal.Place: CustomStringConvertible {
    /// `certificates/VA19012345.csv, line 12, column 3`
    public var description: String {
        var parts: [String] = []
        if !member.isEmpty { parts.append(member) }
        if let line { parts.append("line \(line)") }
        if let column { parts.append("column \(column)") }
        return parts.joined(separator: ", ")
    }
}
