/// The record that ends every zip, and says where its directory stands (APPNOTE 4.3.16).
enum ZipEndRecord {
    static let mark: [UInt8] = [0x50, 0x4B, 5, 6]
    private static let directoryMark: [UInt8] = [0x50, 0x4B, 1, 2]
    private static let length = 22
    /// In place of an offset, where it has outgrown 32 bits.
    private static let isInZip64 = 0xFFFF_FFFF

    /// Whether the record is there, whole, and speaks of this file: a zip that is still arriving may hold the whole
    /// record of a smaller zip inside it.
    static func isPresent(in content: [UInt8]) -> Bool {
        // A comment of up to 64 KiB may follow the record.
        var start = content.count - length
        let first = max(0, start - 0xFFFF)
        while start >= first {
            if content[start...].starts(with: mark), isWhole(content, at: start) { return true }
            start -= 1
        }
        return false
    }

    private static func isWhole(_ content: [UInt8], at start: Int) -> Bool {
        let comment = number(content, at: start + 20, bytes: 2)
        guard start + length + comment <= content.count else { return false }
        let entries = number(content, at: start + 10, bytes: 2)
        let directory = number(content, at: start + 16, bytes: 4)
        if entries == 0 || directory == isInZip64 { return true }
        return directory < start && content[directory...].starts(with: directoryMark)
    }

    private static func number(_ content: [UInt8], at index: Int, bytes: Int) -> Int {
        content[index..<index + bytes].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
