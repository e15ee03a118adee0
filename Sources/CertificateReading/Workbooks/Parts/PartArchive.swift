import CArchive

/// The zip of a workbook, by libarchive: its members one after the other, each as pieces.
///
/// Only what its directory lists is seen, and only the packing that writers of workbooks use is opened: the rarer
/// methods take memory as the file tells them to.
struct PartArchive {
    /// The file type in the mode of an entry (POSIX); the C macro is a cast, which Swift does not import.
    private static let regularFile: UInt32 = 0o100000

    let content: [UInt8]

    /// One member, while libarchive stands on it.
    struct Member {
        let path: String
        fileprivate let archive: OpaquePointer

        /// Inflates the member; its checksum is held to at the end.
        func forEachPiece(
            _ budget: inout InflationBudget,
            _ body: (UnsafeBufferPointer<UInt8>) throws(ReadingRefusal) -> Void
        ) throws(ReadingRefusal) {
            // libarchive tells the method of the entry in words: `ZIP 2.0 (deflation)`.
            let method = archive_format_name(archive).map { String(cString: $0) } ?? ""
            guard method.hasSuffix("(deflation)") || method.hasSuffix("(uncompressed)") else {
                throw .oddlyPackedPart(path)
            }
            let isWhole = try LibArchive.read(archive) { (piece) throws(ReadingRefusal) in
                try budget.take(piece.count, packed: nil)
                try body(piece)
            }
            guard isWhole else { throw .damagedPackage(LibArchive.reason(archive)) }
        }
    }

    /// Goes through the files, folders left out.
    func forEachMember(_ body: (Member) throws(ReadingRefusal) -> Void) throws(ReadingRefusal) {
        try LibArchive.inUTF8 { () throws(ReadingRefusal) in try forEachEntry(body) }
    }

    private func forEachEntry(_ body: (Member) throws(ReadingRefusal) -> Void) throws(ReadingRefusal) {
        guard let archive = archive_read_new() else { throw .damagedPackage("libarchive did not start") }
        defer { archive_read_free(archive) }
        try content.withUnsafeBufferPointer { (bytes) throws(ReadingRefusal) in
            guard archive_read_support_format_zip_seekable(archive) == ARCHIVE_OK,
                archive_read_open_memory(archive, bytes.baseAddress, bytes.count) == ARCHIVE_OK
            else { throw .damagedPackage(LibArchive.reason(archive)) }
            var entry: OpaquePointer?
            while true {
                switch archive_read_next_header(archive, &entry) {
                case ARCHIVE_OK, ARCHIVE_WARN:
                    guard let entry else { throw .damagedPackage("an entry is missing") }
                    guard archive_entry_is_encrypted(entry) == 0 else { throw .encryptedWorkbook }
                    guard archive_entry_filetype(entry) == Self.regularFile else { continue }
                    let path = archive_entry_pathname_utf8(entry).map { String(cString: $0) } ?? ""
                    guard MemberPath.isSafe(path) else { throw .unsafePart(path) }
                    try body(Member(path: path, archive: archive))
                case ARCHIVE_EOF: return
                default: throw .damagedPackage(LibArchive.reason(archive))
                }
            }
        }
    }
}
