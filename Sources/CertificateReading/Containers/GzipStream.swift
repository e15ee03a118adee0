import CZlib

/// Inflates gzip (RFC 1952), by zlib, which checks the CRC and the length of every member.
enum GzipStream {
    private static let pieceBytes = 64 << 10

    /// Inflates a whole file, piece by piece.
    ///
    /// Several members, one behind the other, are one stream. Zeros behind the last one are padding of block devices
    /// and ignored, as gzip(1) does; anything else there is refused, because it may be the part that matters.
    ///
    /// - Parameters:
    ///   - streams: how many members are read; each takes its time, and may hold nothing.
    ///   - consume: takes a piece, and how many bytes of the content were read so far. It may throw to stop.
    /// - Throws: `truncated_gzip`, `corrupt_gzip`, `gzip_trailing_garbage`, `too_many_members`, and what `consume` throws.
    static func inflate(
        _ content: [UInt8],
        streams: Int,
        _ consume: (_ piece: Span<UInt8>, _ read: Int) throws(ReadingRefusal) -> Void
    ) throws(ReadingRefusal) {
        // zlib keeps the address of its state, so the state must not move.
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let piece = UnsafeMutablePointer<UInt8>.allocate(capacity: pieceBytes)
        defer {
            inflateEnd(stream)
            stream.deallocate()
            piece.deallocate()
        }
        // 15 bits of window, and 16 for "gzip only".
        let started = inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard started == Z_OK else { throw .corrupt(.gzip, "zlib did not start") }

        try content.withUnsafeBufferPointer { (content) throws(ReadingRefusal) in
            var read = 0
            var left = streams
            while true {
                // zlib counts in 32 bits. It only reads from the pointer, though its type does not say so.
                let offered = min(content.count - read, 1 << 20)
                stream.pointee.next_in = UnsafeMutablePointer(mutating: content.baseAddress.map { $0 + read })
                stream.pointee.avail_in = UInt32(offered)
                stream.pointee.next_out = piece
                stream.pointee.avail_out = UInt32(pieceBytes)
                let status = CZlib.inflate(stream, Z_NO_FLUSH)
                read += offered - Int(stream.pointee.avail_in)
                let inflated = UnsafeBufferPointer(start: piece, count: pieceBytes - Int(stream.pointee.avail_out))
                if !inflated.isEmpty { try consume(Span(_unsafeElements: inflated), read) }

                switch status {
                case Z_OK: continue
                case Z_STREAM_END:
                    guard try startsAnotherMember(content[read...]) else { return }
                    left -= 1
                    guard left > 0 else { throw .tooManyStreams(.gzip, limit: streams) }
                    inflateReset(stream)
                case Z_BUF_ERROR where read == content.count: throw .truncated(.gzip)
                default: throw .corrupt(.gzip, stream.pointee.msg.map { String(cString: $0) } ?? "status \(status)")
                }
            }
        }
    }

    /// Whether a member follows; false at the end of the file and before padding.
    private static func startsAnotherMember(_ rest: Slice<UnsafeBufferPointer<UInt8>>) throws(ReadingRefusal) -> Bool {
        if rest.starts(with: [0x1F, 0x8B]) { return true }
        if rest.elementsEqual([0x1F]) { throw .truncated(.gzip) }
        guard rest.allSatisfy({ $0 == 0 }) else { throw .trailingGarbage(Compression.gzip.words, rest.count) }
        return false
    }
}
