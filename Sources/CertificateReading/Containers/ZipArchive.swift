import CArchive
import Glibc

/// Reads zip archives from memory, by libarchive.
///
/// Only through the central directory, as every unpacker of the trade does: what hides between the entries is not
/// seen by them, and must not be seen by Cupel. Nothing is ever written to disk.
enum ZipArchive {
    private static let pieceBytes = 64 << 10
    /// File types in the mode of an entry (POSIX); the C macros are casts, which Swift does not import.
    private static let regularFile: UInt32 = 0o100000
    private static let folder: UInt32 = 0o040000

    /// The files of an archive with their paths, folders and hidden files left out.
    ///
    /// The directory is checked whole before anything is inflated.
    static func files(
        in content: [UInt8],
        name: String,
        budget: inout InflationBudget
    ) throws(ReadingRefusal) -> [Member] {
        do throws(ReadingRefusal) {
            // An archive of nothing but its end record is not known to libarchive.
            if content.starts(with: ZipEndRecord.mark), ZipEndRecord.isPresent(in: content) {
                throw ReadingRefusal.emptyZip
            }
            var paths: [String] = []
            try forEachEntry(of: content) { (_, entry) throws(ReadingRefusal) in
                try budget.takeMember()
                paths.append(try checkedPath(of: entry))
            }
            if let kind = WorkbookKind(paths: paths) { throw ReadingRefusal.workbook(kind) }

            var files: [Member] = []
            try forEachEntry(of: content) { (archive, entry) throws(ReadingRefusal) in
                let path = try checkedPath(of: entry)
                guard archive_entry_filetype(entry) == regularFile, !isHidden(path) else { return }
                do throws(ReadingRefusal) {
                    try checkMethod(archive)
                    files.append(Member(name: path, bytes: try data(of: archive, budget: &budget)))
                } catch {
                    throw error.inside(path)
                }
            }
            guard !files.isEmpty else { throw ReadingRefusal.emptyZip }
            return files
        } catch {
            throw error.inside(name)
        }
    }

    /// Whether a zip is a workbook, which its own reader takes whole.
    static func isWorkbook(_ content: [UInt8]) -> Bool {
        var paths: [String] = []
        do throws(ReadingRefusal) {
            try forEachEntry(of: content) { (_, entry) throws(ReadingRefusal) in
                guard paths.count < ReadingLimits.standard.members else { throw .tooManyMembers(paths.count) }
                paths.append(try checkedPath(of: entry))
            }
        } catch {
            return false
        }
        return Workbook.isWorkbook(paths: paths)
    }

    static func forEachEntry(
        of content: [UInt8],
        _ body: (_ archive: OpaquePointer, _ entry: OpaquePointer) throws(ReadingRefusal) -> Void
    ) throws(ReadingRefusal) {
        // libarchive gives names in the characters of the locale, and drops those that it has not: in the plain
        // locale of a daemon, all accents. This is the calling thread's locale only.
        let locale = newlocale(1 << LC_CTYPE, "C.UTF-8", nil)
        let callersLocale = locale.map { uselocale($0) }
        defer {
            if let callersLocale { uselocale(callersLocale) }
            if let locale { freelocale(locale) }
        }
        guard let archive = archive_read_new() else { throw .corruptZip("libarchive did not start") }
        defer { archive_read_free(archive) }
        try content.withUnsafeBufferPointer { (bytes) throws(ReadingRefusal) in
            guard archive_read_support_format_zip_seekable(archive) == ARCHIVE_OK,
                archive_read_open_memory(archive, bytes.baseAddress, bytes.count) == ARCHIVE_OK
            else { throw .corruptZip(reason(archive)) }
            var entry: OpaquePointer?
            while true {
                switch archive_read_next_header(archive, &entry) {
                // A warning is about a name in a foreign alphabet; the entry itself is good.
                case ARCHIVE_OK, ARCHIVE_WARN:
                    guard let entry else { throw .corruptZip("an entry is missing") }
                    try body(archive, entry)
                case ARCHIVE_EOF: return
                default: throw .corruptZip(reason(archive))
                }
            }
        }
    }

    private static func data(
        of archive: OpaquePointer,
        budget: inout InflationBudget
    ) throws(ReadingRefusal) -> [UInt8] {
        var content: [UInt8] = []
        try forEachPiece(of: archive, budget: &budget) { (piece) throws(ReadingRefusal) in
            content.append(contentsOf: piece)
        }
        return content
    }

    /// Inflates the entry whose header was read last, piece by piece.
    static func forEachPiece(
        of archive: OpaquePointer,
        budget: inout InflationBudget,
        _ body: (_ piece: UnsafeBufferPointer<UInt8>) throws(ReadingRefusal) -> Void
    ) throws(ReadingRefusal) {
        let piece = UnsafeMutablePointer<UInt8>.allocate(capacity: pieceBytes)
        defer { piece.deallocate() }
        while true {
            let count = archive_read_data(archive, piece, pieceBytes)
            if count == 0 { return }
            // A wrong CRC is a mere warning to libarchive; to a result it is not.
            guard count > 0 else { throw .corruptZip(reason(archive)) }
            try budget.take(count, packed: nil)
            try body(UnsafeBufferPointer(start: piece, count: count))
        }
    }

    /// Only what every packer writes by itself. The rarer methods (LZMA, PPMd) take memory as the file tells them to.
    static func checkMethod(_ archive: OpaquePointer) throws(ReadingRefusal) {
        // libarchive tells the method of the entry in words: `ZIP 2.0 (deflation)`.
        let format = archive_format_name(archive).map { String(cString: $0) } ?? ""
        guard format.hasSuffix("(deflation)") || format.hasSuffix("(uncompressed)") else {
            throw .unusualZipMethod(format)
        }
    }

    private static func reason(_ archive: OpaquePointer) -> String {
        archive_error_string(archive).map { String(cString: $0) } ?? "no reason given"
    }
}

// MARK: - Paths

extension ZipArchive {
    /// The path of an entry, if it is a file or folder inside the archive and not encrypted.
    static func checkedPath(of entry: OpaquePointer) throws(ReadingRefusal) -> String {
        let path = path(of: entry)
        if archive_entry_is_encrypted(entry) != 0 { throw .encryptedZip.inside(path) }
        guard MemberPath.isSafe(path) else { throw .unsafeMemberPath.inside(path) }
        let type = archive_entry_filetype(entry)
        guard type == regularFile || type == folder else { throw .memberIsNoFile.inside(path) }
        return path
    }

    private static func path(of entry: OpaquePointer) -> String {
        if let path = archive_entry_pathname_utf8(entry) { return String(cString: path) }
        guard let path = archive_entry_pathname(entry) else { return "" }
        if let utf8 = String(validatingCString: path) { return utf8 }
        // Old packers write names in the alphabet of their country; it only serves to be shown.
        let bytes = UnsafeBufferPointer(start: path, count: strlen(path)).map { UInt8(bitPattern: $0) }
        return String(decoding: Windows1252.utf8(of: bytes.span), as: UTF8.self)
    }

    private static func isHidden(_ path: String) -> Bool {
        path.hasPrefix("__MACOSX/") || path.split(separator: "/").contains { $0.hasPrefix(".") && $0 != "." }
    }
}
