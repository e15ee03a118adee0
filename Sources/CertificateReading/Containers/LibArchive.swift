import CArchive
import Glibc

/// What both uses of libarchive share: its reasons, and the bytes of the entry in hand.
enum LibArchive {
    private static let pieceBytes = 64 << 10

    /// Why the last call failed, in libarchive's words.
    static func reason(_ archive: OpaquePointer) -> String {
        archive_error_string(archive).map { String(cString: $0) } ?? "no reason given"
    }

    /// Reads the entry in hand, piece by piece.
    ///
    /// - Parameter consume: takes a piece before memory is taken to keep it. It may throw to stop.
    /// - Returns: false where libarchive fails; ``reason(_:)`` tells why.
    static func read(
        _ archive: OpaquePointer,
        _ consume: (_ piece: UnsafeBufferPointer<UInt8>) throws(ReadingRefusal) -> Void
    ) throws(ReadingRefusal) -> Bool {
        let piece = UnsafeMutablePointer<UInt8>.allocate(capacity: pieceBytes)
        defer { piece.deallocate() }
        while true {
            let count = archive_read_data(archive, piece, pieceBytes)
            if count == 0 { return true }
            // A wrong CRC is a mere warning to libarchive; to a result it is not.
            guard count > 0 else { return false }
            try consume(UnsafeBufferPointer(start: piece, count: count))
        }
    }

    /// libarchive gives names in the characters of the locale, and drops those that it has not: in the plain locale of
    /// a daemon, all accents. This is the calling thread's locale only.
    static func inUTF8<Result>(_ body: () throws(ReadingRefusal) -> Result) throws(ReadingRefusal) -> Result {
        let locale = newlocale(1 << LC_CTYPE, "C.UTF-8", nil)
        let callersLocale = locale.map { uselocale($0) }
        defer {
            if let callersLocale { uselocale(callersLocale) }
            if let locale { freelocale(locale) }
        }
        return try body()
    }
}
