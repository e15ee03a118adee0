/// Walks through the header of a 7z archive and checks each number that memory is taken for.
struct SevenZipWalk {
    private var cursor: ByteCursor
    private let header: [UInt8]
    private let limits: ReadingLimits

    /// Marks of the properties (7zFormat.txt).
    private enum Property {
        static let end: UInt64 = 0x00
        static let header: UInt64 = 0x01
        static let streams: UInt64 = 0x04
        static let files: UInt64 = 0x05
        static let packing: UInt64 = 0x06
        static let unpacking: UInt64 = 0x07
        static let subStreams: UInt64 = 0x08
        static let sizes: UInt64 = 0x09
        static let checksums: UInt64 = 0x0A
        static let folders: UInt64 = 0x0B
        static let unpackedSizes: UInt64 = 0x0C
        static let streamCounts: UInt64 = 0x0D
        static let packedHeader: UInt64 = 0x17
    }

    /// What an archive of streams says of itself.
    private struct Streams {
        var packedStart: UInt64 = 0
        var packedSizes: [UInt64] = []
        var folders: [SevenZipCoder] = []
        var unpackedSizes: [UInt64] = []
        /// Which folders carry a checksum of all they hold.
        var hasChecksum: [Bool] = []
    }

    static func check(_ content: [UInt8], _ range: Range<Int>, limits: ReadingLimits) throws(ReadingRefusal) {
        var walk = SevenZipWalk(header: content, range, limits: limits)
        do {
            if let unpacked = try walk.unpackedHeader() {
                walk = SevenZipWalk(header: unpacked, unpacked.indices, limits: limits)
            } else {
                walk = SevenZipWalk(header: content, range, limits: limits)
            }
            try walk.checkHeader()
        } catch let refusal as ReadingRefusal {
            throw refusal
        } catch {
            throw .corrupt(.sevenZip, "its header ends before its end")
        }
    }

    private init(header: [UInt8], _ range: Range<Int>, limits: ReadingLimits) {
        cursor = ByteCursor(header, in: range)
        self.header = header
        self.limits = limits
    }

    /// The header itself, where it is packed; nil where it stands in plain.
    private mutating func unpackedHeader() throws -> [UInt8]? {
        guard try number() == Property.packedHeader else { return nil }
        let streams = try self.streams()
        guard let coder = streams.folders.first, streams.folders.count == 1, let size = streams.unpackedSizes.first,
            let packed = streams.packedSizes.first, coder.method == .lzma || coder.method == .lzma2
        else { throw ReadingRefusal.unusualPacking(.sevenZip, "of its header") }
        try coder.check(limits)
        guard size <= SevenZipHeader.headerLimit else { throw ReadingRefusal.tooManyMembers(limits.members) }
        let (start, overflow) = streams.packedStart.addingReportingOverflow(UInt64(SevenZipHeader.startBytes))
        var all = ByteCursor(header)
        guard !overflow else { throw ByteCursor.OutOfBytes() }
        try all.take(start)
        return try LZMAStream.unpacked(header[try all.take(packed)], by: coder, size: size)
    }

    private mutating func checkHeader() throws {
        guard try number() == Property.header else { throw rare("its header is of a kind of its own") }
        var property = try number()
        if property == Property.streams {
            for coder in try streams().folders { try coder.check(limits) }
            property = try number()
        }
        if property == Property.files {
            guard try count() <= limits.members else { throw ReadingRefusal.tooManyMembers(limits.members) }
            return
        }
        guard property == Property.end else { throw rare("its header has a part that is not known") }
    }

    // MARK: Streams

    private mutating func streams() throws -> Streams {
        var streams = Streams()
        while true {
            switch try number() {
            case Property.packing: try readPacking(&streams)
            case Property.unpacking: try readUnpacking(&streams)
            case Property.subStreams: try readSubStreams(streams)
            case Property.end: return streams
            default: throw rare("its header has a part that is not known")
            }
        }
    }

    private mutating func readPacking(_ streams: inout Streams) throws {
        streams.packedStart = try number()
        let count = try count()
        while true {
            switch try number() {
            case Property.sizes:
                for _ in 0..<count { streams.packedSizes.append(try number()) }
            case Property.checksums: _ = try checksums(count)
            case Property.end: return
            default: throw rare("its header has a part that is not known")
            }
        }
    }

