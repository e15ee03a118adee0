/// UTF-16 text, as spreadsheets export it under the name of "Unicode text".
enum UTF16Text {
    enum Order { case little, big }

    /// The byte order and where the text starts; nil where it is not UTF-16.
    ///
    /// Without a mark, the evidence is the first 4 KiB: at least half of the units have a zero as their high byte
    /// (western text), and none as their low byte.
    static func order(of bytes: Span<UInt8>) -> (Order, start: Int)? {
        guard bytes.count >= 2 else { return nil }
        if bytes[0] == 0xFF, bytes[1] == 0xFE { return (.little, 2) }
        if bytes[0] == 0xFE, bytes[1] == 0xFF { return (.big, 2) }
        let units = min(bytes.count, 4096) / 2
        guard units >= 2 else { return nil }
        var zeros = (even: 0, odd: 0)
        for unit in 0..<units {
            if bytes[2 * unit] == 0 { zeros.even += 1 }
            if bytes[2 * unit + 1] == 0 { zeros.odd += 1 }
        }
        if zeros.even == 0, zeros.odd * 2 >= units { return (.little, 0) }
        if zeros.odd == 0, zeros.even * 2 >= units { return (.big, 0) }
        return nil
    }

    /// - Throws: `text_encoding` for half a unit at the end or half a surrogate pair.
    static func utf8(of bytes: Span<UInt8>, order: Order) throws(ReadingRefusal) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count / 2 + bytes.count / 16)
        var line = 1
        var index = 0
        while index < bytes.count {
            guard let first = unit(of: bytes, at: index, order) else { throw .damagedUTF16(line: line) }
            index += 2
            var scalar = UInt32(first)
            if (0xD800...0xDFFF).contains(first) {
                guard first < 0xDC00, let second = unit(of: bytes, at: index, order),
                    (0xDC00...0xDFFF).contains(second)
                else { throw .damagedUTF16(line: line) }
                index += 2
                scalar = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
            }
            if scalar == 0x0A { line += 1 }
            append(scalar, to: &text)
        }
        return text
    }

    private static func unit(of bytes: Span<UInt8>, at index: Int, _ order: Order) -> UInt16? {
        guard index + 1 < bytes.count else { return nil }
        let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
        return order == .little ? second << 8 | first : first << 8 | second
    }

    /// Encodes a scalar that is no surrogate (RFC 3629).
    private static func append(_ scalar: UInt32, to text: inout [UInt8]) {
        func last(_ shift: UInt32) -> UInt8 { UInt8(0x80 | scalar >> shift & 0x3F) }
        switch scalar {
        case 0..<0x80: text.append(UInt8(scalar))
        case 0x80..<0x800: text += [UInt8(0xC0 | scalar >> 6), last(0)]
        case 0x800..<0x10000: text += [UInt8(0xE0 | scalar >> 12), last(6), last(0)]
        default: text += [UInt8(0xF0 | scalar >> 18 & 0x07), last(12), last(6), last(0)]
        }
    }
}
