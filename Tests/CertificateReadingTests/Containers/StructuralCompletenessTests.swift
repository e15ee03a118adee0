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

    @Test("what waiting cannot mend counts as whole, and is refused when it is read")
    func bad() {
        #expect(Container.isStructurallyComplete(GzipFixture.gzip("A") + [1, 2, 3]))
        #expect(Container.isStructurallyComplete(GzipFixture.bomb(inflatingTo: 300 << 20)))
        var corrupt = GzipFixture.gzip("A")
        corrupt[corrupt.count - 1] ^= 1
        #expect(Container.isStructurallyComplete(corrupt))
    }

    @Test("plain text says nothing about its end")
    func plain() {
        #expect(Container.isStructurallyComplete([65]))
        #expect(Container.isStructurallyComplete([]))
    }
}
