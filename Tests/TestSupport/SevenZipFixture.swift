/// A 7z archive made by hand (7zFormat.txt), with one stored file and a header that may lie.
public struct SevenZipFixture {
    public var path = "a.csv"
    public var bytes: [UInt8] = [65]
    /// The method and its properties, as the header states them.
    public var method: [UInt8] = [0]
    public var properties: [UInt8] = []
    /// How many coders stand in a chain.
    public var coders = 1
    /// The number of files that the header states, as it is written there.
    public var fileCount: [UInt8] = [1]
    /// The number of folders, of packed streams, and of files in a folder.
    public var folderCount: [UInt8] = [1]
    public var streamCount: [UInt8] = [1]
    /// In place of the true checksum of the file.
    public var checksum: UInt32?

    public init() {}

    public var file: [UInt8] { Self.file(packed: bytes, header: header) }

    /// Puts a header of any kind behind some bytes.
    public static func file(packed: [UInt8], header: [UInt8]) -> [UInt8] {
        var start: [UInt8] = []
        start.append(littleEndian: UInt64(packed.count))
        start.append(littleEndian: UInt64(header.count))
        start.append(littleEndian: CyclicRedundancyCheck.crc32(header))
        var file: [UInt8] = [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4]
        file.append(littleEndian: CyclicRedundancyCheck.crc32(start))
        return file + start + packed + header
    }

    private var header: [UInt8] {
        [0x01, 0x04] + streams(size: UInt8(bytes.count)) + [0x05] + fileCount + names + [0x00, 0x00]
    }

    /// Where the packed bytes stand and how they are packed; no more than 127 of them.
    private func streams(size: UInt8) -> [UInt8] {
        var header: [UInt8] = [0x06, 0x00] + streamCount + [0x09, size, 0x00]
        header += [0x07, 0x0B] + folderCount + [0x00, UInt8(coders)]
        for _ in 0..<coders {
            header.append(UInt8(method.count) | (properties.isEmpty ? 0 : 0x20))
            header += method
            if !properties.isEmpty { header += [UInt8(properties.count)] + properties }
        }
        // Chained coders state which stream leads into which.
        for link in 1..<max(1, coders) { header += [UInt8(link), UInt8(link - 1)] }
        header += [0x0C] + Array(repeating: size, count: coders) + [0x00, 0x08, 0x0A, 0x01]
        header.append(littleEndian: checksum ?? CyclicRedundancyCheck.crc32(bytes))
        return header + [0x00, 0x00]
    }

    private var names: [UInt8] {
        var name: [UInt8] = [0x00]
        for unit in path.utf16 { name.append(littleEndian: unit) }
        name.append(littleEndian: UInt16(0))
        return [0x11, UInt8(name.count)] + name
    }
}
