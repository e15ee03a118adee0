extension Span where Element == UInt8 {
    /// The range without blanks, tabs and non-breaking blanks at either end.
    package var trimmedOfBlanks: Range<Int> {
        var start = 0
        var end = count
        while start < end {
            if Self.isBlank(self[start]) {
                start += 1
            } else if start + 1 < end, self[start] == 0xC2, self[start + 1] == 0xA0 {
                start += 2
            } else {
                break
            }
        }
        while end > start {
            if Self.isBlank(self[end - 1]) {
                end -= 1
            } else if end - 1 > start, self[end - 2] == 0xC2, self[end - 1] == 0xA0 {
                end -= 2
            } else {
                break
            }
        }
        return start..<end
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A
    }

    package func contains(_ byte: UInt8) -> Bool {
        for index in 0..<count where self[index] == byte { return true }
        return false
    }

    func onlyDigits(and others: [UInt8]) -> Bool {
        for index in 0..<count {
            let byte = self[index]
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || others.contains(byte) else { return false }
        }
        return true
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
