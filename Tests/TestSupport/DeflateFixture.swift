/// Deflate streams (RFC 1951), made by hand.
public enum DeflateFixture {
    /// The bytes in stored blocks, not made smaller.
    public static func stored(_ bytes: [UInt8]) -> [UInt8] {
        var stream: [UInt8] = []
        var rest = bytes[...]
        repeat {
            let block = rest.prefix(0xFFFF)
            rest = rest.dropFirst(block.count)
            stream.append(rest.isEmpty ? 1 : 0)
            stream.append(littleEndian: UInt16(block.count))
            stream.append(littleEndian: ~UInt16(block.count))
            stream += block
        } while !rest.isEmpty
        return stream
    }

    /// Zeros at the highest ratio that deflate can reach, 1032 to 1: one bit for "repeat 258 bytes", one for "from
    /// one byte back". The count is rounded up to `1 + 258 × 4n`.
    public static func zeros(atLeast count: Int) -> [UInt8] {
        var bits = BitWriter()
        bits.write(1, count: 1)  // the last block
        bits.write(2, count: 2)  // with codes of its own
        bits.write(29, count: 5)  // 286 codes for literals and lengths
        bits.write(0, count: 5)  // one code for distances
        bits.write(14, count: 4)  // 18 lengths of the codes for lengths, in the order of the RFC
        for length in [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 2] { bits.write(length, count: 3) }
        // Now "18" (many zeros) is 0, "1" is 10, "2" is 11; codes go out with their first bit first.
        bits.write(0b11, count: 2)  // literal 0: two bits
        bits.write(0b0, count: 1)
        bits.write(138 - 11, count: 7)
        bits.write(0b0, count: 1)
        bits.write(117 - 11, count: 7)  // 255 literals that do not occur
        bits.write(0b11, count: 2)  // end of block: two bits
        bits.write(0b0, count: 1)
        bits.write(28 - 11, count: 7)  // 28 lengths that do not occur
        bits.write(0b01, count: 2)  // length 258: one bit
        bits.write(0b01, count: 2)  // distance 1: one bit
        bits.write(0b01, count: 2)  // a zero
        bits.writeZeroBytes((count + 1031) / 1032)  // four repetitions a byte
        bits.write(0b11, count: 2)  // the end
        return bits.bytes
    }

    private struct BitWriter {
        private(set) var bytes: [UInt8] = []
        private var used = 8

        mutating func write(_ value: Int, count: Int) {
            for bit in 0..<count {
                if used == 8 {
                    bytes.append(0)
                    used = 0
                }
                bytes[bytes.count - 1] |= UInt8(value >> bit & 1) << used
                used += 1
            }
        }

        mutating func writeZeroBytes(_ count: Int) {
            bytes += [UInt8](repeating: 0, count: count)
        }
    }
}
