extension WorkbookFixture {
    /// One cell; a string literal is a text.
    public enum Cell: Sendable, ExpressibleByStringLiteral {
        case empty
        case text(String)
        /// The stored text of a number, and the number format that it is shown by.
        case number(String, String = "General")
        /// A formula, its result as stored, and its type in the file (`str`, `b`, `e`, or nil for a number).
        case formula(String, result: String, type: String? = nil)
        case boolean(Bool)
        /// `#VALUE!`
        case error(String)
        /// A day as ISO text, of the cell type `d`.
        case isoDate(String)
        /// No content, but a number format: what Excel keeps of cells that were cleared.
        case styled(String)
        /// A text under a number format, such as `@`.
        case formattedText(String, String)
        /// The whole element `<c>` as written here.
        case raw(String)

        public init(stringLiteral text: String) { self = text.isEmpty ? .empty : .text(text) }

        /// The cell that shows a printed text: `0.50` is a number of two decimals.
        public init(printed text: String) {
            guard Self.isNumber(text) else {
                self.init(stringLiteral: text)
                return
            }
            let decimals = text.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
            self = .number(text, decimals == 0 ? "0" : "0." + String(repeating: "0", count: decimals))
        }

        /// Digits and a point as a number has them; not `007`, which a number would not keep.
        private static func isNumber(_ text: String) -> Bool {
            let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
            let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
            guard (1...2).contains(parts.count), digits.utf8.count <= 15,
                parts.allSatisfy(isDigits)
            else { return false }
            return parts[0] == "0" || !parts[0].hasPrefix("0")
        }

        private static func isDigits(_ text: Substring) -> Bool {
            !text.isEmpty && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        }
    }
}
