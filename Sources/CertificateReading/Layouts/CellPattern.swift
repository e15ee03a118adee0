import Geochemistry

/// A text that a cell must have: `*` stands for any run of characters, everything else for itself.
///
/// Case and accents do not count, and any run of blanks (non-breaking ones too) is one blank. There is no escape: a `*`
/// that is meant as itself, as in `*STD`, stands in the lists of prefixes and names, which know no pattern.
public struct CellPattern: Sendable, Hashable {
    public let text: String
    private let parts: [[UInt8]]

    public init(_ text: String) {
        self.text = text
        parts = text.split(separator: "*", omittingEmptySubsequences: false).map { part in
            Self.folded(String(part))
        }
    }

    /// With which byte every folded text begins that the pattern describes; nil where it may be any.
    var firstByte: UInt8? { parts.first?.first }

    /// Whether a whole text is described by the pattern; blanks around it do not count.
    public func matches(_ text: String) -> Bool { matches(folded: Self.folded(text.trimmedOfBlanks).span) }

    /// The same of a text that ``folded(_:)`` has made, once for many patterns.
    func matches(folded text: Span<UInt8>) -> Bool {
        guard let first = parts.first, let last = parts.last, text.count >= first.count,
            Self.stands(first, in: text, at: 0)
        else { return false }
        if parts.count == 1 { return text.count == first.count }
        let end = text.count - last.count
        guard end >= first.count, Self.stands(last, in: text, at: end) else { return false }
        // The leftmost place of every part is the best one: what is left for the next only grows.
        var index = first.count
        for part in parts.dropFirst().dropLast() where !part.isEmpty {
            guard let found = Self.find(part, in: text, from: index, to: end) else { return false }
            index = found + part.count
        }
        return true
    }

    private static func stands(_ part: [UInt8], in text: Span<UInt8>, at start: Int) -> Bool {
        for index in part.indices where part[index] != text[start + index] { return false }
        return true
    }

    private static func find(_ part: [UInt8], in text: Span<UInt8>, from start: Int, to end: Int) -> Int? {
        var index = start
        while index + part.count <= end {
            if stands(part, in: text, at: index) { return index }
            index += 1
        }
        return nil
    }

    /// Lower case with single blanks; blanks at the ends stay single blanks, because parts of a pattern need them.
    static func folded(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        let text = Array(text.utf8)
        fold(text.span, onto: &bytes)
        return bytes
    }

    /// The same of UTF-8, behind what stands in `bytes`.
    static func fold(_ text: Span<UInt8>, onto bytes: inout [UInt8]) {
        let start = bytes.count
        bytes.reserveCapacity(start + text.count)
        for index in text.indices {
            switch text[index] {
            case 0x20, 0x09...0x0D: if bytes.count == start || bytes[bytes.count - 1] != 0x20 { bytes.append(0x20) }
            case let byte where byte < 0x80: bytes.append(foldedLetter(byte))
            default:
                bytes.removeSubrange(start...)
                let whole = text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
                bytes.append(contentsOf: foldedBeyondASCII(whole))
                return
            }
        }
    }

    /// A byte of ASCII; others stay as they are.
    static func foldedLetter(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }

    private static func foldedBeyondASCII(_ text: String) -> [UInt8] {
        var folded = ""
        var wasBlank = false
        for character in FoldedText.fold(text) {
            let isBlank = character.isWhitespace
            if !isBlank { folded.append(character) } else if !wasBlank { folded.append(" ") }
            wasBlank = isBlank
        }
        return Array(folded.utf8)
    }
}
