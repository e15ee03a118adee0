/// The record that ends every zip, and says where its directory stands (APPNOTE 4.3.16).
struct ZipEndRecord {
    static let mark: [UInt8] = [0x50, 0x4B, 5, 6]
    private static let directoryMark: [UInt8] = [0x50, 0x4B, 1, 2]
    private static let wideMark: [UInt8] = [0x50, 0x4B, 6, 6]
    private static let locatorMark: [UInt8] = [0x50, 0x4B, 6, 7]
    private static let length = 22
    private static let locatorLength = 20

    /// Where the record stands.
    let start: Int
    /// How many entries the directory has, and where it begins.
    let entries: UInt64
    let directory: UInt64

    /// Whether the record is there, whole, and speaks of this file: a zip that is still arriving may hold the whole
    /// record of a smaller zip inside it.
    static func isPresent(in content: [UInt8]) -> Bool { find(in: content) != nil }

    static func find(in content: [UInt8]) -> ZipEndRecord? {
        // A comment of up to 64 KiB may follow the record.
        var start = content.count - length
        let first = max(0, start - 0xFFFF)
        while start >= first {
            if content[start...].starts(with: mark), let record = try? ZipEndRecord(content, at: start) {
                return record
            }
            start -= 1
        }
        return nil
    }

    /// - Throws: where the record is not whole, or is that of another zip.
    private init(_ content: [UInt8], at start: Int) throws(ByteCursor.OutOfBytes) {
        self.start = start
        var cursor = ByteCursor(content, in: start..<content.count)
        try cursor.take(10)
        var entries = try cursor.number(2)
        try cursor.take(4)
        var directory = try cursor.number(4)
        try cursor.take(try cursor.number(2))
        if entries == 0xFFFF || directory == 0xFFFF_FFFF, let wide = try? Self.wide(content, before: start) {
            (entries, directory) = wide
        }
        self.entries = entries
        self.directory = directory
        guard entries > 0 else { return }
        guard directory < UInt64(start), content[Int(directory)...].starts(with: Self.directoryMark) else {
            throw ByteCursor.OutOfBytes()
        }
    }

    /// The same numbers out of the record of Zip64, where they have outgrown theirs.
    private static func wide(
        _ content: [UInt8],
        before start: Int
    ) throws(ByteCursor.OutOfBytes) -> (entries: UInt64, directory: UInt64) {
        guard start >= locatorLength, content[(start - locatorLength)...].starts(with: locatorMark) else {
            throw ByteCursor.OutOfBytes()
        }
        var locator = ByteCursor(content, in: (start - locatorLength + 8)..<start)
        var record = ByteCursor(content)
        let range = try record.take(try locator.number(8))
        guard content[range.upperBound...].starts(with: wideMark) else { throw ByteCursor.OutOfBytes() }
        try record.take(32)
        let entries = try record.number(8)
        try record.take(8)
        return (entries, try record.number(8))
    }
}
