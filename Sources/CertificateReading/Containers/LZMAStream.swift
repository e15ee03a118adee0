import CArchive

/// Unpacks a bare LZMA stream of known size, by libarchive: what the header of a 7z is packed as.
enum LZMAStream {
    /// - Parameters:
    ///   - properties: five bytes, as 7z and LZMA files have them; the dictionary is checked by the caller's size limit.
    ///   - size: of the unpacked bytes, which the caller has checked.
    static func unpacked(
        _ packed: ArraySlice<UInt8>,
        properties: [UInt8],
        size: UInt64
    ) throws(ReadingRefusal) -> [UInt8] {
        // No dictionary larger than what comes out is ever looked back on.
        let dictionary = UInt32(clamping: max(size, 4096))
        var file = Array(properties.prefix(1))
        for shift in stride(from: 0, to: 32, by: 8) { file.append(UInt8(truncatingIfNeeded: dictionary >> shift)) }
        for shift in stride(from: 0, to: 64, by: 8) { file.append(UInt8(truncatingIfNeeded: size >> shift)) }
        file += packed

        guard let archive = archive_read_new() else { throw .corrupt(.sevenZip, "libarchive did not start") }
        defer { archive_read_free(archive) }
        return try file.withUnsafeBufferPointer { (bytes) throws(ReadingRefusal) in
            var entry: OpaquePointer?
            guard archive_read_append_filter(archive, ARCHIVE_FILTER_LZMA) == ARCHIVE_OK,
                archive_read_support_format_raw(archive) == ARCHIVE_OK,
                archive_read_open_memory(archive, bytes.baseAddress, bytes.count) == ARCHIVE_OK,
                archive_read_next_header(archive, &entry) == ARCHIVE_OK
            else { throw .corrupt(.sevenZip, LibArchive.reason(archive)) }
            var unpacked: [UInt8] = []
            let isGood = try LibArchive.read(archive) { (piece) throws(ReadingRefusal) in
                guard unpacked.count + piece.count <= size else {
                    throw .corrupt(.sevenZip, "its header is longer than it says")
                }
                piece.withUnsafeBufferPointer { unpacked.append(contentsOf: $0) }
            }
            guard isGood else { throw .corrupt(.sevenZip, LibArchive.reason(archive)) }
            guard unpacked.count == Int(size) else { throw .corrupt(.sevenZip, "its header is shorter than it says") }
            return unpacked
        }
    }
}
