import CArchive
import Glibc

/// Reads zip, 7z and tar from memory, by libarchive. Nothing is ever written to disk.
///
/// What libarchive takes at its word, or lets pass, is checked before: see ``ZipDirectory``, ``SevenZipHeader`` and
/// ``TarBlocks``.
struct Archive {
    let content: [UInt8]
    let format: ArchiveFormat

    /// File types in the mode of an entry (POSIX); the C macros are casts, which Swift does not import.
    private static let regularFile: UInt32 = 0o100000
    private static let folder: UInt32 = 0o040000

    /// The files with their paths, folders and hidden files left out, in the order of the archive.
    ///
    /// All paths are checked before anything is inflated.
    func files(_ budget: inout InflationBudget) throws(ReadingRefusal) -> [(path: String, bytes: [UInt8])] {
        try check(budget.limits)
        var paths: Set<String> = []
        var entries = 0
        let end = try forEachEntry { (_, entry) throws(ReadingRefusal) in
            try budget.takeMember()
            entries += 1
            let path = try checkedPath(of: entry)
            guard archive_entry_filetype(entry) == Self.regularFile, !MemberPath.isHidden(path) else { return }
            guard paths.insert(path).inserted else { throw .twiceUnderOneName(format).inside(path) }
        }
        try checkEnd(end, entries: entries, budget.limits)

        var files: [(path: String, bytes: [UInt8])] = []
        var total = 0
        _ = try forEachEntry { (archive, entry) throws(ReadingRefusal) in
            let path = try checkedPath(of: entry)
            guard archive_entry_filetype(entry) == Self.regularFile, !MemberPath.isHidden(path) else { return }
            do throws(ReadingRefusal) {
                try checkMethod(archive)
                var bytes: [UInt8] = []
                try read(archive) { (piece) throws(ReadingRefusal) in
                    total += piece.count
                    try count(piece.count, total: total, &budget)
                    bytes.append(contentsOf: piece)
                }
                files.append((path, bytes))
            } catch {
                throw error.inside(path)
            }
        }
        guard !files.isEmpty else { throw .emptyArchive(format) }
        return files
    }

    /// A tar inflates nothing, and its bytes were counted when they came.
    private func count(_ bytes: Int, total: Int, _ budget: inout InflationBudget) throws(ReadingRefusal) {
        guard format == .tar else { return try budget.take(bytes, packed: nil) }
        guard total <= content.count else { throw .sparseFile }
    }

    /// Reads the entry in hand, piece by piece.
    func read(
        _ archive: OpaquePointer,
        _ consume: (_ piece: UnsafeBufferPointer<UInt8>) throws(ReadingRefusal) -> Void
    ) throws(ReadingRefusal) {
        guard try LibArchive.read(archive, consume) else { throw failure(archive) }
    }

    /// Goes through the entries in the order in which they stand.
    ///
    /// - Returns: where the last one ends.
    func forEachEntry(
        _ body: (_ archive: OpaquePointer, _ entry: OpaquePointer) throws(ReadingRefusal) -> Void
    ) throws(ReadingRefusal) -> Int64 {
        try LibArchive.inUTF8 { () throws(ReadingRefusal) in
            guard let archive = archive_read_new() else { throw .corrupt(format, "libarchive did not start") }
            defer { archive_read_free(archive) }
            return try content.withUnsafeBufferPointer { (bytes) throws(ReadingRefusal) in
                guard enable(archive) == ARCHIVE_OK,
                    archive_read_open_memory(archive, bytes.baseAddress, bytes.count) == ARCHIVE_OK
                else { throw failure(archive) }
                var entry: OpaquePointer?
                while true {
                    switch archive_read_next_header(archive, &entry) {
                    // A warning is about a name in a foreign alphabet; the entry itself is good.
                    case ARCHIVE_OK, ARCHIVE_WARN:
                        guard let entry else { throw .corrupt(format, "an entry is missing") }
                        try body(archive, entry)
                    case ARCHIVE_EOF: return archive_read_header_position(archive)
                    default: throw failure(archive)
                    }
                }
            }
        }
    }

