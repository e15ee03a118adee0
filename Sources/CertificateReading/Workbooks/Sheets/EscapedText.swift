/// Texts of workbooks, in which `_x000D_` stands for a character that XML does not take (ST_Xstring, ECMA-376
/// 22.9.2.19).
enum EscapedText {
    private static let length = 7

    /// The text with its escapes undone. What would be a NUL or half a character stays as written.
    static func decoded(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var decoded = Array(text)
        decode(&decoded, from: 0)
        return decoded
    }

    /// Undoes the escapes of the bytes from a position on, in place; the text only becomes shorter.
    static func decode(_ text: inout [UInt8], from start: Int) {
        guard var read = text[start...].firstIndex(of: UInt8(ascii: "_")) else { return }
        var written = read
        while read < text.count {
            if let (character, end) = character(in: text, at: read) {
                for byte in UTF8.encode(character) ?? .init() {
                    text[written] = byte
                    written += 1
                }
                read = end
            } else {
                text[written] = text[read]
                written += 1
                read += 1
            }
        }
        text.removeLast(text.count - written)
    }

    /// The character whose escape starts here; two escapes are one character beyond the first 65,536.
    private static func character(in text: [UInt8], at index: Int) -> (Unicode.Scalar, end: Int)? {
        guard let first = unit(in: text, at: index), first != 0 else { return nil }
        if let character = Unicode.Scalar(first) { return (character, index + length) }
        guard (0xD800..<0xDC00).contains(first), let second = unit(in: text, at: index + length),
            (0xDC00..<0xE000).contains(second),
            let character = Unicode.Scalar(0x10000 + UInt32(first - 0xD800) << 10 + UInt32(second - 0xDC00))
        else { return nil }
        return (character, index + 2 * length)
    }

    /// The UTF-16 unit of `_xHHHH_`.
    private static func unit(in text: [UInt8], at index: Int) -> UInt16? {
        let mark = UInt8(ascii: "_")
        guard index + length <= text.count, text[index] == mark, text[index + 1] == UInt8(ascii: "x"),
            text[index + 6] == mark
        else { return nil }
        var unit: UInt16 = 0
        for byte in text[(index + 2)..<(index + 6)] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }
}
