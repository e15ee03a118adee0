/// Windows-1252, as the WHATWG encoding standard has it: ISO-8859-1, but for 0x80 to 0x9F.
enum Windows1252 {
    /// The characters at 0x80 to 0x9F; the five that Windows leaves open stay control characters.
    private static let upperControls: [UInt32] = [
        0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
        0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
        0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
    ]

    private static let upperHalf: [[UInt8]] = (0x80...0xFF).map { (byte: Int) -> [UInt8] in
        let scalar = byte < 0xA0 ? upperControls[byte - 0x80] : UInt32(byte)
        return Unicode.Scalar(scalar).map { Array(String($0).utf8) } ?? []
    }

    static func utf8(of bytes: Span<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 32)
        for index in bytes.indices {
            let byte = bytes[index]
            if byte < 0x80 {
                text.append(byte)
            } else {
                text.append(contentsOf: upperHalf[Int(byte) - 0x80])
            }
        }
        return text
    }
}
