import CertificateReading
import Foundation
import TestSupport
import Testing

@Suite("Zip deliveries")
struct ZipTests {
    private typealias Entry = ZipFixture.Entry

    private func open(_ content: [UInt8], limits: ReadingLimits = .standard) throws -> [Member] {
        try Container.open(content, name: "results.zip", limits: limits)
    }

    private func refusal(_ entries: [ZipFixture.Entry], limits: ReadingLimits = .standard) -> ReadingRefusal? {
        #expect(throws: ReadingRefusal.self) { try open(ZipFixture.zip(entries), limits: limits) }
    }

    @Test("every file is a member with its path, in the order of the archive")
    func members() throws {
        var folder = Entry("2019/", "")
        folder.mode = 0o040755
        let members = try open(ZipFixture.zip([folder, Entry("2019/b.csv", "B"), Entry("a.csv", "A")]))
        #expect(members == [Member(name: "2019/b.csv", bytes: [66]), Member(name: "a.csv", bytes: [65])])
    }

    @Test("a file packed by Info-ZIP is read")
    func realZip() throws {
        let packed =
            "UEsDBAoAAgAAAFVBdV24I9gOEwAAABMAAAAFAAAAYS5jc3ZTQU1QTEUsQ3UNCkExLDEuNQ0KUEsBAh4DCgACAAAAVUF1Xbgj2A4TAAAA"
            + "EwAAAAUAAAAAAAAAAQAAAKSBAAAAAGEuY3N2UEsFBgAAAAABAAEAMwAAADYAAAAAAA=="
        let content = try #require(Data(base64Encoded: packed))
        #expect(try open([UInt8](content)) == [Member(name: "a.csv", bytes: Array("SAMPLE,Cu\r\nA1,1.5\r\n".utf8))])
    }

    @Test("accents in names survive, declared or not", arguments: [true, false])
    func accents(isDeclared: Bool) throws {
        var entry = Entry("Échantillons/certificação.csv", "A")
        entry.isDeclaredUTF8 = isDeclared
        #expect(try open(ZipFixture.zip([entry])).map(\.name) == ["Échantillons/certificação.csv"])
    }

    @Test("hidden files and the folder of macOS are left out")
    func hidden() throws {
        let entries = [Entry("__MACOSX/._a.csv", "x"), Entry(".DS_Store", "x"), Entry("a.csv", "A")]
        #expect(try open(ZipFixture.zip(entries)).map(\.name) == ["a.csv"])
    }

