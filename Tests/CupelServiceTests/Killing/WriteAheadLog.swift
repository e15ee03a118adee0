import Foundation

/// SQLite's write-ahead log as its file format has it: a header, then frames, of which those count whose salts are the
/// header's and whose checksums go on from the frame before; the last frame of a commit says how long the ledger is.
struct WriteAheadLog {
    struct Frame {
        let page: Int
        /// The bytes of the frame in the file, header and page.
        let range: Range<Int>
        let endsCommit: Bool
    }

    static let header = 32
    static let frameHeader = 24

    private(set) var bytes: [UInt8]
    let pageSize: Int
    /// Frames that count, up to the end of the last commit.
    let frames: [Frame]

    /// nil where there is no log, or nothing in it.
    init?(_ path: String) {
        guard let data = FileManager.default.contents(atPath: path), data.count >= Self.header else { return nil }
        let bytes = [UInt8](data)
        let pageSize = Int(Self.word(bytes, 8))
        guard pageSize >= 512 else { return nil }
        let isBigEndian = bytes[3] & 1 == 1
        var sums = (Self.word(bytes, 24), Self.word(bytes, 28))
        var frames: [Frame] = []
        var start = Self.header
        while start + Self.frameHeader + pageSize <= bytes.count {
            let range = start..<(start + Self.frameHeader + pageSize)
            guard bytes[(start + 8)..<(start + 16)] == bytes[16..<24] else { break }
            Self.add(bytes[start..<(start + 8)], isBigEndian, to: &sums)
            Self.add(bytes[(start + Self.frameHeader)..<range.upperBound], isBigEndian, to: &sums)
            guard sums == (Self.word(bytes, start + 16), Self.word(bytes, start + 20)) else { break }
            frames.append(
                Frame(page: Int(Self.word(bytes, start)), range: range, endsCommit: Self.word(bytes, start + 4) != 0)
            )
            start = range.upperBound
        }
        self.bytes = bytes
        self.pageSize = pageSize
        self.frames = Array(frames.prefix((frames.lastIndex { $0.endsCommit } ?? -1) + 1))
    }

    /// Where the last commit ends.
    var end: Int { frames.last?.range.upperBound ?? Self.header }

    /// The frames of the last commit.
    var lastCommit: ArraySlice<Frame> {
        frames[((frames.dropLast().lastIndex { $0.endsCommit } ?? -1) + 1)...]
    }

    /// One generation of the log: a new one has other salts.
    var salts: [UInt8] { Array(bytes[16..<24]) }

    private static func word(_ bytes: [UInt8], _ index: Int) -> UInt32 {
        bytes[index..<(index + 4)].reduce(0) { $0 << 8 | UInt32($1) }
    }

    private static func add(_ bytes: ArraySlice<UInt8>, _ isBigEndian: Bool, to sums: inout (UInt32, UInt32)) {
        bytes.withUnsafeBytes { raw in
            for index in stride(from: 0, to: raw.count - 7, by: 8) {
                let first = raw.loadUnaligned(fromByteOffset: index, as: UInt32.self)
                let second = raw.loadUnaligned(fromByteOffset: index + 4, as: UInt32.self)
                sums.0 &+= (isBigEndian ? UInt32(bigEndian: first) : UInt32(littleEndian: first)) &+ sums.1
                sums.1 &+= (isBigEndian ? UInt32(bigEndian: second) : UInt32(littleEndian: second)) &+ sums.0
            }
        }
    }
}
