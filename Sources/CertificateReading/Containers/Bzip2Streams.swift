import Glibc

/// The frame of bzip2 files. They state no size, so only the mark of the end tells whether one is whole; it stands at
/// any bit, followed by the checksum of the whole stream.
enum Bzip2Streams {
    /// The digits of pi, before every block.
    static let blockMark: [UInt8] = [0x31, 0x41, 0x59, 0x26, 0x53, 0x59]
    /// The digits of the square root of pi, at the end.
    static let endMark: [UInt8] = [0x17, 0x72, 0x45, 0x38, 0x50, 0x90]
    /// Mark and checksum, in bits.
    private static let endBits = 80
    private static let emptyStreamBytes = 14

    /// Whether the last stream has its end. Zeros behind it are padding.
    static func areWhole(_ content: [UInt8]) -> Bool {
        let filled = (content.lastIndex { $0 != 0 } ?? 0) + 1
        // The checksum, and what fills the last byte, may be zeros themselves.
        let last = min(content.count * 8, (filled + 5) * 8)
        let first = max(0, filled * 8 - endBits - 7)
        guard last - endBits >= first else { return false }
        return (first...last - endBits).contains { isEndMark(content, atBit: $0) }
    }

    /// Streams of no content; libarchive does not tell them from what it does not know.
    static func areEmpty(_ content: [UInt8]) -> Bool {
        guard !content.isEmpty, content.count.isMultiple(of: emptyStreamBytes) else { return false }
        return stride(from: 0, to: content.count, by: emptyStreamBytes).allSatisfy { start in
            content[start...].starts(with: Array("BZh".utf8)) && content[(start + 4)...].starts(with: endMark)
        }
    }

    /// How many streams stand one behind the other, at most: each takes four megabytes while it is read.
    static func count(_ content: [UInt8], limit: Int) -> Int {
        let rest = Array("Zh".utf8)
        var found = 0
        content.withUnsafeBytes { bytes in
            var start = 0
            while found <= limit, let base = bytes.baseAddress,
                let place = memchr(base + start, Int32(UInt8(ascii: "B")), bytes.count - start)
            {
                start = base.distance(to: UnsafeRawPointer(place)) + 1
                let mark = bytes[min(start + 3, bytes.count)...].prefix(blockMark.count)
                guard bytes[start...].starts(with: rest), mark.elementsEqual(blockMark) || mark.elementsEqual(endMark)
                else { continue }
                found += 1
            }
        }
        return found
    }

    private static func isEndMark(_ content: [UInt8], atBit bit: Int) -> Bool {
        let (byte, shift) = (bit / 8, bit % 8)
        return endMark.indices.allSatisfy { index in
            let high = UInt16(content[byte + index])
            let low = byte + index + 1 < content.count ? UInt16(content[byte + index + 1]) : 0
            return UInt8(truncatingIfNeeded: (high << 8 | low) >> UInt16(8 - shift)) == endMark[index]
        }
    }
}
