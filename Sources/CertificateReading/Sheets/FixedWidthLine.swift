/// A line of a print in fixed width, by characters.
struct FixedWidthLine {
    /// In the bytes of the text.
    let bytes: Range<Int>
    /// The byte at which each character begins; nil where every character is a byte.
    private let starts: [Int]?

    init(_ bytes: Range<Int>, of text: Span<UInt8>) {
        self.bytes = bytes
        var isASCII = true
        for index in bytes where text[index] >= 0x80 {
            isASCII = false
            break
        }
        starts = isASCII ? nil : bytes.filter { text[$0] & 0xC0 != 0x80 }
    }

    var count: Int { starts?.count ?? bytes.count }

    /// The bytes of some of its characters; those beyond its end are none.
    func range(_ characters: Range<Int>) -> Range<Int> {
        byte(at: characters.lowerBound)..<byte(at: characters.upperBound)
    }

    private func byte(at character: Int) -> Int {
        guard character < count else { return bytes.upperBound }
        return starts?[character] ?? bytes.lowerBound + character
    }

    func isBlank(_ character: Int, of text: Span<UInt8>) -> Bool {
        guard character >= 0, character < count else { return true }
        // A tab divides cells: a text with tabs is no print in fixed width.
        return text[byte(at: character)] == UInt8(ascii: " ")
    }

    /// The texts between blanks, from a character on.
    func tokens(from start: Int, of text: Span<UInt8>) -> [FixedWidth.Token] {
        var tokens: [FixedWidth.Token] = []
        var begin: Int?
        for character in start..<max(start, count) {
            if isBlank(character, of: text) {
                if let first = begin { tokens.append(first..<character) }
                begin = nil
            } else if begin == nil {
                begin = character
            }
        }
        if let begin { tokens.append(begin..<count) }
        return tokens
    }
}
