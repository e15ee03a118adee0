/// The one byte in which LZMA2 states its dictionary, in xz and 7z alike.
enum LZMADictionary {
    /// - Returns: bytes; nil for a byte that means nothing.
    static func size(_ code: UInt8) -> UInt64? {
        guard code <= 40 else { return nil }
        return code == 40 ? 0xFFFF_FFFF : UInt64(2 | (code & 1)) << UInt64(code / 2 + 11)
    }
}
