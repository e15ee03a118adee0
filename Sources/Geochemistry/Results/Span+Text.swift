extension Span where Element == UInt8 {
    /// The range without blanks, tabs and non-breaking blanks at either end.
    package var trimmedOfBlanks: Range<Int> {
        var start = 0
        var end = count
        while start < end {
            let length = blank(at: start, before: end)
            if length == 0 { break }
            start += length
        }
        while end > start {
            let length = blank(endingAt: end, after: start)
            if length == 0 { break }
            end -= length
        }
        return start..<end
    }

    /// The bytes of the blank at a place; 0 where none stands there.
    private func blank(at index: Int, before end: Int) -> Int {
        switch self[index] {
        case 0x20, 0x09, 0x0D, 0x0A: return 1
        case 0xC2: return index + 1 < end && self[index + 1] == 0xA0 ? 2 : 0
        case 0xE2:
            let isWide = index + 2 < end && self[index + 1] == 0x80 && Self.isWideBlank(self[index + 2])
            return isWide ? 3 : 0
        default: return 0
        }
    }

    private func blank(endingAt end: Int, after start: Int) -> Int {
        switch self[end - 1] {
        case 0x20, 0x09, 0x0D, 0x0A: return 1
        case 0xA0 where end - 2 >= start && self[end - 2] == 0xC2: return 2
        case let byte where Self.isWideBlank(byte):
            return end - 3 >= start && self[end - 2] == 0x80 && self[end - 3] == 0xE2 ? 3 : 0
        default: return 0
        }
    }

    /// The last byte of U+2000 to U+200A and U+202F: blanks of a typographer, non-breaking ones among them.
    private static func isWideBlank(_ last: UInt8) -> Bool { (0x80...0x8A).contains(last) || last == 0xAF }

    package func contains(_ byte: UInt8) -> Bool {
        for index in 0..<count where self[index] == byte { return true }
        return false
    }

    /// The text in upper case; ASCII only, other bytes stay.
    var upperCased: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        for index in 0..<count {
            let byte = self[index]
            bytes.append((UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte & 0xDF : byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    package static func == (left: Span<UInt8>, right: StaticString) -> Bool {
        guard left.count == right.utf8CodeUnitCount else { return false }
        for index in 0..<left.count where left[index] != right.utf8Start[index] { return false }
        return true
    }

    package static func != (left: Span<UInt8>, right: StaticString) -> Bool { !(left == right) }
}
