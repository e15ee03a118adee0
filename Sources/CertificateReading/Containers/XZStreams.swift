/// The streams of xz files (tukaani.org, "The .xz File Format"): each ends in an index of its blocks, so that they are
/// read from the end, without inflating.
enum XZStreams {
    static let mark: [UInt8] = [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]
    static let endMark: [UInt8] = Array("YZ".utf8)
    private static let headerBytes = 12
    private static let lzma2: UInt64 = 0x21

    static func survey(_ content: [UInt8]) -> StreamSurvey {
        var end = content.count
        var dictionary: UInt64 = 0
        var streams = 0
        var isEmpty = true
        while end > 0 {
            // Padding between streams and behind the last, in fours.
            while end >= 4, content[(end - 4)..<end].allSatisfy({ $0 == 0 }) { end -= 4 }
            guard end > 0, let stream = stream(content, upTo: end) else {
                return streams > 0 ? .damaged("its streams do not follow each other") : withoutEnd(content)
            }
            guard let wanted = stream.dictionary else { return .damaged("a block is packed by a filter of no kind") }
            dictionary = max(dictionary, wanted)
            streams += 1
            isEmpty = isEmpty && stream.isEmpty
            end = stream.start
        }
        return .whole(dictionary: dictionary, streams: streams, isEmpty: isEmpty)
    }

    /// Says what it is that does not end as it should: the end may stand further up.
    private static func withoutEnd(_ content: [UInt8]) -> StreamSurvey {
        var end = content.count
        var tried = 0
        while end >= 2 * headerBytes, tried < 1000 {
            if content[end - 1] == endMark[1], content[end - 2] == endMark[0] {
                if stream(content, upTo: end) != nil {
                    let rest = content[end...]
                    return rest.starts(with: mark) || mark.starts(with: rest) ? .cut : .followed(bytes: rest.count)
                }
                if end == content.count { return .damaged("its index does not fit it") }
                tried += 1
            }
            end -= 1
        }
        return .cut
    }

    private struct Stream {
        let start: Int
        /// nil where a block is no LZMA2.
        let dictionary: UInt64?
        let isEmpty: Bool
    }

    /// What the index says of a block: its size with padding, and what it unpacks to.
    private struct Block {
        let size: UInt64
        let unpacked: UInt64
    }

    /// The stream that ends here; nil where none does.
    private static func stream(_ content: [UInt8], upTo end: Int) -> Stream? {
        guard end >= 2 * headerBytes, content[(end - 2)..<end].elementsEqual(endMark) else { return nil }
        do throws(ByteCursor.OutOfBytes) {
            var footer = ByteCursor(content, in: (end - headerBytes)..<end)
            let checksum = try footer.number(4)
            guard checksum == Checksum.crc32(content, (end - 8)..<(end - 2)) else { return nil }
            let indexBytes = (try footer.number(4) + 1) * 4
            guard indexBytes <= UInt64(end - 2 * headerBytes) else { return nil }
            let indexStart = end - headerBytes - Int(indexBytes)
            guard let blocks = try blocks(content, index: indexStart..<(end - headerBytes)) else { return nil }
            let (total, overflow) = blocks.reduce((UInt64(0), false)) { sum, block in
                let next = sum.0.addingReportingOverflow(block.size)
                return (next.partialValue, sum.1 || next.overflow)
            }
            guard !overflow, total <= UInt64(indexStart - headerBytes) else { return nil }
            let start = indexStart - Int(total) - headerBytes
            guard content[start...].starts(with: mark) else { return nil }
            return Stream(
                start: start,
                dictionary: try dictionary(content, blocks, from: start + headerBytes),
                isEmpty: blocks.allSatisfy { $0.unpacked == 0 }
            )
        } catch {
            return nil
        }
    }

    private static func blocks(
        _ content: [UInt8],
        index range: Range<Int>
    ) throws(ByteCursor.OutOfBytes) -> [Block]? {
        var cursor = ByteCursor(content, in: range)
        guard try cursor.byte() == 0 else { return nil }
        let count = try cursor.variableNumber()
        // Two numbers a block, of a byte at least.
        guard count <= UInt64(range.count) / 2 else { return nil }
        var blocks: [Block] = []
        blocks.reserveCapacity(Int(count))
        for _ in 0..<count {
            let size = try cursor.variableNumber()
            guard size > 0, size < 1 << 62 else { return nil }
            blocks.append(Block(size: (size + 3) / 4 * 4, unpacked: try cursor.variableNumber()))
        }
        return blocks
    }

    /// The largest dictionary that a block of a stream asks for; nil where one has none.
    private static func dictionary(
        _ content: [UInt8],
        _ blocks: [Block],
        from start: Int
    ) throws(ByteCursor.OutOfBytes) -> UInt64? {
        var largest: UInt64 = 0
        var cursor = ByteCursor(content, in: start..<content.count)
        for block in blocks {
            var header = ByteCursor(content, in: try cursor.take(block.size))
            _ = try header.byte()
            let flags = try header.byte()
            if flags & 0x40 != 0 { _ = try header.variableNumber() }
            if flags & 0x80 != 0 { _ = try header.variableNumber() }
            var wanted: UInt64?
            for _ in 0...(flags & 3) {
                let filter = try header.variableNumber()
                let properties = try header.take(try header.variableNumber())
                if filter == lzma2, properties.count == 1 {
                    wanted = LZMADictionary.size(content[properties.lowerBound])
                }
            }
            guard let wanted else { return nil }
            largest = max(largest, wanted)
        }
        return largest
    }
}
