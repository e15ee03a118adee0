/// Finds the cells of delimited text, one after the other (RFC 4180, and the quotes of laboratories).
///
/// - A quote mark opens a *quoted cell* only as the first byte of the cell: `3" rods` is an inch mark. Inside, a
///   doubled mark stands for one, and delimiters and line breaks are text. The closing mark must be followed by
///   blanks at most, then a delimiter or the end of the line; anything else is a fault, never a guess.
/// - A quote mark opens a *labelled quote* in the first cell of a record, directly after a label that ends in a
///   colon: `CLIENT : "CODE - Name, Inc"`. Delimiters and line breaks inside belong to the cell, and the cell keeps
///   its marks, so it reads like the properly quoted `"CLIENT : ""CODE - Name, Inc"""`. The mark that closes it is
///   the first on the same line that ends the cell. Beyond that line, the very next mark has to be it; where it is
///   not, the opening mark was a mere character, and so are the marks behind it in that cell.
struct DelimitedScanner {
    let delimiter: UInt8
    /// How far a labelled quote is followed.
    let longestCell: Int

    /// How many line breaks a labelled quote may hold: without a limit, a text of nothing but such quotes that never
    /// close would be read again from each of them.
    private static let longestLabelledQuote = 20

    enum Ending { case delimiter, lineBreak, endOfText }

    struct Cell {
        /// Without the outer quotes; doubled quotes inside are still double where ``hasDoubledQuotes``.
        var content: Range<Int>
        var hasDoubledQuotes = false
        var ending: Ending
        /// Where the next cell starts.
        var next: Int
        /// Line breaks inside the cell.
        var lineBreaks = 0
    }

    enum QuoteFault: Error {
        case neverClosed
        /// A mark that neither ends its cell nor is doubled, and the line breaks before it.
        case textAfterQuote(lineBreaks: Int)
    }

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    func cell(in text: Span<UInt8>, at start: Int, isFirst: Bool) throws(QuoteFault) -> Cell {
        if start < text.count, text[start] == Self.quote { return try quotedCell(in: text, at: start) }
        var index = start
        var lineBreaks = 0
        var mayOpenQuote = isFirst
        while index < text.count {
            let byte = text[index]
            if byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn { break }
            if byte == Self.quote, mayOpenQuote, isLabel(text, start..<index) {
                // What closes one quote of a line closes them all, so one try is enough.
                mayOpenQuote = false
                if let closing = labelledQuote(in: text, openedAt: index) {
                    index = closing.mark
                    lineBreaks += closing.lineBreaks
                }
            }
            index += 1
        }
        let (ending, next) = ending(in: text, at: index)
        return Cell(content: start..<index, ending: ending, next: next, lineBreaks: lineBreaks)
    }

    private func quotedCell(in text: Span<UInt8>, at start: Int) throws(QuoteFault) -> Cell {
        var index = start + 1
        var doubled = false
        var lineBreaks = 0
        while index < text.count {
            let byte = text[index]
            if byte == Self.quote {
                if index + 1 < text.count, text[index + 1] == Self.quote {
                    doubled = true
                    index += 2
                    continue
                }
                guard let end = endOfCell(in: text, after: index) else {
                    throw .textAfterQuote(lineBreaks: lineBreaks)
                }
                let (ending, next) = ending(in: text, at: end)
                return Cell(
                    content: (start + 1)..<index,
                    hasDoubledQuotes: doubled,
                    ending: ending,
                    next: next,
                    lineBreaks: lineBreaks
                )
            }
            if isLineBreak(text, at: index) { lineBreaks += 1 }
            index += 1
        }
        throw .neverClosed
    }

    private func labelledQuote(in text: Span<UInt8>, openedAt start: Int) -> (mark: Int, lineBreaks: Int)? {
        let limit = start + min(longestCell, text.count - start)
        var lineBreaks = 0
        var index = start + 1
        while index < limit {
            if text[index] == Self.quote {
                if endOfCell(in: text, after: index) != nil { return (index, lineBreaks) }
                let isDoubled = index + 1 < limit && text[index + 1] == Self.quote
                if lineBreaks > 0, !isDoubled || startsCell(text, at: index) { return nil }
                if isDoubled { index += 1 }
            } else if isLineBreak(text, at: index) {
                lineBreaks += 1
                if lineBreaks > Self.longestLabelledQuote { return nil }
            }
            index += 1
        }
        return nil
    }

    /// Whether the text before a quote is a label: a letter or `#` first, a colon last.
    private func isLabel(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var end = range.upperBound
        while end > range.lowerBound, isBlank(text[end - 1]) { end -= 1 }
        guard end - range.lowerBound >= 2, text[end - 1] == UInt8(ascii: ":") else { return false }
        let first = text[range.lowerBound]
        return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first & 0xDF) || first >= 0x80
            || first == UInt8(ascii: "#")
    }

    /// The end of the cell when only blanks follow a mark; nil when text follows.
    private func endOfCell(in text: Span<UInt8>, after mark: Int) -> Int? {
        var index = mark + 1
        while index < text.count {
            let byte = text[index]
            if byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn { return index }
            guard isBlank(byte) else { return nil }
            index += 1
        }
        return index
    }

    private func ending(in text: Span<UInt8>, at index: Int) -> (Ending, next: Int) {
        guard index < text.count else { return (.endOfText, index) }
        if text[index] == delimiter { return (.delimiter, index + 1) }
        let isPair =
            text[index] == Self.carriageReturn && index + 1 < text.count && text[index + 1] == Self.lineFeed
        return (.lineBreak, index + (isPair ? 2 : 1))
    }

    /// Whether a line ends here; of CR LF it is the LF.
    private func isLineBreak(_ text: Span<UInt8>, at index: Int) -> Bool {
        if text[index] == Self.lineFeed { return true }
        guard text[index] == Self.carriageReturn else { return false }
        return index + 1 == text.count || text[index + 1] != Self.lineFeed
    }

    private func startsCell(_ text: Span<UInt8>, at index: Int) -> Bool {
        let before = text[index - 1]
        return before == delimiter || before == Self.lineFeed || before == Self.carriageReturn
    }

    private func isBlank(_ byte: UInt8) -> Bool {
        byte != delimiter && (byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t"))
    }
}
