import CertificateReading
import TestSupport
import Testing

@Suite("Bzip2, xz and zstd deliveries")
struct CompressedStreamTests {
    private typealias Compression = ArchiveFixture.Compression
    private static let text = "SAMPLE,Cu\r\nA1,1.5\r\n"

    /// Lines that do not pack well, so that a file has several blocks of output.
    private static let long: [UInt8] = {
        var numbers = SeededGenerator(seed: 7)
        return Array((0..<20_000).map { "A\($0),\(UInt32.random(in: 0...99_999, using: &numbers))\r\n" }.joined().utf8)
    }()

    private func open(_ content: [UInt8], limits: ReadingLimits = .standard) throws -> [Member] {
        try Container.open(content, name: "a.csv.packed", limits: limits)
    }

    private func refusal(_ content: [UInt8], limits: ReadingLimits = .standard) -> ReadingRefusal? {
        #expect(throws: ReadingRefusal.self) { try open(content, limits: limits) }
    }

    @Test("a packed file is one member with the name of the delivery", arguments: Compression.allCases)
    func one(compression: ArchiveFixture.Compression) throws {
        let members = try open(ArchiveFixture.stream(Self.text, compression))
        #expect(members == [Member(name: "a.csv.packed", bytes: Array(Self.text.utf8))])
        #expect(try open(ArchiveFixture.stream(Self.long, compression)).map(\.bytes) == [Self.long])
    }

    @Test("streams one behind the other are one", arguments: Compression.allCases)
    func severalStreams(compression: ArchiveFixture.Compression) throws {
        let packed = ArchiveFixture.stream(Self.text, compression)
        #expect(try open(packed + packed).map(\.bytes) == [Array((Self.text + Self.text).utf8)])
    }

    @Test("nothing packed is an empty file", arguments: Compression.allCases)
    func empty(compression: ArchiveFixture.Compression) {
        let packed = ArchiveFixture.stream("", compression)
        #expect(refusal(packed)?.code == .emptyFile)
        #expect(refusal(packed + packed)?.code == .emptyFile)
    }