    @Test("a PDF beside a certificate is left out, a PDF alone is refused")
    func documents() throws {
        let document = Entry("a.pdf", "%PDF-1.7")
        #expect(try open(ZipFixture.zip([document, Entry("a.csv", "A")])).map(\.name) == ["a.csv"])
        let error = refusal([document])
        #expect(error?.code == .pdfDocument)
        #expect(
            error?.message == "a.pdf: this is a PDF document, made for reading by people. Ask the laboratory for the "
                + "same certificate as a CSV file."
        )
    }

    @Test("one file with a password refuses the whole delivery")
    func encrypted() {
        var secret = Entry("secret.csv", [UInt8](repeating: 0x5A, count: 12) + Array("rubbish".utf8))
        secret.isEncrypted = true
        let error = refusal([Entry("a.csv", "A"), secret])
        #expect(error?.code == .encryptedZip)
        #expect(
            error?.message == "secret.csv: the zip file is protected by a password. Unpack it and deliver the files, "
                + "or ask for a zip without a password."
        )
    }

    @Test(
        "one path that leads out refuses the whole delivery",
        arguments: ["../evil.csv", "a/../../evil.csv", "/etc/passwd", "..\\evil.csv", "C:evil.csv", "a\nb.csv", ".."]
    )
    func unsafePaths(path: String) {
        let error = refusal([Entry("a.csv", "A"), Entry(path, "x")])
        #expect(error?.code == .unsafeMemberPath)
        // libarchive takes a backslash for a separator, as the packers mean it.
        #expect(error?.place.member == path.map { $0 == "\\" ? "/" : String($0) }.joined())
    }

    @Test("dots inside a name do not climb")
    func harmlessDots() throws {
        #expect(try open(ZipFixture.zip([Entry("a..b/c...csv", "A")])).map(\.name) == ["a..b/c...csv"])
    }

    @Test("a backslash between folders is a separator")
    func backslash() throws {
        #expect(try open(ZipFixture.zip([Entry("2019\\a.csv", "A")])).map(\.name) == ["2019/a.csv"])
    }

    @Test("a symbolic link is refused")
    func link() {
        var link = Entry("a.csv", "/etc/passwd")
        link.mode = 0o120777
        let error = refusal([link])
        #expect(error?.code == .unsafeMemberPath)
        #expect(
            error?.message == "a.csv: the zip file holds a link or a device in place of a file. Pack the file itself."
        )
    }

    @Test("a zip that was cut anywhere is refused as damaged")
    func truncated() {
        let whole = ZipFixture.zip([Entry("a.csv", "SAMPLE,Cu\r\n")])
        for length in 4..<whole.count {
            let error = #expect(throws: ReadingRefusal.self) { try open(Array(whole.prefix(length))) }
            #expect(error?.code == .corruptZip, "cut after \(length) bytes")
        }
    }

    @Test("a wrong checksum is refused")
    func checksum() {
        var entry = Entry("a.csv", "A")
        entry.checksum = 1
        let error = refusal([entry])
        #expect(error?.code == .corruptZip)
        #expect(error?.place.member == "a.csv")
    }

    @Test("a zip by a rare method is refused", arguments: [(9, "deflation-64-bit"), (12, "bzip"), (14, "lzma")])
    func method(number: UInt16, name: String) {
        var entry = Entry("a.csv", "rubbish")
        entry.method = number
        let error = refusal([entry])
        #expect(error?.code == .unsupportedContainer)
        #expect(
            error?.message == "a.csv: the file is packed by a method that Cupel does not open, ZIP 2.0 (\(name)). Pack "
                + "it as an ordinary zip (deflate)."
        )
    }

    @Test("a zip without files is refused, and so is an empty file in it")
    func empty() {
        #expect(refusal([])?.code == .emptyZip)
        #expect(refusal([Entry(".hidden", "x")])?.code == .emptyZip)
        #expect(refusal([Entry("a.csv", "")])?.code == .emptyFile)
        let cut = #expect(throws: ReadingRefusal.self) { try open(Array(ZipFixture.zip([]).prefix(21))) }
        #expect(cut?.code == .corruptZip)
    }

    @Test("a bomb is stopped, whatever size it declares", arguments: [1, 300 << 20])
    func bomb(declared: Int) {
        var entry = Entry("a.csv", DeflateFixture.zeros(atLeast: 300 << 20))
        entry.deflatedLength = declared
        let code = refusal([entry])?.code
        #expect(code == .bomb || code == .tooLarge || code == .corruptZip)
        #expect(declared == 1 || code != .corruptZip)
    }

    @Test("members together share the limit of inflated bytes")
    func sharedLimit() {
        let limits = ReadingLimits(inflatedBytes: 20)
        let half = String(repeating: "x", count: 10)
        #expect(throws: Never.self) {
            try open(ZipFixture.zip([Entry("a.csv", half), Entry("b.csv", half)]), limits: limits)
        }
        let error = refusal([Entry("a.csv", half), Entry("b.csv", half + "x")], limits: limits)
        #expect(error?.code == .tooLarge)
        #expect(error?.place.member == "b.csv")
    }

    @Test("the limit of members: below, on, on, above", arguments: [(2, true), (3, true), (3, true), (4, false)])
    func memberLimit(count: Int, isRead: Bool) {
        let content = ZipFixture.zip((0..<count).map { Entry("\($0).csv", "A") })
        let limits = ReadingLimits(members: 3)
        if isRead {
            #expect(throws: Never.self) { try open(content, limits: limits) }
        } else {
            let error = #expect(throws: ReadingRefusal.self) { try open(content, limits: limits) }
            #expect(error?.code == .tooManyMembers)
        }
    }

    @Test("a workbook is told from an archive, whatever it is called")
    func workbook() {
        let error = refusal([Entry("[Content_Types].xml", "<x/>"), Entry("xl/workbook.xml", "<x/>")])
        #expect(error?.code == .workbook)
        #expect(
            error?.message == "results.zip: this is an Excel workbook (xlsx), which Cupel does not read. Open it and "
                + "save it as .xlsx or CSV, or ask the laboratory for its .xlsx or CSV export."
        )
        #expect(refusal([Entry("mimetype", "x"), Entry("content.xml", "<x/>")])?.code == .workbook)
    }

    @Test("a real workbook of a laboratory is refused as a workbook", .enabled(if: SharedFiles.arePresent))
    func realWorkbook() throws {
        let content = try SharedFiles.bytes("real/actlabs/A25-15567Final.xlsx")
        let error = #expect(throws: ReadingRefusal.self) { try open(content) }
        #expect(error?.code == .workbook)
    }
}
