/// The blocks of a tar (POSIX.1-2017, pax): 512 bytes a header, then the file, filled up to 512; two empty blocks end
/// it. libarchive takes the end of the bytes for the end of a tar, so a cut tar has to be seen here.
enum TarBlocks {
    static let block = 512
    private static let magic = Array("ustar".utf8)
    /// Plain files, folders, and the notes on the entry that follows.
    private static let usualTypes: Set<UInt8> = [0, 0x30, 0x35, 0x37, 0x67, 0x78, 0x58, 0x4C, 0x4B]

    /// How a tar ends.
    enum End: Sendable, Hashable {
        /// The end mark stands here.
        case at(Int)
        /// More bytes are announced than there are.
        case cut
        case damaged(String)
        /// A link, a device, a part of a file: to be refused when its name is read.
        case unusualEntry
    }

    /// By the mark of POSIX, which stands in no text because zeros surround it; or, for older ones, by the checksum.
    static func begin(_ content: [UInt8]) -> Bool {
        guard content.count >= 262 else { return false }
        if content[257..<262].elementsEqual(magic) { return content[..<257].contains(0) }
        return content.count >= block && content[..<block].contains(0) && content[0] != 0 && hasChecksum(content, at: 0)
    }

    /// Walks from header to header. What stands between is not looked at.
    static func end(of content: [UInt8]) -> End {
        var offset = 0
        while content.count - offset >= block {
            if content[offset..<(offset + block)].allSatisfy({ $0 == 0 }) {
                guard content.count - offset >= 2 * block else { return .cut }
                let isEnd = content[(offset + block)..<(offset + 2 * block)].allSatisfy { $0 == 0 }
                return isEnd ? .at(offset) : .damaged("an empty block stands between its files")
            }
            guard hasChecksum(content, at: offset) else { return .damaged("a header has a wrong checksum") }
            guard usualTypes.contains(content[offset + 156]) else { return .unusualEntry }
            guard let size = number(content, (offset + 124)..<(offset + 136)) else {
                return .damaged("a header states no size")
            }
            let blocks = (size + UInt64(block - 1)) / UInt64(block)
            offset += block
            guard blocks <= UInt64((content.count - offset) / block) else { return .cut }
            offset += Int(blocks) * block
        }
        return .cut
    }

    /// Zeros behind the end fill the last record of a tape.
    static func bytesBehind(end: Int, of content: [UInt8]) -> Int {
        let rest = content[min(end + 2 * block, content.count)...]
        return rest.allSatisfy { $0 == 0 } ? 0 : rest.count
    }

    /// Each byte of the header added up, the checksum itself taken as blanks.
    private static func hasChecksum(_ content: [UInt8], at offset: Int) -> Bool {
        guard let stated = number(content, (offset + 148)..<(offset + 156)) else { return false }
        let header = content[offset..<(offset + block)]
        let checksum = content[(offset + 148)..<(offset + 156)]
        // Some old packers added the bytes up with a sign.
        let sum = header.reduce(0) { $0 + Int($1) } - checksum.reduce(0) { $0 + Int($1) } + 8 * 0x20
        let signed =
            header.reduce(0) { $0 + Int(Int8(bitPattern: $1)) }
            - checksum.reduce(0) { $0 + Int(Int8(bitPattern: $1)) } + 8 * 0x20
        return stated == UInt64(max(0, sum)) || (signed > 0 && stated == UInt64(signed))
    }

    /// Octal digits between blanks and NULs, or, with the high bit of the first byte set, a binary number.
    /// - Returns: nil where it is neither, or far beyond the size of anything.
    private static func number(_ content: [UInt8], _ range: Range<Int>) -> UInt64? {
        let field = content[range]
        guard let first = field.first else { return nil }
        if first & 0x80 != 0 {
            guard first == 0x80, field.dropFirst().dropLast(6).allSatisfy({ $0 == 0 }) else { return nil }
            return field.suffix(6).reduce(0) { $0 << 8 | UInt64($1) }
        }
        let digits = field.drop { $0 == 0x20 || $0 == 0 }.prefix { $0 != 0x20 && $0 != 0 }
        guard digits.allSatisfy({ (0x30...0x37).contains($0) }) else { return nil }
        return digits.isEmpty && !field.contains(0x20) && !field.contains(0)
            ? nil : digits.reduce(0) { $0 << 3 | UInt64($1 - 0x30) }
    }
}
