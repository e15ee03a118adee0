/// CRC-32 as gzip and zip have it (ISO 3309), for making fixtures.
public enum CyclicRedundancyCheck {
    public static func crc32(_ bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes { crc = table[Int((crc ^ UInt32(byte)) & 0xFF)] ^ (crc >> 8) }
        return ~crc
    }

    /// The checksum of two texts one behind the other, by the checksums of both and the length of the second.
    ///
    /// As zlib does: a checksum is a polynomial over two elements, and so many bytes behind it multiply it by a power
    /// of x.
    static func combined(_ first: UInt32, _ second: UInt32, length: Int) -> UInt32 {
        var power: UInt32 = 1 << 31
        var square: UInt32 = 1 << 23  // x^8, a byte
        var rest = length
        while rest > 0 {
            if rest & 1 == 1 { power = product(square, power) }
            square = product(square, square)
            rest >>= 1
        }
        return product(power, first) ^ second
    }

    /// The checksum of one byte again and again.
    static func crc32(_ byte: UInt8, repeated count: Int) -> UInt32 {
        var (whole, block, length, rest) = (UInt32(0), crc32([byte]), 1, count)
        while rest > 0 {
            if rest & 1 == 1 { whole = combined(whole, block, length: length) }
            block = combined(block, block, length: length)
            length *= 2
            rest >>= 1
        }
        return whole
    }

    /// The product of two polynomials modulo that of CRC-32; the highest power is the lowest bit.
    private static func product(_ left: UInt32, _ right: UInt32) -> UInt32 {
        var (product, right) = (UInt32(0), right)
        for bit in (0..<32).reversed() {
            if left >> UInt32(bit) & 1 == 1 { product ^= right }
            right = right & 1 == 1 ? right >> 1 ^ 0xEDB8_8320 : right >> 1
        }
        return product
    }

    private static let table: [UInt32] = (0..<256).map { (index: UInt32) in
        (0..<8).reduce(index) { crc, _ in crc & 1 == 1 ? 0xEDB8_8320 ^ (crc >> 1) : crc >> 1 }
    }
}

extension [UInt8] {
    /// Appends a number, the low byte first.
    mutating func append(littleEndian number: some FixedWidthInteger) {
        for shift in stride(from: 0, to: type(of: number).bitWidth, by: 8) {
            append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }
}
