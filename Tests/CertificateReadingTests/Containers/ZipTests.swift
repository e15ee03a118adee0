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
        arguments: [
            "../evil.csv", "a/../../evil.csv", "/etc/passwd", "..\\evil.csv", "C:evil.csv", "a\nb.csv", "..", ".",
            "./.",
        ]
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

    @Test("a zip with its sizes in 64 bits is read")
    func zip64() throws {
        let content = ArchiveFixture.zip64([.init("a.csv", "A"), .init("b/c.csv", "SAMPLE,Cu\r\n")])
        #expect(try open(content).map(\.name) == ["a.csv", "b/c.csv"])
    }

    @Test("entries that share their bytes are refused")
    func overlapping() {
        let inner = Entry("b.csv", "B")
        let outer = Entry("a.csv", ZipFixture.local(inner))
        var listed = inner
        listed.borrowedOffset = 30 + 5
        let error = refusal([outer, listed])
        #expect(error?.code == .duplicateMember)
        #expect(
            error?.message == "results.zip: the zip file holds two entries on the same bytes, which honest packers do "
                + "not write. Do not unpack it; ask the sender where the file comes from."
        )
        var same = Entry("a.csv", "A")
        same.borrowedOffset = 0
        #expect(refusal([Entry("a.csv", "A"), same])?.code == .duplicateMember)
    }

    @Test("a name that stands twice is refused")
    func twice() {
        let error = refusal([Entry("a.csv", "A"), Entry("./a.csv", "B")])
        #expect(error?.code == .duplicateMember)
        #expect(
            error?.message == "a.csv: the zip file holds two files under this name, and nobody can tell which one "
                + "counts. Pack the right one alone."
        )
    }

    @Test("a directory that names a file otherwise than the file itself is refused")
    func twoNames() {
        var entry = Entry("a.csv", "A")
        entry.localPath = "b.csv"
        let error = refusal([entry])
        #expect(error?.code == .corruptZip)
        #expect(
            error?.message == "results.zip: the zip file is damaged or incomplete (its list of files does not fit "
                + "it). Ask the laboratory to send the file again."
        )
    }

    @Test("a directory that leads out of the file is refused", arguments: [7, 1_000_000, 0xFFFF_FFFF])
    func lyingOffset(offset: Int) {
        var entry = Entry("b.csv", "B")
        entry.borrowedOffset = offset
        #expect(refusal([Entry("a.csv", "A"), entry])?.code == .corruptZip)
    }
}
