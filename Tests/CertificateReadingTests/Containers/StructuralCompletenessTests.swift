import CertificateReading
import TestSupport
import Testing

@Suite("Whether a delivery has arrived whole")
struct StructuralCompletenessTests {
    @Test("a gzip file is whole when its stream has ended")
    func gzip() {
        let whole = GzipFixture.gzip("SAMPLE,Cu\r\n")
        #expect(Container.isStructurallyComplete(whole))
        for length in 2..<whole.count {
            #expect(!Container.isStructurallyComplete(Array(whole.prefix(length))), "cut after \(length) bytes")
        }
        #expect(!Container.isStructurallyComplete(whole + whole.prefix(1)))
        #expect(!Container.isStructurallyComplete(whole + whole.prefix(15)))
        #expect(Container.isStructurallyComplete(whole + whole))
    }

    @Test("a zip file is whole when its end record is there, with its comment")
    func zip() {
        let whole = ZipFixture.zip([.init("a.csv", "SAMPLE,Cu\r\n")])
        #expect(Container.isStructurallyComplete(whole))
        for length in 4..<whole.count {
            #expect(!Container.isStructurallyComplete(Array(whole.prefix(length))), "cut after \(length) bytes")
        }
        var commented = whole
        commented[commented.count - 2] = 3
        #expect(!Container.isStructurallyComplete(commented + [65, 65]))
        #expect(Container.isStructurallyComplete(commented + [65, 65, 65]))
    }

    @Test("the end of a zip inside is not the end of the zip around it")
    func zipInside() {
        let whole = ZipFixture.zip([.init("in.zip", ZipFixture.zip([.init("a.csv", "A")])), .init("b.csv", "B")])
        #expect(Container.isStructurallyComplete(whole))
        for length in 4..<whole.count {
            #expect(!Container.isStructurallyComplete(Array(whole.prefix(length))), "cut after \(length) bytes")
        }
        #expect(Container.isStructurallyComplete(ZipFixture.zip([])))
    }

    @Test(
        "a compressed stream is whole when it has its end",
        arguments: ArchiveFixture.Compression.allCases
    )
    func streams(compression: ArchiveFixture.Compression) {
        for text in ["", "SAMPLE,Cu\r\n", String(repeating: "A1,1.5\r\n", count: 3000)] {
            let whole = ArchiveFixture.stream(text, compression)
            #expect(Container.isStructurallyComplete(whole))
            #expect(Container.isStructurallyComplete(whole + whole))
            for length in 1..<whole.count {
                #expect(!Container.isStructurallyComplete(Array(whole.prefix(length))), "cut after \(length) bytes")
                let second = whole + whole.prefix(length)
                #expect(!Container.isStructurallyComplete(second), "second cut after \(length) bytes")
            }
        }
    }

    @Test("the end of a bzip2 file is found at every bit, and before padding")
    func bits() {
        for count in 1...60 {
            let text = String((0..<count).map { Character(UnicodeScalar(UInt8(33 + $0 * 7 % 90))) })
            let whole = ArchiveFixture.stream(text, .bzip2)
            #expect(Container.isStructurallyComplete(whole))
            #expect(Container.isStructurallyComplete(whole + [UInt8](repeating: 0, count: 100)))
            #expect(!Container.isStructurallyComplete(Array(whole.dropLast())))
        }
    }

    @Test("a 7z is whole when the header is there that it ends in")
    func sevenZip() {
        let whole = ArchiveFixture.sevenZip([.init("a.csv", "SAMPLE,Cu\r\n"), .init("b.csv", "B")])
        #expect(Container.isStructurallyComplete(whole))
        for length in 1..<whole.count {
            #expect(!Container.isStructurallyComplete(Array(whole.prefix(length))), "cut after \(length) bytes")
        }
        // Packers write the first bytes last.
        #expect(!Container.isStructurallyComplete(Array(whole.prefix(6)) + [UInt8](repeating: 0, count: 26)))
    }

    @Test("a tar is whole when two empty blocks end it")
    func tar() {
        for format in [ArchiveFixture.TarFormat.pax, .ustar, .gnu] {
            let zeros = [UInt8](repeating: 0, count: 2000)
            let whole = ArchiveFixture.tar([.init("a.csv", "SAMPLE,Cu\r\n"), .init("é.csv", zeros)], format)
            let end = whole.count - (whole.reversed().firstIndex { $0 != 0 }.map { $0.base } ?? 0)
            #expect(Container.isStructurallyComplete(whole))
            for length in stride(from: 262, to: whole.count - end, by: 37) {
                let isWhole = Container.isStructurallyComplete(Array(whole.prefix(length)))
                #expect(!isWhole, "cut after \(length) bytes")
            }
        }
    }

    @Test("what waiting cannot mend counts as whole, and is refused when it is read")
    func bad() {
        #expect(Container.isStructurallyComplete(GzipFixture.gzip("A") + [1, 2, 3]))
        #expect(Container.isStructurallyComplete(GzipFixture.bomb(inflatingTo: 300 << 20)))
        var corrupt = GzipFixture.gzip("A")
        corrupt[corrupt.count - 1] ^= 1
        #expect(Container.isStructurallyComplete(corrupt))
        for compression in [ArchiveFixture.Compression.xz, .zstd] {
            let packed = ArchiveFixture.stream("SAMPLE,Cu\r\n", compression)
            #expect(Container.isStructurallyComplete(packed + Array("SAMPLE,Cu\r\n".utf8)))
        }
        let tar = ArchiveFixture.tar([.init("a.csv", "A")], .ustar)
        var damaged = tar
        damaged[0] ^= 1
        #expect(Container.isStructurallyComplete(damaged))
        #expect(Container.isStructurallyComplete(tar + tar))
    }

    @Test("plain text says nothing about its end")
    func plain() {
        #expect(Container.isStructurallyComplete([65]))
        #expect(Container.isStructurallyComplete([]))
    }
}
