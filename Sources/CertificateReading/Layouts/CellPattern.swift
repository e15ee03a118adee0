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

    /// Whether a whole text is described by the pattern; blanks around it do not count.
    public func matches(_ text: String) -> Bool {
        // Every cell of a sheet's head is asked by every mark of every layout, and nearly all differ at once.
        if Self.differ(parts.first?.first, text.utf8.first) || Self.differ(parts.last?.last, text.utf8.last) {
            return false
        }
        let bytes = Self.folded(text.trimmedOfBlanks)
        guard let first = parts.first, let last = parts.last, bytes.starts(with: first) else { return false }
        if parts.count == 1 { return bytes.count == first.count }
        guard bytes.count >= first.count + last.count, bytes.suffix(last.count).elementsEqual(last) else {
            return false
        }
        // The leftmost place of every part is the best one: what is left for the next only grows.
        var index = first.count
        let end = bytes.count - last.count
        for part in parts.dropFirst().dropLast() where !part.isEmpty {
            guard let found = Self.find(part, in: bytes, from: index, to: end) else { return false }
            index = found + part.count
        }
        return true
    }

    /// Whether a byte at the end of a pattern and one at the same end of a text make it certain that they do not fit;
    /// not where the text has a blank there, or anything but ASCII.
    private static func differ(_ wanted: UInt8?, _ byte: UInt8?) -> Bool {
        guard let wanted, let byte, byte > 0x20, byte < 0x80 else { return false }
        let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        return wanted != (isCapital ? byte | 0x20 : byte)
    }

    private static func find(_ part: [UInt8], in bytes: [UInt8], from start: Int, to end: Int) -> Int? {
        var index = start
        while index + part.count <= end {
            if bytes[index..<(index + part.count)].elementsEqual(part) { return index }
            index += 1
        }
        return nil
    }

    /// Lower case with single blanks; blanks at the ends stay single blanks, because parts of a pattern need them.
    private static func folded(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case 0x20, 0x09...0x0D: if bytes.last != 0x20 { bytes.append(0x20) }
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
            case ..<0x80: bytes.append(byte)
            default: return foldedBeyondASCII(text)
            }
        }
        return bytes
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
