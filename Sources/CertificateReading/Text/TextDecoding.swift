/// Turns the text encodings that laboratories deliver into UTF-8.
///
/// UTF-8 is proved by its own form. UTF-16 shows by its mark, or by the zero in every other byte. What is neither is
/// Windows-1252, the encoding of western laboratory systems, in which every byte means something.
public enum TextDecoding {
    /// The text as UTF-8 without a byte order mark; the same array, not copied, where it is that already.
    public static func utf8(_ bytes: [UInt8]) throws(ReadingRefusal) -> [UInt8] {
        try decode(bytes).bytes
    }

    /// The text as UTF-8, and how it was encoded.
    ///
    /// - Throws: `nul_bytes` for a text with NULs, `binary` where control characters abound, `text_encoding` for
    ///   damaged UTF-16 and for UTF-8 with foreign bytes in it.
    public static func decode(_ bytes: [UInt8]) throws(ReadingRefusal) -> DecodedText {
        if let (order, start) = UTF16Text.order(of: bytes.span) {
            let text = try UTF16Text.utf8(of: bytes.span.extracting(start...), order: order)
            try check(ByteCensus(text.span), text.span)
            return DecodedText(bytes: text, encoding: order == .little ? .utf16LittleEndian : .utf16BigEndian)
        }
        let census = ByteCensus(bytes.span)
        try check(census, bytes.span)
        if census.isASCII { return DecodedText(bytes: bytes, encoding: .utf8) }
        if (try? UTF8Span(validating: bytes.span)) != nil {
            let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
            return DecodedText(bytes: hasMark ? Array(bytes.dropFirst(3)) : bytes, encoding: .utf8)
        }
        if let line = DamagedUTF8.firstDamagedLine(of: bytes.span) { throw .damagedUTF8(line: line) }
        return DecodedText(bytes: Windows1252.utf8(of: bytes.span), encoding: .windows1252)
    }

    private static func check(_ census: ByteCensus, _ text: Span<UInt8>) throws(ReadingRefusal) {
        if census.looksBinary { throw .binary }
        guard census.nuls > 0 else { return }
        var line = 1
        for index in text.indices {
            if text[index] == 0 { break }
            if text[index] == UInt8(ascii: "\n") { line += 1 }
        }
        throw .nulBytes(census.nuls, line: line)
    }
}
