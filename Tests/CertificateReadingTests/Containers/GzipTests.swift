import CertificateReading
import Foundation
import TestSupport
import Testing

@Suite("Gzip deliveries")
struct GzipTests {
    private let text = "SAMPLE,Cu\r\nA1,1.5\r\n"

    private func open(_ content: [UInt8], limits: ReadingLimits = .standard) throws -> [Member] {
        try Container.open(content, name: "a.csv.gz", limits: limits)
    }

    @Test("a gzip file is one member with the name of the delivery")
    func one() throws {
        #expect(try open(GzipFixture.gzip(text)) == [Member(name: "a.csv.gz", bytes: Array(text.utf8))])
    }

    @Test("a file packed by gzip(1) is read")
    func realGzip() throws {
        let packed = "H4sIAAAAAAACAwt29A3wcdVxLuXlcjTUMdQz5eUCALgj2A4TAAAA"
        let content = try #require(Data(base64Encoded: packed))
        #expect(try open([UInt8](content)).first?.bytes == Array(text.utf8))
    }

    @Test("members one behind the other are one stream")
    func severalMembers() throws {
        let content = GzipFixture.gzip("SAMPLE,Cu\r\n") + GzipFixture.gzip("A1,1.5\r\n")
        #expect(try open(content).map(\.bytes) == [Array(text.utf8)])
    }

    @Test("zeros behind the end are padding")
    func padding() throws {
        #expect(try open(GzipFixture.gzip(text) + [0, 0, 0]).first?.bytes == Array(text.utf8))
    }

    @Test("other bytes behind the end are refused")
    func trailingGarbage() {
        let error = #expect(throws: ReadingRefusal.self) { try open(GzipFixture.gzip(text) + Array("rest".utf8)) }
        #expect(error?.code == .gzipTrailingGarbage)
        #expect(
            error?.message == "a.csv.gz: behind the end of the gzip file stands something else (bytes: 4), which may "
                + "belong to the certificate. Ask the laboratory to send the file again."
        )
    }

    @Test("a file that was cut anywhere is refused as cut")
    func truncated() {
        let whole = GzipFixture.gzip(text)
        for length in 2..<whole.count {
            let error = #expect(throws: ReadingRefusal.self) { try open(Array(whole.prefix(length))) }
            #expect(error?.code == .truncatedGzip, "cut after \(length) bytes")
        }
        let second = #expect(throws: ReadingRefusal.self) { try open(whole + whole.prefix(12)) }
        #expect(second?.code == .truncatedGzip)
        #expect(
            second?.message == "a.csv.gz: the gzip file ends before its end, so rows would be missing; the transfer "
                + "was probably cut short. Ask the laboratory to send the file again."
        )
    }

    @Test("a wrong checksum or length is refused")
    func corrupt() {
        for fromEnd in [1, 5] {
            var content = GzipFixture.gzip(text)
            content[content.count - fromEnd] ^= 0xFF
            let error = #expect(throws: ReadingRefusal.self) { try open(content) }
            #expect(error?.code == .corruptGzip)
        }
    }

    @Test("nothing packed is an empty file")
    func empty() {
        let error = #expect(throws: ReadingRefusal.self) { try open(GzipFixture.gzip("")) }
        #expect(error?.code == .emptyFile)
    }

    @Test("300 MiB of zeros are stopped long before they are inflated")
    func bomb() {
        let content = GzipFixture.bomb(inflatingTo: 300 << 20)
        #expect(content.count < 320_000)
        let error = #expect(throws: ReadingRefusal.self) { try open(content) }
        #expect(error?.code == .bomb)
        #expect(
            error?.message == "a.csv.gz: the file inflates to more than 1000 times its size, as no certificate does; "
                + "reading was stopped. Ask the sender where the file comes from."
        )
    }

    @Test(
        "the limit of inflated bytes: below, on, on, above",
        arguments: [(19, nil), (20, nil), (20, nil), (21, ReadingRefusal.Code.tooLarge)]
    )
    func inflatedLimit(count: Int, code: ReadingRefusal.Code?) {
        let content = GzipFixture.gzip([UInt8](repeating: 65, count: count))
        let limits = ReadingLimits(inflatedBytes: 20)
        if let code {
            let error = #expect(throws: ReadingRefusal.self) { try open(content, limits: limits) }
            #expect(error?.code == code)
        } else {
            #expect(throws: Never.self) { try open(content, limits: limits) }
        }
    }

    @Test("small files may inflate at any ratio, larger ones may not")
    func ratio() {
        let content = GzipFixture.bomb(inflatingTo: 100_000)
        var limits = ReadingLimits(inflationRatio: 10, freeInflatedBytes: 200_000)
        let small = #expect(throws: ReadingRefusal.self) { try open(content, limits: limits) }
        #expect(small?.code == .corruptGzip, "it runs to its end, where the checksum is wrong")
        limits.freeInflatedBytes = 50_000
        let large = #expect(throws: ReadingRefusal.self) { try open(content, limits: limits) }
        #expect(large?.code == .bomb)
    }
}
