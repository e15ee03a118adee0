import CArchive

/// Unpacks a bare stream of LZMA or LZMA2 of known size, by libarchive: what the header of a 7z is packed as.
enum LZMAStream {
    /// - Parameters:
    ///   - coder: by LZMA or LZMA2, its memory checked.
    ///   - size: of the unpacked bytes, which the caller has checked.
    static func unpacked(
        _ packed: ArraySlice<UInt8>,
        by coder: SevenZipCoder,
        size: UInt64
    ) throws(ReadingRefusal) -> [UInt8] {
        let isFirst = coder.method == .lzma
        let file = isFirst ? lzma(packed, coder, size: size) : xz(packed, coder, size: size)
        let filter = isFirst ? ARCHIVE_FILTER_LZMA : ARCHIVE_FILTER_XZ
        guard let archive = archive_read_new() else { throw .corrupt(.sevenZip, "libarchive did not start") }
        defer { archive_read_free(archive) }
        return try file.withUnsafeBufferPointer { (bytes) throws(ReadingRefusal) in
            var entry: OpaquePointer?
            guard archive_read_append_filter(archive, filter) == ARCHIVE_OK,
                archive_read_support_format_raw(archive) == ARCHIVE_OK,
                archive_read_open_memory(archive, bytes.baseAddress, bytes.count) == ARCHIVE_OK,
                archive_read_next_header(archive, &entry) == ARCHIVE_OK
            else { throw .corrupt(.sevenZip, LibArchive.reason(archive)) }
            var unpacked: [UInt8] = []
            let isGood = try LibArchive.read(archive) { (piece) throws(ReadingRefusal) in
                guard unpacked.count + piece.count <= size else {
                    throw .corrupt(.sevenZip, "its header is longer than it says")
                }
                unpacked.append(contentsOf: piece)
            }
            guard isGood else { throw .corrupt(.sevenZip, LibArchive.reason(archive)) }
            guard unpacked.count == Int(size) else { throw .corrupt(.sevenZip, "its header is shorter than it says") }
            return unpacked
        }
    }

    /// The stream as a file of the old kind (.lzma): properties, size, stream.
    private static func lzma(_ packed: ArraySlice<UInt8>, _ coder: SevenZipCoder, size: UInt64) -> [UInt8] {
        coder.properties + littleEndian(size, bytes: 8) + packed
    }

    /// The stream as an xz file of one block without a checksum (tukaani.org, "The .xz File Format").
    private static func xz(_ packed: ArraySlice<UInt8>, _ coder: SevenZipCoder, size: UInt64) -> [UInt8] {
        let flags: [UInt8] = [0, 0]
        let block = withChecksum([2, 0, 0x21, 1] + coder.properties + [0, 0, 0])
        var file = XZStreams.mark + withChecksum(flags) + block + packed
        while !file.count.isMultiple(of: 4) { file.append(0) }
        var index: [UInt8] = [0, 1] + variable(UInt64(block.count + packed.count)) + variable(size)
        while !index.count.isMultiple(of: 4) { index.append(0) }
        index = withChecksum(index)
        let footer = littleEndian(UInt64(index.count / 4 - 1), bytes: 4) + flags
        file += index + littleEndian(Checksum.crc32(footer, footer.indices), bytes: 4)
        return file + footer + XZStreams.endMark
    }

    private static func withChecksum(_ bytes: [UInt8]) -> [UInt8] {
        bytes + littleEndian(Checksum.crc32(bytes, bytes.indices), bytes: 4)
    }

    private static func littleEndian(_ number: UInt64, bytes: Int) -> [UInt8] {
        (0..<bytes).map { UInt8(truncatingIfNeeded: number >> UInt64(8 * $0)) }
    }

    /// Seven bits a byte, the low ones first.
    private static func variable(_ number: UInt64) -> [UInt8] {
        var rest = number
        var bytes: [UInt8] = []
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        return bytes + [UInt8(rest)]
    }
}
