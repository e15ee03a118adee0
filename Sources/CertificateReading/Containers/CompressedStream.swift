import CArchive

/// Inflates bzip2, xz and zstd, by libarchive. Gzip goes through zlib, because libarchive does not check its checksum.
enum CompressedStream {
    /// Inflates a whole file, piece by piece. Several streams, one behind the other, are one.
    ///
    /// The frame is surveyed first: what it lacks is told in its own words, and a dictionary beyond the limit is
    /// refused before libarchive takes the memory.
    ///
    /// - Parameter consume: takes a piece, and how many bytes of the content were read so far. It may throw to stop.
    static func inflate(
        _ content: [UInt8],
        _ compression: Compression,
        limits: ReadingLimits,
        _ consume: (_ piece: Span<UInt8>, _ read: Int) throws(ReadingRefusal) -> Void
    ) throws(ReadingRefusal) {
        switch compression {
        case .gzip: return try GzipStream.inflate(content, streams: limits.streams, consume)
        case .xz: if try isEmpty(XZStreams.survey(content), compression, limits) { return }
        case .zstd: if try isEmpty(ZstdFrames.survey(content), compression, limits) { return }
        case .bzip2:
            guard Bzip2Streams.count(content, limit: limits.streams) <= limits.streams else {
                throw .tooManyStreams(compression, limit: limits.streams)
            }
            if Bzip2Streams.areEmpty(content) { return }
        }
        try read(content, compression, consume)
    }

    /// Refuses what must not be given to libarchive, or not with its words.
    private static func isEmpty(
        _ survey: StreamSurvey,
        _ compression: Compression,
        _ limits: ReadingLimits
    ) throws(ReadingRefusal) -> Bool {
        switch survey {
        case .whole(let dictionary, let streams, let isEmpty):
            guard streams <= limits.streams else { throw .tooManyStreams(compression, limit: limits.streams) }
            guard dictionary <= UInt64(limits.dictionaryBytes) else {
                throw .dictionaryTooLarge(compression.words, dictionary, limit: limits.dictionaryBytes)
            }
            return isEmpty
        case .cut: throw .truncated(compression)
        case .followed(let count): throw .trailingGarbage(compression.words, count)
        case .damaged(let reason): throw .corrupt(compression, reason)
        }
    }

    private static func read(
        _ content: [UInt8],
        _ compression: Compression,
        _ consume: (_ piece: Span<UInt8>, _ read: Int) throws(ReadingRefusal) -> Void
    ) throws(ReadingRefusal) {
        guard let archive = archive_read_new() else { throw .corrupt(compression, "libarchive did not start") }
        defer { archive_read_free(archive) }
        try content.withUnsafeBufferPointer { (bytes) throws(ReadingRefusal) in
            var entry: OpaquePointer?
            var delivered = 0
            // The one filter, and it once: left to itself, libarchive unpacks whatever it finds, 25 layers deep.
            guard archive_read_append_filter(archive, filter(compression)) == ARCHIVE_OK,
                archive_read_support_format_raw(archive) == ARCHIVE_OK,
                archive_read_open_memory(archive, bytes.baseAddress, bytes.count) == ARCHIVE_OK,
                archive_read_next_header(archive, &entry) == ARCHIVE_OK
            else { throw failure(archive, compression, content) }
            let isGood = try LibArchive.read(archive) { (piece) throws(ReadingRefusal) in
                delivered += piece.count
                try consume(Span(_unsafeElements: piece), Int(archive_filter_bytes(archive, -1)))
            }
            guard isGood else { throw failure(archive, compression, content) }
            try checkEnd(content, read: Int(archive_filter_bytes(archive, -1)), compression)
        }
    }

    private static func filter(_ compression: Compression) -> Int32 {
        switch compression {
        case .gzip: ARCHIVE_FILTER_GZIP
        case .bzip2: ARCHIVE_FILTER_BZIP2
        case .xz: ARCHIVE_FILTER_XZ
        case .zstd: ARCHIVE_FILTER_ZSTD
        }
    }

    /// libarchive stops without a word where no further bzip2 stream begins.
    private static func checkEnd(
        _ content: [UInt8],
        read: Int,
        _ compression: Compression
    ) throws(ReadingRefusal) {
        let rest = content[min(max(0, read), content.count)...]
        if rest.isEmpty || rest.allSatisfy({ $0 == 0 }) { return }
        let begin = Array("BZh".utf8)
        if compression == .bzip2, rest.starts(with: begin) || begin.starts(with: rest) { throw .truncated(compression) }
        throw .trailingGarbage(compression.words, rest.count)
    }

    private static func failure(
        _ archive: OpaquePointer,
        _ compression: Compression,
        _ content: [UInt8]
    ) -> ReadingRefusal {
        let reason = LibArchive.reason(archive)
        if compression == .bzip2, reason.hasPrefix("truncated") || !Bzip2Streams.areWhole(content) {
            return .truncated(compression)
        }
        // That no format is known only says that the first bytes could not be unpacked.
        let isVague = reason == "Unrecognized archive format"
        return .corrupt(compression, isVague ? "it cannot be unpacked from its beginning" : reason)
    }
}
