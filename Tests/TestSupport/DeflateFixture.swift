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
    public static func zeros(atLeast count: Int) -> [UInt8] { stream([.repeated(0, atLeast: count)]) }

    /// What a stream says, piece by piece.
    public enum Piece {
        /// Not made smaller.
        case bytes([UInt8])
        /// One byte again and again, 1032 to 1; see ``length(of:)``.
        case repeated(UInt8, atLeast: Int)

        /// How many bytes it stands for.
        public var length: Int {
            switch self {
            case .bytes(let bytes): bytes.count
            case .repeated(_, let count): 1 + (count + 1031) / 1032 * 1032
            }
        }

        /// The checksum of what it stands for, without making it.
        var checksum: UInt32 {
            switch self {
            case .bytes(let bytes): CyclicRedundancyCheck.crc32(bytes)
            case .repeated(let byte, _): CyclicRedundancyCheck.crc32(byte, repeated: length)
            }
        }
    }

    public static func stream(_ pieces: [Piece]) -> [UInt8] {
        var bits = BitWriter()
        for (index, piece) in pieces.enumerated() {
            let isLast = index == pieces.count - 1
            switch piece {
            case .bytes(let bytes):
                var rest = bytes[...]
                repeat {
                    let block = rest.prefix(0xFFFF)
                    rest = rest.dropFirst(block.count)
                    bits.write(isLast && rest.isEmpty ? 1 : 0, count: 1)
                    bits.write(0, count: 2)  // stored
                    bits.writeBlock(Array(block))
                } while !rest.isEmpty
            case .repeated(let byte, let count):
                bits.write(isLast ? 1 : 0, count: 1)
                write(byte, repeated: count, to: &bits)
            }
        }
        return bits.bytes
    }

    /// The checksum of all pieces together.
    static func checksum(of pieces: [Piece]) -> UInt32 {
        pieces.reduce(0) { CyclicRedundancyCheck.combined($0, $1.checksum, length: $1.length) }
    }

    private static func write(_ byte: UInt8, repeated count: Int, to bits: inout BitWriter) {
        bits.write(2, count: 2)  // with codes of its own
        bits.write(29, count: 5)  // 286 codes for literals and lengths
        bits.write(0, count: 5)  // one code for distances
        bits.write(14, count: 4)  // 18 lengths of the codes for lengths, in the order of the RFC
        for length in [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 2] { bits.write(length, count: 3) }
        // Now "18" (many zeros) is 0, "1" is 10, "2" is 11; codes go out with their first bit first.
        bits.writeAbsent(Int(byte))  // literals that do not occur
        bits.write(0b11, count: 2)  // the literal: two bits
        bits.writeAbsent(255 - Int(byte))
        bits.write(0b11, count: 2)  // end of block: two bits
        bits.writeAbsent(28)  // lengths that do not occur
        bits.write(0b01, count: 2)  // length 258: one bit
        bits.write(0b01, count: 2)  // distance 1: one bit
        bits.write(0b01, count: 2)  // the byte
        bits.writeZeroBytes((count + 1031) / 1032)  // four repetitions a byte
        bits.write(0b11, count: 2)  // the end
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

        /// Eight zero bits a byte, wherever in a byte they begin.
        mutating func writeZeroBytes(_ count: Int) {
            bytes += [UInt8](repeating: 0, count: count)
        }

        /// Codes that do not occur: as many as the code "18" can say, 11 to 138 at a time.
        mutating func writeAbsent(_ count: Int) {
            precondition(count == 0 || count >= 11, "fewer zeros would need other codes")
            var rest = count
            while rest > 0 {
                let run = rest - 138 >= 11 || rest <= 138 ? min(rest, 138) : rest - 11
                write(0b0, count: 1)
                write(run - 11, count: 7)
                rest -= run
            }
        }

        /// A stored block behind its three bits: from the next byte on, its length twice, its bytes.
        mutating func writeBlock(_ block: [UInt8]) {
            used = 8
            bytes.append(littleEndian: UInt16(block.count))
            bytes.append(littleEndian: ~UInt16(block.count))
            bytes += block
        }
    }
}