    @Test("a file that was cut anywhere is refused as cut", arguments: Compression.allCases)
    func truncated(compression: ArchiveFixture.Compression) {
        let whole = ArchiveFixture.stream(Self.text, compression)
        for length in 10..<whole.count {
            let error = refusal(Array(whole.prefix(length)))
            #expect(error?.code == .truncatedContainer, "cut after \(length) bytes")
        }
        let long = ArchiveFixture.stream(Self.long, compression)
        for length in [20, 1000, long.count / 2, long.count - 13, long.count - 1] {
            let error = refusal(Array(long.prefix(length)))
            #expect(error?.code == .truncatedContainer, "cut after \(length) bytes")
            #expect(
                error?.message == "a.csv.packed: the \(compression) file ends before its end, so rows would be "
                    + "missing; the transfer was probably cut short. Ask the laboratory to send the file again."
            )
        }
        for length in [1, 2, 3, 4, 9, 14, 30] where length < whole.count {
            #expect(refusal(whole + whole.prefix(length))?.code == .truncatedContainer, "second cut after \(length)")
        }
    }

    @Test("other bytes behind the end are refused", arguments: Compression.allCases)
    func trailingGarbage(compression: ArchiveFixture.Compression) {
        for garbage in ["rest", "SAMPLE,Cu\r\nA2,7\r\n"] {
            let error = refusal(ArchiveFixture.stream(Self.text, compression) + Array(garbage.utf8))
            #expect(error?.code == .containerTrailingGarbage)
            #expect(
                error?.message == "a.csv.packed: behind the end of the \(compression) file stands something else "
                    + "(bytes: \(garbage.utf8.count)), which may belong to the certificate. Ask the laboratory to "
                    + "send the file again."
            )
        }
    }

    @Test("zeros behind the end are padding, where the packer writes such", arguments: [Compression.bzip2, .xz])
    func padding(compression: ArchiveFixture.Compression) throws {
        let padded = ArchiveFixture.stream(Self.text, compression) + [0, 0, 0, 0]
        #expect(try open(padded).map(\.bytes) == [Array(Self.text.utf8)])
    }

    @Test("a flipped bit never goes unnoticed", arguments: [Compression.bzip2, .xz])
    func corrupt(compression: ArchiveFixture.Compression) {
        let whole = ArchiveFixture.stream(Self.text, compression)
        // The last byte of bzip2 is filled up with bits that say nothing.
        for index in 10..<(whole.count - (compression == .bzip2 ? 1 : 0)) {
            var content = whole
            content[index] ^= 0x10
            let error = refusal(content)
            let codes: [ReadingRefusal.Code] = [
                .corruptContainer, .truncatedContainer, .containerTrailingGarbage, .tooLarge,
            ]
            #expect(error.map { codes.contains($0.code) } == true, "byte \(index): \(error?.message ?? "read")")
        }
    }

    @Test("the words for a damaged file")
    func corruptWords() {
        var content = ArchiveFixture.stream(Self.text, .bzip2)
        content[10] ^= 0xFF  // the checksum of the first block
        let error = refusal(content)
        #expect(error?.code == .corruptContainer)
        #expect(
            error?.message == "a.csv.packed: the bzip2 file is damaged (it cannot be unpacked from its beginning). "
                + "Ask the laboratory to send the file again."
        )
    }

    @Test("a bomb is stopped long before it is inflated", arguments: Compression.allCases)
    func bomb(compression: ArchiveFixture.Compression) {
        let content = ArchiveFixture.stream([UInt8](repeating: 0, count: 40 << 20), compression)
        #expect(content.count < 20_000)
        let error = refusal(content)
        #expect(error?.code == .bomb)
        #expect(
            error?.message == "a.csv.packed: the file inflates to more than 1000 times its size, as no certificate "
                + "does; reading was stopped. Ask the sender where the file comes from."
        )
    }

    @Test(
        "the limit of inflated bytes: below, on, on, above",
        arguments: Compression.allCases,
        [(19, true), (20, true), (20, true), (21, false)]
    )
    func inflatedLimit(compression: ArchiveFixture.Compression, limit: (count: Int, isRead: Bool)) {
        let content = ArchiveFixture.stream([UInt8](repeating: 65, count: limit.count), compression)
        let limits = ReadingLimits(inflatedBytes: 20)
        if limit.isRead {
            #expect(throws: Never.self) { try open(content, limits: limits) }
        } else {
            #expect(refusal(content, limits: limits)?.code == .tooLarge)
        }
    }

    @Test("the limit of streams: below, on, on, above", arguments: [(2, true), (3, true), (3, true), (4, false)])
    func streamLimit(count: Int, isRead: Bool) {
        let limits = ReadingLimits(streams: 3)
        let kinds: [(name: String, packed: [UInt8])] =
            Compression.allCases.map { ($0.rawValue, ArchiveFixture.stream("A", $0)) }
            + [("gzip", GzipFixture.gzip("A"))]
        for kind in kinds {
            let content = (0..<count).flatMap { _ in kind.packed }
            if isRead {
                #expect(throws: Never.self) { try open(content, limits: limits) }
            } else {
                let error = refusal(content, limits: limits)
                #expect(error?.code == .tooManyMembers)
                #expect(
                    error?.message == "a.csv.packed: the \(kind.name) file is made of more than 3 streams, one behind "
                        + "the other. Pack it again in one piece."
                )
            }
        }
    }
}

@Suite("The memory that a packed file asks for")
struct DictionaryTests {
    private func open(_ content: [UInt8], dictionaryBytes: Int) throws -> [Member] {
        try Container.open(content, name: "f", limits: ReadingLimits(dictionaryBytes: dictionaryBytes))
    }

    /// An xz file that states another dictionary in its block, with the checksum that belongs to it.
    private func xz(dictionaryCode: UInt8) throws -> [UInt8] {
        var content = ArchiveFixture.stream("SAMPLE,Cu\r\n", .xz)
        let end = 12 + (Int(content[12]) + 1) * 4
        // Behind size and flags: the number of LZMA2, the length of its properties, and the properties.
        let place = try #require((14..<end).first { content[$0] == 0x21 && content[$0 + 1] == 1 })
        content[place + 2] = dictionaryCode
        var checksum = CyclicRedundancyCheck.crc32(Array(content[12..<(end - 4)]))
        for index in (end - 4)..<end {
            content[index] = UInt8(truncatingIfNeeded: checksum)
            checksum >>= 8
        }
        return content
    }

    /// A zstd frame of one stored block that asks for a window.
    private func zstd(windowByte: UInt8) -> [UInt8] {
        [0x28, 0xB5, 0x2F, 0xFD, 0, windowByte, 1 | 1 << 3, 0, 0, 65]
    }

