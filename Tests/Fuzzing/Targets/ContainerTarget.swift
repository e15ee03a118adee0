import CertificateReading
import TestSupport

/// Deliveries as they come. The input: a byte that chooses how the rest is packed, with right checksums that libFuzzer
/// would not find; 0 leaves the rest as it is.
struct ContainerTarget: FuzzTarget {
    let name = "container"
    let longestInput = 16 << 10
    let words = [
        "PK\u{1}\u{2}", "PK\u{3}\u{4}", "PK\u{5}\u{6}", "../", "/", "%PDF-", "ustar", "BZh91AY&SY", "7z\u{BC}", "./",
    ]

    private enum Packing: CaseIterable {
        case none, gzip, zip, gzipInZip, zipInGzip, twoInZip, tar, sevenZip
    }

    var seeds: [[UInt8]] {
        let text = "SAMPLE,Au\nA1,0.5\n"
        let zip = ZipFixture.zip([.init("a/b.csv", text), .init("c.csv", "x")])
        let packings = Packing.allCases.enumerated().filter { $0.element != .sevenZip }
        var seeds = packings.map { [UInt8($0.offset)] + Array(text.utf8) }
        seeds += [[0] + GzipFixture.gzip(text), [0] + zip, [0] + GzipFixture.gzip(zip)]
        seeds += [[0] + GzipFixture.gzip(text) + GzipFixture.gzip("A2,1\n") + [0, 0]]
        var deflated = ZipFixture.Entry("zeros.csv", DeflateFixture.zeros(atLeast: 2_000))
        deflated.deflatedLength = 1 + 258 * 8
        deflated.checksum = CyclicRedundancyCheck.crc32([UInt8](repeating: 0, count: 1 + 258 * 8))
        seeds += [[0] + ZipFixture.zip([deflated])]
        for compression in ArchiveFixture.Compression.allCases {
            seeds.append([0] + ArchiveFixture.stream(text, compression))
        }
        for format in [ArchiveFixture.TarFormat.pax, .ustar, .gnu, .v7] {
            seeds.append([0] + ArchiveFixture.tar([.init("a.csv", text)], format))
        }
        seeds.append([7, 1] + SevenZipFixture().file.dropFirst(32))
        seeds += [[0] + ArchiveFixture.sevenZip([.init("a.csv", text), .init("b.csv", "x,1\n")])]
        return seeds
    }

    func reads(_ input: [UInt8]) -> Bool { (try? open(packed(input))) != nil }

    private func open(_ content: [UInt8]) throws(ReadingRefusal) -> [Member] {
        try Container.open(content, name: "fuzz", limits: .fuzzing)
    }

    private func packed(_ input: [UInt8]) -> [UInt8] {
        var input = FuzzInput(input)
        let packing = input.choice(of: Packing.allCases, else: .none)
        let bytes = input.bytes
        switch packing {
        case .none: return bytes
        case .gzip: return GzipFixture.gzip(bytes)
        case .zip: return ZipFixture.zip([.init("a.csv", bytes)])
        case .gzipInZip: return ZipFixture.zip([.init("a.csv.gz", GzipFixture.gzip(bytes))])
        case .zipInGzip: return GzipFixture.gzip(ZipFixture.zip([.init("a.csv", bytes)]))
        case .twoInZip:
            let half = bytes.count / 2
            return ZipFixture.zip([.init("a.csv", Array(bytes[..<half])), .init("b.csv", Array(bytes[half...]))])
        case .tar: return ArchiveFixture.tar([.init("a.csv", bytes)])
        case .sevenZip:
            // A byte that says how many are the packed file; the rest is the header, which has a checksum of its own.
            let (packed, header) = (bytes.dropFirst().prefix(Int(bytes.first ?? 0)), bytes.dropFirst())
            return SevenZipFixture.file(packed: Array(packed), header: Array(header.dropFirst(packed.count)))
        }
    }

    func check(_ input: [UInt8]) throws(BrokenPromise) {
        let content = packed(input)
        let isComplete = Container.isStructurallyComplete(content, limits: .fuzzing)
        let members: [Member]
        do throws(ReadingRefusal) {
            members = try open(content)
        } catch {
            try expect(!error.what.isEmpty && !error.advice.isEmpty, "a refusal without words")
            return
        }
        // A zip that lacks a part of its comment is opened too, though more may come.
        let isGzip = content.starts(with: [0x1F, 0x8B])
        try expect(isComplete || !isGzip, "a whole gzip is held to be still arriving")
        try expect((try? open(content)) == members, "two openings of one delivery differ")
        try expect(!members.isEmpty, "a delivery of nothing")
        // A member may stand in a gzip in a zip: each layer is counted.
        let bytes = members.reduce(0) { $0 + $1.bytes.count }
        try expect(bytes <= max(ReadingLimits.fuzzing.inflatedBytes, content.count), "\(bytes) bytes")
        try expect(members.count <= ReadingLimits.fuzzing.members, "\(members.count) members")
        for member in members {
            try expect(!member.name.isEmpty && !member.bytes.isEmpty, "an empty member")
            try expect(!member.name.hasPrefix("/") && !member.name.contains("../"), "the path \(member.name)")
        }
    }
}
