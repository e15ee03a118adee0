/// Tells UTF-8 with foreign bytes in it from Windows-1252.
///
/// In Windows-1252, a run of bytes that happens to be a well-formed UTF-8 character (`Ã©`) is rare. A text in which
/// such runs outnumber the others was UTF-8 once, and was cut, or joined with another file; read as Windows-1252, all
/// its accents would turn into rubbish without a word.
enum DamagedUTF8 {
    /// The line of the first byte that is no UTF-8; nil for a text that never was UTF-8.
    static func firstDamagedLine(of bytes: Span<UInt8>) -> Int? {
        var wellFormed = 0
        var damaged = 0
        var line = 1
        var damagedLine = 1
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\n") { line += 1 }
            if byte < 0x80 {
                index += 1
            } else if let length = characterLength(of: bytes, at: index) {
                wellFormed += 1
                index += length
            } else {
                if damaged == 0 { damagedLine = line }
                damaged += 1
                index += 1
            }
        }
        return wellFormed > damaged ? damagedLine : nil
    }

    private static func characterLength(of bytes: Span<UInt8>, at index: Int) -> Int? {
        let length: Int
        switch bytes[index] {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF: length = 3
        case 0xF0...0xF4: length = 4
        default: return nil
        }
        guard index + length <= bytes.count,
            (try? UTF8Span(validating: bytes.extracting(index..<(index + length)))) != nil
        else { return nil }
        return length
    }
}