    /// One format and no filter: libarchive knows many more, and each is a way in.
    private func enable(_ archive: OpaquePointer) -> Int32 {
        switch format {
        case .zip: archive_read_support_format_zip_seekable(archive)
        case .sevenZip: archive_read_support_format_7zip(archive)
        case .tar: archive_read_support_format_tar(archive)
        }
    }

    private func failure(_ archive: OpaquePointer) -> ReadingRefusal {
        .corrupt(format, LibArchive.reason(archive))
    }
}

// MARK: - Checks

extension Archive {
    /// Refuses what libarchive must not be given.
    func check(_ limits: ReadingLimits) throws(ReadingRefusal) {
        switch format {
        case .zip: _ = try ZipDirectory(content, limits: limits)
        case .sevenZip: try SevenZipHeader.check(content, limits: limits)
        case .tar:
            switch TarBlocks.end(of: content) {
            case .cut: throw .truncatedArchive(.tar)
            case .damaged(let reason): throw .corrupt(.tar, reason)
            case .at(let end):
                let rest = TarBlocks.bytesBehind(end: end, of: content)
                guard rest == 0 else { throw .trailingGarbage(format.words, rest) }
            // Its name is known when libarchive comes to it.
            case .unusualEntry: break
            }
        }
    }

    /// libarchive must have seen what the checks have seen.
    private func checkEnd(_ end: Int64, entries: Int, _ limits: ReadingLimits) throws(ReadingRefusal) {
        switch format {
        case .zip:
            let listed = try ZipDirectory(content, limits: limits).entries.count
            guard listed == entries else { throw .corrupt(format, "its list of files does not fit it") }
        case .tar:
            guard case .at(let mark) = TarBlocks.end(of: content), Int64(mark) == end else {
                throw .corrupt(format, "its headers contradict each other")
            }
        case .sevenZip: break
        }
    }

    /// Only what every packer writes by itself. The rarer methods of zip (LZMA, PPMd) take memory as the file tells
    /// them to; those of a 7z were checked in its header.
    func checkMethod(_ archive: OpaquePointer) throws(ReadingRefusal) {
        guard format == .zip else { return }
        // libarchive tells the method of the entry in words: `ZIP 2.0 (deflation)`.
        let method = archive_format_name(archive).map { String(cString: $0) } ?? ""
        guard method.hasSuffix("(deflation)") || method.hasSuffix("(uncompressed)") else {
            throw .unusualZipMethod(method)
        }
    }

    /// The path of an entry, if it is a plain file or folder inside the archive and not encrypted.
    func checkedPath(of entry: OpaquePointer) throws(ReadingRefusal) -> String {
        let path = Self.path(of: entry)
        if archive_entry_is_encrypted(entry) != 0 { throw .encryptedArchive(format).inside(path) }
        guard MemberPath.isSafe(path) else { throw .unsafeMemberPath(format).inside(path) }
        let type = archive_entry_filetype(entry)
        guard type == Self.regularFile || type == Self.folder, archive_entry_hardlink(entry) == nil else {
            throw .memberIsNoFile(format).inside(path)
        }
        guard archive_entry_sparse_count(entry) == 0 else { throw .sparseFile.inside(path) }
        guard type == Self.regularFile else { return path }
        let plain = MemberPath.plain(path)
        // A file called `.` would have no name at all.
        guard !plain.isEmpty else { throw .unsafeMemberPath(format).inside(path) }
        return plain
    }

    private static func path(of entry: OpaquePointer) -> String {
        if let path = archive_entry_pathname_utf8(entry) { return String(cString: path) }
        guard let path = archive_entry_pathname(entry) else { return "" }
        if let utf8 = String(validatingCString: path) { return utf8 }
        // Old packers write names in the alphabet of their country; it only serves to be shown.
        let bytes = UnsafeBufferPointer(start: path, count: strlen(path)).map { UInt8(bitPattern: $0) }
        return String(decoding: Windows1252.utf8(of: bytes.span), as: UTF8.self)
    }
}
