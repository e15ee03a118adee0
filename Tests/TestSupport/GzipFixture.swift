/// Gzip files (RFC 1952), made by hand.
public enum GzipFixture {
    /// A gzip member that holds the bytes.
    public static func gzip(_ bytes: [UInt8]) -> [UInt8] {
        member(
            DeflateFixture.stored(bytes),
            checksum: CyclicRedundancyCheck.crc32(bytes),
            length: UInt32(truncatingIfNeeded: bytes.count)
        )
    }

    public static func gzip(_ text: String) -> [UInt8] { gzip(Array(text.utf8)) }

    /// A small file that inflates to zeros without end. Its checksum is wrong, which only shows at the end.
    public static func bomb(inflatingTo count: Int) -> [UInt8] {
        member(DeflateFixture.zeros(atLeast: count), checksum: 0, length: 0)
    }

    /// An honest gzip member of pieces that may be huge.
    public static func gzip(_ pieces: [DeflateFixture.Piece]) -> [UInt8] {
        member(
            DeflateFixture.stream(pieces),
            checksum: DeflateFixture.checksum(of: pieces),
            length: UInt32(truncatingIfNeeded: pieces.reduce(0) { $0 + $1.length })
        )
    }

    private static func member(_ deflated: [UInt8], checksum: UInt32, length: UInt32) -> [UInt8] {
        var file: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
        file += deflated
        file.append(littleEndian: checksum)
        file.append(littleEndian: length)
        return file
    }
}
