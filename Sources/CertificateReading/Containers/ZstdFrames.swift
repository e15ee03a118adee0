/// The frames of zstd files (RFC 8878): every block tells its size, so that the end is found without inflating.
enum ZstdFrames {
    private static let mark: UInt64 = 0xFD2F_B528
    private static let skippableMarks: ClosedRange<UInt64> = 0x184D_2A50...0x184D_2A5F

    static func survey(_ content: [UInt8]) -> StreamSurvey {
        var cursor = ByteCursor(content)
        var window: UInt64 = 0
        var frames = 0
        var isEmpty = true
        while cursor.remaining > 0 {
            let start = cursor.index
            do throws(ByteCursor.OutOfBytes) {
                let mark = try cursor.number(4)
                frames += 1
                if skippableMarks.contains(mark) {
                    try cursor.take(try cursor.number(4))
                    continue
                }
                guard mark == Self.mark else { return .followed(bytes: content.count - start) }
                guard let frame = try frame(&cursor) else { return .damaged("a frame has a block of no kind") }
                window = max(window, frame.window)
                isEmpty = isEmpty && frame.isEmpty
            } catch {
                return .cut
            }
        }
        return .whole(dictionary: window, streams: frames, isEmpty: isEmpty)
    }

    private struct Frame {
        /// The bytes that it wants to look back on.
        var window: UInt64 = 0
        var isEmpty = true
    }

    /// Steps over a frame; nil where it is damaged.
    private static func frame(_ cursor: inout ByteCursor) throws(ByteCursor.OutOfBytes) -> Frame? {
        let descriptor = try cursor.byte()
        var frame = Frame(window: try window(descriptor, &cursor))
        while true {
            let header = try cursor.number(3)
            let size = header >> 3
            if size > 0 { frame.isEmpty = false }
            switch header >> 1 & 3 {
            case 0, 2: try cursor.take(size)
            case 1: try cursor.take(1)
            default: return nil
            }
            if header & 1 == 1 { break }
        }
        if descriptor & 0x04 != 0 { try cursor.take(4) }
        return frame
    }

    /// What follows the descriptor: window, number of a dictionary, and size of the content, each there or not.
    private static func window(
        _ descriptor: UInt8,
        _ cursor: inout ByteCursor
    ) throws(ByteCursor.OutOfBytes) -> UInt64 {
        let isSingleSegment = descriptor & 0x20 != 0
        var window: UInt64 = 0
        if !isSingleSegment {
            let byte = try cursor.byte()
            let base: UInt64 = 1 << UInt64(10 + (byte >> 3))
            window = base + base / 8 * UInt64(byte & 7)
        }
        try cursor.take([0, 1, 2, 4][Int(descriptor & 3)])
        let size: UInt64
        switch descriptor >> 6 {
        case 0: size = isSingleSegment ? UInt64(try cursor.byte()) : 0
        case 1: size = try cursor.number(2) + 256
        case 2: size = try cursor.number(4)
        default: size = try cursor.number(8)
        }
        // A single segment looks back on all of its content.
        return isSingleSegment ? size : window
    }
}
