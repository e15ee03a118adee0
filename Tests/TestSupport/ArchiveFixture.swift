import CArchive
import Glibc

/// Tars, 7z archives and compressed streams, written by libarchive; honest ones.
public enum ArchiveFixture {
    public enum Compression: String, CaseIterable, Sendable {
        case bzip2, xz, zstd
    }

    public enum TarFormat: Sendable {
        case pax, ustar, gnu, v7
    }

    public struct Entry {
        public enum Kind: Sendable {
            case file, folder, device, pipe
            case link(to: String)
            case hardLink(to: String)
            /// A file of so many bytes of which only the first ones are there.
            case sparse(size: Int64)
        }

        public var path: String
        public var bytes: [UInt8]
        public var kind = Kind.file

        public init(_ path: String, _ bytes: [UInt8], kind: Kind = .file) {
            self.path = path
            self.bytes = bytes
            self.kind = kind
        }

        public init(_ path: String, _ text: String = "", kind: Kind = .file) {
            self.init(path, Array(text.utf8), kind: kind)
        }
    }

    /// One file as a stream.
    /// - Parameter options: of libarchive's filter, `compression-level=9`.
    public static func stream(_ bytes: [UInt8], _ compression: Compression, options: String = "") -> [UInt8] {
        write([Entry("x", bytes)], options: options) { archive in
            archive_write_set_format_raw(archive)
            switch compression {
            case .bzip2: archive_write_add_filter_bzip2(archive)
            case .xz: archive_write_add_filter_xz(archive)
            case .zstd: archive_write_add_filter_zstd(archive)
            }
        }
    }

    public static func stream(_ text: String, _ compression: Compression) -> [UInt8] {
        stream(Array(text.utf8), compression)
    }

    public static func tar(_ entries: [Entry], _ format: TarFormat = .pax) -> [UInt8] {
        write(entries) { archive in
            switch format {
            case .pax: archive_write_set_format_pax(archive)
            case .ustar: archive_write_set_format_ustar(archive)
            case .gnu: archive_write_set_format_gnutar(archive)
            case .v7: archive_write_set_format_v7tar(archive)
            }
        }
    }

    /// - Parameter compression: `store`, `deflate`, `bzip2`, `lzma1`, `lzma2`, `ppmd`.
    public static func sevenZip(_ entries: [Entry], compression: String = "lzma1") -> [UInt8] {
        write(entries, options: "compression=" + compression) { archive_write_set_format_7zip($0) }
    }

    /// A zip whose sizes stand in 64 bits, as packers write it that do not know them beforehand.
    public static func zip64(_ entries: [Entry]) -> [UInt8] {
        write(entries, options: "zip64") { archive_write_set_format_zip($0) }
    }

    private static func write(
        _ entries: [Entry],
        options: String = "",
        _ choose: (OpaquePointer) -> Void
    ) -> [UInt8] {
        // libarchive writes names by the characters of the locale; this is the calling thread's.
        let locale = newlocale(1 << LC_CTYPE, "C.UTF-8", nil)
        let callersLocale = locale.map { uselocale($0) }
        defer {
            if let callersLocale { uselocale(callersLocale) }
            if let locale { freelocale(locale) }
        }
        guard let archive = archive_write_new() else { return [] }
        defer { archive_write_free(archive) }
        choose(archive)
        archive_write_set_bytes_in_last_block(archive, 1)
        if !options.isEmpty {
            precondition(archive_write_set_options(archive, options) == ARCHIVE_OK, options)
        }
        let room = entries.reduce(1 << 20) { $0 + 2 * $1.bytes.count + 4096 }
        var used = 0
        let file = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            precondition(archive_write_open_memory(archive, buffer.baseAddress, room, &used) == ARCHIVE_OK)
            for entry in entries { write(entry, to: archive) }
            precondition(archive_write_close(archive) == ARCHIVE_OK)
            count = used
        }
        return file
    }

    private static func write(_ entry: Entry, to archive: OpaquePointer) {
        guard let header = archive_entry_new() else { return }
        defer { archive_entry_free(header) }
        archive_entry_set_pathname_utf8(header, entry.path)
        archive_entry_set_perm(header, 0o644)
        archive_entry_set_mtime(header, 1_700_000_000, 0)
        archive_entry_set_size(header, Int64(entry.bytes.count))
        var type: UInt32 = 0o100000
        switch entry.kind {
        case .file: break
        case .folder: type = 0o040000
        case .device: type = 0o020000
        case .pipe: type = 0o010000
        case .link(let target):
            type = 0o120000
            archive_entry_set_symlink(header, target)
        case .hardLink(let target): archive_entry_set_hardlink(header, target)
        case .sparse(let size):
            archive_entry_set_size(header, size)
            archive_entry_sparse_add_entry(header, 0, Int64(entry.bytes.count))
        }
        archive_entry_set_filetype(header, type)
        let written = archive_write_header(archive, header)
        precondition(written == ARCHIVE_OK || written == ARCHIVE_WARN, entry.path)
        if !entry.bytes.isEmpty { _ = archive_write_data(archive, entry.bytes, entry.bytes.count) }
    }
}
