import CArchive
import Glibc

/// The zip of a workbook, by libarchive: its members one after the other, each as pieces.
///
/// Only what its directory lists is seen, and only the packing that writers of workbooks use is opened: the rarer
/// methods take memory as the file tells them to.
struct PartArchive {
    private static let pieceBytes = 64 << 10
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
            let piece = UnsafeMutablePointer<UInt8>.allocate(capacity: pieceBytes)
            defer { piece.deallocate() }
            while true {
                let count = archive_read_data(archive, piece, pieceBytes)
                if count == 0 { return }
                // A wrong CRC is a mere warning to libarchive; to a result it is not.
                guard count > 0 else { throw .damagedPackage(PartArchive.reason(archive)) }
                try budget.take(count, packed: nil)
                try body(UnsafeBufferPointer(start: piece, count: count))
            }
        }
    }

    /// Goes through the files, folders left out.
    func forEachMember(_ body: (Member) throws(ReadingRefusal) -> Void) throws(ReadingRefusal) {
        // libarchive gives names in the characters of the locale; this is the calling thread's locale only.
        let locale = newlocale(1 << LC_CTYPE, "C.UTF-8", nil)
        let callersLocale = locale.map { uselocale($0) }
        defer {
            if let callersLocale { uselocale(callersLocale) }
            if let locale { freelocale(locale) }
        }
        guard let archive = archive_read_new() else { throw .damagedPackage("libarchive did not start") }
        defer { archive_read_free(archive) }
        try content.withUnsafeBufferPointer { (bytes) throws(ReadingRefusal) in
            guard archive_read_support_format_zip_seekable(archive) == ARCHIVE_OK,
                archive_read_open_memory(archive, bytes.baseAddress, bytes.count) == ARCHIVE_OK
            else { throw .damagedPackage(Self.reason(archive)) }
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
                default: throw .damagedPackage(Self.reason(archive))
                }
            }
        }
    }

    fileprivate static func reason(_ archive: OpaquePointer) -> String {
        archive_error_string(archive).map { String(cString: $0) } ?? "no reason given"
    }
}