    @Test(
        "the limit, for xz: below, on, on, above",
        arguments: [(11, 196_609, true), (11, 196_608, true), (24, 16 << 20, true), (24, (16 << 20) - 1, false)]
            as [(UInt8, Int, Bool)]
    )
    func xzLimit(code: UInt8, limit: Int, isRead: Bool) throws {
        let content = try xz(dictionaryCode: code)
        if isRead {
            #expect(try open(content, dictionaryBytes: limit).count == 1)
        } else {
            let error = #expect(throws: ReadingRefusal.self) { try open(content, dictionaryBytes: limit) }
            #expect(error?.code == .tooLarge)
            #expect(
                error?.message == "f: the xz file asks for 16777216 bytes of memory to be unpacked, more than the "
                    + "16777215 that are given. Pack it again at an ordinary level, or ask the sender where the file "
                    + "comes from."
            )
        }
    }

    @Test("four gigabytes are not taken", arguments: [38, 39, 40] as [UInt8])
    func xzLargest(code: UInt8) throws {
        let content = try xz(dictionaryCode: code)
        let error = #expect(throws: ReadingRefusal.self) { try Container.open(content, name: "f") }
        #expect(error?.code == .tooLarge)
    }

    @Test(
        "the limit, for zstd: below, on, on, above",
        arguments: [(0x10, 4096, true), (0x10, 4096, true), (0x17, 7680, true), (0x17, 7679, false)]
            as [(UInt8, Int, Bool)]
    )
    func zstdLimit(byte: UInt8, limit: Int, isRead: Bool) {
        if isRead {
            #expect(throws: Never.self) { try open(zstd(windowByte: byte), dictionaryBytes: limit) }
        } else {
            let error = #expect(throws: ReadingRefusal.self) {
                try open(zstd(windowByte: byte), dictionaryBytes: limit)
            }
            #expect(
                error?.message == "f: the zstd file asks for 7680 bytes of memory to be unpacked, more than the 7679 "
                    + "that are given. Pack it again at an ordinary level, or ask the sender where the file comes from."
            )
        }
    }

    @Test("a zstd window of terabytes is not taken")
    func zstdLargest() {
        let error = #expect(throws: ReadingRefusal.self) { try Container.open(zstd(windowByte: 0xFF), name: "f") }
        #expect(error?.code == .tooLarge)
    }

    @Test("what the best packing of each packer asks for is given", arguments: ArchiveFixture.Compression.allCases)
    func best(compression: ArchiveFixture.Compression) throws {
        let options = compression == .zstd ? "compression-level=22" : "compression-level=9"
        let packed = ArchiveFixture.stream(Array("SAMPLE,Cu\r\nA1,1.5\r\n".utf8), compression, options: options)
        #expect(try Container.open(packed, name: "f").count == 1)
    }

    @Test("the limit, for 7z: below, on, on, above", arguments: [(65, true), (64, true), (64, true), (63, false)])
    func sevenZipLimit(limit: Int, isRead: Bool) {
        var archive = SevenZipFixture()
        // PPMd: order, and the memory of its model.
        archive.method = [3, 4, 1]
        archive.properties = [6, 0, 0, 64, 0]
        let error = #expect(throws: ReadingRefusal.self) { try open(archive.file, dictionaryBytes: limit << 16) }
        // The packed bytes are none, so that what is given memory fails later.
        #expect((error?.code == .corruptContainer) == isRead, "\(error?.message ?? "")")
        if !isRead {
            #expect(
                error?.message == "f: the 7z file asks for 4194304 bytes of memory to be unpacked, more than the "
                    + "4128768 that are given. Pack it again at an ordinary level, or ask the sender where the file "
                    + "comes from."
            )
        }
    }

    @Test(
        "a 7z that asks for gigabytes is refused before",
        arguments: [([3, 1, 1], [0x5D, 0, 0, 0, 0xFF]), ([0x21], [40]), ([3, 4, 1], [6, 0, 0, 0, 0xF0])]
            as [([UInt8], [UInt8])]
    )
    func sevenZipLargest(method: [UInt8], properties: [UInt8]) {
        var archive = SevenZipFixture()
        archive.method = method
        archive.properties = properties
        let error = #expect(throws: ReadingRefusal.self) { try Container.open(archive.file, name: "f") }
        #expect(error?.code == .tooLarge)
    }
}
