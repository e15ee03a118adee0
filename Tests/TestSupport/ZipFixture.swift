/// Zip archives (PKWARE APPNOTE), made by hand, honest or not.
public enum ZipFixture {
    public struct Entry {
        public var path: String
        public var bytes: [UInt8]
        /// Marked as protected by a password; the bytes then begin with the 12 of the encryption header.
        public var isEncrypted = false
        /// Whether the archive says that the path is UTF-8.
        public var isDeclaredUTF8 = false
        /// POSIX mode: 0o100644 for a file, 0o120777 for a symbolic link, 0o040755 for a folder.
        public var mode: UInt16 = 0o100644
        /// The bytes are a deflate stream already, of data of this length.
        public var deflatedLength: Int?
        /// In place of the true packing method, by its number in APPNOTE.
        public var method: UInt16?
        /// In place of the true checksum.
        public var checksum: UInt32?
        /// In place of the true path, in the header before the bytes; the directory keeps the path.
        public var localPath: String?
        /// The entry stands in the directory only, and its header and bytes are said to stand here.
        public var borrowedOffset: Int?

        public init(_ path: String, _ bytes: [UInt8]) {
            self.path = path
            self.bytes = bytes
        }

        public init(_ path: String, _ text: String) { self.init(path, Array(text.utf8)) }
    }

    public static func zip(_ entries: [Entry]) -> [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let offset = UInt32(entry.borrowedOffset ?? file.count)
            let facts = facts(of: entry, path: entry.path)
            if entry.borrowedOffset == nil { file += local(entry) }

            directory += [0x50, 0x4B, 1, 2, 20, 3] + facts
            directory.append(littleEndian: UInt16(0))
            directory.append(littleEndian: UInt16(0))
            directory.append(littleEndian: UInt16(0))
            directory.append(littleEndian: UInt16(0))
            directory.append(littleEndian: UInt32(entry.mode) << 16)
            directory.append(littleEndian: offset)
            directory += Array(entry.path.utf8)
        }
        let start = UInt32(file.count)
        file += directory
        file += [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
        file.append(littleEndian: UInt16(entries.count))
        file.append(littleEndian: UInt16(entries.count))
        file.append(littleEndian: UInt32(directory.count))
        file.append(littleEndian: start)
        file.append(littleEndian: UInt16(0))
        return file
    }

    /// An entry as it stands before the directory: its header and its bytes.
    public static func local(_ entry: Entry) -> [UInt8] {
        let path = entry.localPath ?? entry.path
        var bytes: [UInt8] = [0x50, 0x4B, 3, 4] + facts(of: entry, path: path)
        bytes.append(littleEndian: UInt16(0))
        return bytes + Array(path.utf8) + entry.bytes
    }

    /// What the local header and the directory both say: version to path length.
    private static func facts(of entry: Entry, path: String) -> [UInt8] {
        var facts: [UInt8] = []
        facts.append(littleEndian: UInt16(20))
        facts.append(littleEndian: UInt16((entry.isEncrypted ? 1 : 0) | (entry.isDeclaredUTF8 ? 1 << 11 : 0)))
        facts.append(littleEndian: entry.method ?? (entry.deflatedLength == nil ? 0 : 8))
        facts.append(littleEndian: UInt16(0))
        facts.append(littleEndian: UInt16(0x21))
        facts.append(littleEndian: entry.checksum ?? CyclicRedundancyCheck.crc32(entry.bytes))
        facts.append(littleEndian: UInt32(entry.bytes.count))
        facts.append(littleEndian: UInt32(entry.deflatedLength ?? entry.bytes.count))
        facts.append(littleEndian: UInt16(path.utf8.count))
        return facts
    }
}