    private mutating func readUnpacking(_ streams: inout Streams) throws {
        guard try number() == Property.folders else { throw rare("its header names no packing") }
        let count = try count()
        guard try cursor.byte() == 0 else { throw rare("a part of its header stands elsewhere") }
        for _ in 0..<count { streams.folders.append(try coder()) }
        guard try number() == Property.unpackedSizes else { throw rare("its header states no sizes") }
        for _ in 0..<count { streams.unpackedSizes.append(try number()) }
        streams.hasChecksum = Array(repeating: false, count: count)
        while true {
            switch try number() {
            case Property.checksums: streams.hasChecksum = try checksums(count)
            case Property.end: return
            default: throw rare("its header has a part that is not known")
            }
        }
    }

    /// How the files stand in the folders. Nothing of it is kept, but it stands before the number of files.
    private mutating func readSubStreams(_ streams: Streams) throws {
        var counts = Array(repeating: 1, count: streams.folders.count)
        var property = try number()
        if property == Property.streamCounts {
            for index in counts.indices { counts[index] = try count() }
            guard counts.reduce(0, +) <= limits.members else { throw ReadingRefusal.tooManyMembers(limits.members) }
            property = try number()
        }
        while property != Property.end {
            switch property {
            case Property.sizes:
                for count in counts where count > 1 {
                    for _ in 1..<count { _ = try number() }
                }
            case Property.checksums:
                let known = zip(counts, streams.hasChecksum).filter { $0.0 == 1 && $0.1 }.count
                _ = try checksums(counts.reduce(0, +) - known)
            default: throw rare("its header has a part that is not known")
            }
            property = try number()
        }
    }

    /// The one coder of a folder. Chains of coders are for programs, not for texts.
    private mutating func coder() throws -> SevenZipCoder {
        let count = try number()
        guard (1...4).contains(count) else { throw rare("it is packed by a chain of methods") }
        var coders: [SevenZipCoder] = []
        for _ in 0..<count {
            let flags = try cursor.byte()
            let id = Array(header[try cursor.take(UInt64(flags & 0x0F))])
            guard flags & 0x90 == 0 else {
                if id == SevenZipCoder.encryption { throw ReadingRefusal.encryptedArchive(.sevenZip) }
                throw rare("it is packed by a chain of methods")
            }
            let properties = flags & 0x20 != 0 ? Array(header[try cursor.take(try number())]) : []
            if id == SevenZipCoder.encryption { throw ReadingRefusal.encryptedArchive(.sevenZip) }
            coders.append(SevenZipCoder(id: id, properties: properties))
        }
        guard coders.count == 1 else { throw rare("it is packed by a chain of methods") }
        return coders[0]
    }

    // MARK: Numbers

    /// - Returns: which of them are stated.
    private mutating func checksums(_ count: Int) throws -> [Bool] {
        var stated = Array(repeating: true, count: count)
        if try cursor.byte() == 0 {
            var (bits, mask): (UInt8, UInt8) = (0, 0)
            for index in stated.indices {
                if mask == 0 { (bits, mask) = (try cursor.byte(), 0x80) }
                stated[index] = bits & mask != 0
                mask >>= 1
            }
        }
        try cursor.take(UInt64(stated.filter { $0 }.count * 4))
        return stated
    }

    /// A number of things that libarchive makes room for.
    private mutating func count() throws -> Int {
        let count = try number()
        guard count <= UInt64(limits.members) else { throw ReadingRefusal.tooManyMembers(limits.members) }
        return Int(count)
    }

    /// One to nine bytes: the leading ones of the first say how many follow, the low byte first.
    private mutating func number() throws(ByteCursor.OutOfBytes) -> UInt64 {
        let first = try cursor.byte()
        let following = min(8, (~first).leadingZeroBitCount)
        let low = try cursor.number(following)
        guard following < 7 else { return low }
        let high = UInt64(first & (0x7F >> UInt8(following)))
        return low | high << UInt64(8 * following)
    }

    private func rare(_ reason: String) -> ReadingRefusal { .unusualPacking(.sevenZip, "(\(reason))") }
}
