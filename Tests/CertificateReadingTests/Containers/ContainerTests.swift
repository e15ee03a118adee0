import CertificateReading
import TestSupport
import Testing

@Suite("Deliveries of every kind")
struct ContainerTests {
    private func refusal(_ content: [UInt8], limits: ReadingLimits = .standard) -> ReadingRefusal? {
        #expect(throws: ReadingRefusal.self) { try Container.open(content, name: "file", limits: limits) }
    }

    @Test("a plain file is its own member")
    func plain() throws {
        #expect(try Container.open([65], name: "a.csv", limits: .standard) == [Member(name: "a.csv", bytes: [65])])
    }

    @Test("an empty file is refused")
    func empty() {
        let error = refusal([])
        #expect(error?.code == .emptyFile)
        #expect(error?.message == "file: the file is empty. Ask the laboratory to send the file again.")
    }

    @Test(
        "the limit of delivered bytes: below, on, on, above",
        arguments: [(4, true), (5, true), (5, true), (6, false)]
    )
    func deliveredLimit(count: Int, isRead: Bool) {
        let content = [UInt8](repeating: 65, count: count)
        let limits = ReadingLimits(deliveredBytes: 5)
        if isRead {
            #expect(throws: Never.self) { try Container.open(content, name: "file", limits: limits) }
        } else {
            #expect(refusal(content, limits: limits)?.code == .tooLarge)
        }
    }

    @Test(
        "archives that Cupel does not open are named",
        arguments: [
            (Array("Rar!\u{1A}\u{07}\u{01}".utf8), "rar"), (Array("MSCF\0\0\0\0".utf8), "cab"),
            ([0x1F, 0x9D, 0x90], "compress"), ([0x04, 0x22, 0x4D, 0x18, 0], "lz4"),
            (Array("LZIP\u{01}".utf8), "lzip"),
        ] as [([UInt8], String)]
    )
    func unsupported(content: [UInt8], kind: String) {
        let error = refusal(content)
        #expect(error?.code == .unsupportedContainer)
        #expect(
            error?.message
                == "file: this is a packed file of the kind \(kind), which Cupel does not open. Unpack it first and deliver "
                + "the files, or pack them as zip, 7z, tar or gzip."
        )
    }

    @Test("an old Excel workbook is refused with advice")
    func oldWorkbook() {
        let error = refusal([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0])
        #expect(error?.code == .workbook)
        #expect(error?.what == "this is an Excel workbook of the old kind (xls), which Cupel does not read")
    }

    @Test("a container may stand in a container")
    func nested() throws {
        let packed = GzipFixture.gzip("A")
        let gzipInZip = try Container.open(ZipFixture.zip([.init("a.csv.gz", packed)]), name: "f", limits: .standard)
        #expect(gzipInZip == [Member(name: "a.csv.gz", bytes: [65])])
        let zip = ZipFixture.zip([.init("a.csv", "A")])
        let zipInGzip = try Container.open(GzipFixture.gzip(zip), name: "f", limits: .standard)
        #expect(zipInGzip == [Member(name: "a.csv", bytes: [65])])
        let zipInZip = try Container.open(ZipFixture.zip([.init("in.zip", zip)]), name: "f", limits: .standard)
        #expect(zipInZip == [Member(name: "in.zip/a.csv", bytes: [65])])
    }

    @Test("but not in a container in a container")
    func nestedTooDeep() {
        let twice = ZipFixture.zip([.init("a.csv.gz", GzipFixture.gzip(GzipFixture.gzip("A")))])
        let error = refusal(twice)
        #expect(error?.code == .nestedTooDeep)
        #expect(
            error?.message == "a.csv.gz: this is an archive in an archive in an archive. Unpack the outer ones first."
        )
        let zip = ZipFixture.zip([.init("a.csv", "A")])
        #expect(refusal(GzipFixture.gzip(GzipFixture.gzip(zip)))?.code == .nestedTooDeep)
    }

    @Test("a packed file that never ends, like one that holds itself, is opened twice and no deeper")
    func endless() {
        var gzip = GzipFixture.gzip("A")
        var zip = ZipFixture.zip([.init("a.csv", "A")])
        var sevenZip = ArchiveFixture.sevenZip([.init("a.csv", "A")])
        for _ in 0..<50 {
            gzip = GzipFixture.gzip(gzip)
            zip = ZipFixture.zip([.init("again.zip", zip)])
            sevenZip = ArchiveFixture.sevenZip([.init("again.7z", sevenZip)], compression: "store")
        }
        for content in [gzip, zip, sevenZip] { #expect(refusal(content)?.code == .nestedTooDeep) }
        for compression in ArchiveFixture.Compression.allCases {
            var stream = ArchiveFixture.stream("A", compression)
            for _ in 0..<30 { stream = ArchiveFixture.stream(stream, compression) }
            #expect(refusal(stream)?.code == .nestedTooDeep)
        }
    }

    @Test("packing within packing is measured against the delivery")
    func nestedBomb() {
        let inner = GzipFixture.bomb(inflatingTo: 300 << 20)
        let error = refusal(ZipFixture.zip([.init("a.csv.gz", inner)]))
        #expect(error?.code == .bomb || error?.code == .tooLarge)
    }

    @Test("a certificate reads the same plain, gzipped and zipped", .enabled(if: SharedFiles.arePresent))
    func sameSheets() throws {
        for name in ["GQ1002727.csv", "GQ1002726_Lote1543_R.csv"] {
            let bytes = try SharedFiles.bytes("real/sgs-geosol/" + name)
            let deliveries = [bytes, GzipFixture.gzip(bytes), ZipFixture.zip([.init(name, bytes)])]
            let sheets = try deliveries.map { delivery in
                try Sheet.read(#require(Container.open(delivery, name: name).first))
            }
            #expect(sheets[0].delimiter == UInt8(ascii: ";"))
            #expect(sheets[0].rowCount > 20)
            #expect(sheets.allSatisfy { $0 == sheets[0] })
        }
    }
}
