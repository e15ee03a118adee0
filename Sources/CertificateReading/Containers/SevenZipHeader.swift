/// The header of a 7z archive ("7zFormat.txt" of 7-Zip), as far as it must be known before libarchive reads it:
/// whether the archive is whole, and how much memory its header and its packing ask for. libarchive takes both at
/// their word.
enum SevenZipHeader {
    static let startBytes = 32
    /// A header of a thousand files takes less than a tenth of this.
    static let headerLimit: UInt64 = 4 << 20

    /// What the first 32 bytes say.
    enum Start: Sendable, Hashable {
        case header(Range<Int>)
        /// It holds nothing at all.
        case empty
        /// The header, which stands last, is not there yet.
        case cut
        /// A packer writes the first bytes last.
        case unfinished
    }

    static func start(of content: [UInt8]) -> Start {
        var cursor = ByteCursor(content, in: 8..<startBytes)
        do throws(ByteCursor.OutOfBytes) {
            let checksum = try cursor.number(4)
            let (offset, size) = (try cursor.number(8), try cursor.number(8))
            guard content.count >= startBytes else { return .cut }
            guard checksum == Checksum.crc32(content, 12..<startBytes) else { return .unfinished }
            guard size > 0 else { return .empty }
            let rest = UInt64(content.count - startBytes)
            guard offset <= rest, size <= rest - offset else { return .cut }
            let start = startBytes + Int(offset)
            return .header(start..<(start + Int(size)))
        } catch {
            return .cut
        }
    }

    /// Refuses what libarchive must not be given.
    static func check(_ content: [UInt8], limits: ReadingLimits) throws(ReadingRefusal) {
        switch start(of: content) {
        case .cut: throw .truncatedArchive(.sevenZip)
        case .unfinished: throw .corrupt(.sevenZip, "its first bytes have a wrong checksum")
        case .empty: throw .emptyArchive(.sevenZip)
        case .header(let range):
            let rest = content[range.upperBound...]
            guard rest.allSatisfy({ $0 == 0 }) else {
                throw .trailingGarbage(ArchiveFormat.sevenZip.words, rest.count)
            }
            var cursor = ByteCursor(content, in: 28..<startBytes)
            guard (try? cursor.number(4)) == Checksum.crc32(content, range) else {
                throw .corrupt(.sevenZip, "its header has a wrong checksum")
            }
            try SevenZipWalk.check(content, range, limits: limits)
        }
    }
}
