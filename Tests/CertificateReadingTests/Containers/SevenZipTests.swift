import CertificateReading
import TestSupport
import Testing

@Suite("7z deliveries")
struct SevenZipTests {
    private typealias Entry = ArchiveFixture.Entry

    private func open(_ content: [UInt8], limits: ReadingLimits = .standard) throws -> [Member] {
        try Container.open(content, name: "results.7z", limits: limits)
    }

    private func refusal(_ content: [UInt8], limits: ReadingLimits = .standard) -> ReadingRefusal? {
        #expect(throws: ReadingRefusal.self) { try open(content, limits: limits) }
    }

    private static func archive(_ method: String = "lzma1") -> [UInt8] {
        ArchiveFixture.sevenZip(
            [Entry("2019/", kind: .folder), Entry("2019/certificação.csv", "SAMPLE,Cu\r\n"), Entry("a.csv", "A")],
            compression: method
        )
    }

    @Test(
        "every file is a member with its path, by every usual method",
        arguments: ["store", "deflate", "bzip2", "lzma1", "lzma2", "ppmd"]
    )
    func members(method: String) throws {
        let members = try open(Self.archive(method))
        #expect(
            members == [
                Member(name: "2019/certificação.csv", bytes: Array("SAMPLE,Cu\r\n".utf8)),
                Member(name: "a.csv", bytes: [65]),
            ]
        )
    }

    @Test("a header of many files, which is packed, is read")
    func packedHeader() throws {
        let entries = (0..<300).map { Entry("certificates/VA19\($0).csv", "SAMPLE,Cu\r\nA\($0),1\r\n") }
        let content = ArchiveFixture.sevenZip(entries)
        #expect(try open(content).map(\.name) == entries.map(\.path))
        let limits = ReadingLimits(members: 300)
        #expect(try open(content, limits: limits).count == 300)
        let error = refusal(content, limits: ReadingLimits(members: 299))
        #expect(error?.code == .tooManyMembers)
        #expect(
            error?.message == "results.7z: the archive has more than 299 entries. Split the delivery, or raise the "
                + "limit of members."
        )
    }

    @Test("one made by hand is read")
    func byHand() throws {
        #expect(try open(SevenZipFixture().file) == [Member(name: "a.csv", bytes: [65])])
    }

    @Test("a 7z that was cut anywhere is refused as cut")
    func truncated() {
        let whole = Self.archive()
        for length in 6..<whole.count {
            let error = refusal(Array(whole.prefix(length)))
            #expect(error?.code == .truncatedContainer, "cut after \(length) bytes")
        }
        #expect(
            refusal(Array(whole.prefix(40)))?.message == "results.7z: the 7z file ends before its end, so files would "
                + "be missing; the transfer was probably cut short. Ask the laboratory to send the file again."
        )
    }

    @Test("a flipped bit never changes a result")
    func corrupt() throws {
        for method in ["store", "lzma1", "ppmd"] {
            // A single file, whose every byte counts.
            let whole = ArchiveFixture.sevenZip([Entry("a.csv", "SAMPLE,Cu\r\nA1,1.5\r\n")], compression: method)
            let original = try open(whole)
            // The two bytes of the version say nothing.
            for index in 8..<whole.count {
                var content = whole
                content[index] ^= 0x20
                let members = try? open(content)
                // The last bits of a packed stream may say nothing; what is read is what was packed.
                #expect(members == nil || members == original, "\(method), byte \(index)")
            }
        }
    }

    @Test("the words for damage")
    func damage() {
        var archive = SevenZipFixture()
        archive.checksum = 1
        let member = refusal(archive.file)
        #expect(member?.code == .corruptContainer)
        #expect(member?.place.member == "a.csv")
        var start = SevenZipFixture().file
        start[8] ^= 1
        #expect(
            refusal(start)?.message == "results.7z: the 7z file is damaged or incomplete (its first bytes have a wrong "
                + "checksum). Ask the laboratory to send the file again."
        )
        var header = SevenZipFixture().file
        header[header.count - 3] ^= 1
        #expect(refusal(header)?.what == "the 7z file is damaged or incomplete (its header has a wrong checksum)")
        let short = SevenZipFixture.file(packed: [], header: [0x01, 0x04, 0x06])
        #expect(refusal(short)?.what == "the 7z file is damaged or incomplete (its header ends before its end)")
    }

    @Test("bytes behind the end are refused, zeros are not")
    func trailing() throws {
        #expect(try open(SevenZipFixture().file + [0, 0]).count == 1)
        let error = refusal(SevenZipFixture().file + Array("rest".utf8))
        #expect(error?.code == .containerTrailingGarbage)
        #expect(
            error?.message == "results.7z: behind the end of the 7z file stands something else (bytes: 4), which may "
                + "belong to the certificate. Ask the laboratory to send the file again."
        )
    }

    @Test("a password is told")
    func encrypted() {
        var archive = SevenZipFixture()
        archive.method = [0x06, 0xF1, 0x07, 0x01]
        archive.properties = [0x13, 0]
        for coders in [1, 2] {
            archive.coders = coders
            let error = refusal(archive.file)
            #expect(error?.code == .encryptedContainer)
            #expect(
                error?.message == "results.7z: the 7z file is protected by a password. Unpack it and deliver the "
                    + "files, or ask for a 7z without a password."
            )
        }
    }

    @Test("a rare method is refused by its number, and so is a chain")
    func method() {
        var archive = SevenZipFixture()
        archive.method = [4, 0xF7, 0x11, 1]
        let error = refusal(archive.file)
        #expect(error?.code == .unsupportedContainer)
        #expect(
            error?.message == "results.7z: the 7z file is packed by a method that Cupel does not open (number "
                + "04f71101). Pack it by LZMA or LZMA2, or as an ordinary zip."
        )
        archive.method = [0]
        archive.coders = 2
        #expect(
            refusal(archive.file)?.what == "the 7z file is packed by a method that Cupel does not open (it is packed "
                + "by a chain of methods)"
        )
    }

    @Test("numbers of files that libarchive would make room for are refused before")
    func counts() {
        let hundredMillion: [UInt8] = [0xF0, 0, 0xE1, 0xF5, 0x05]
        for place in [\SevenZipFixture.fileCount, \.folderCount, \.streamCount] {
            var archive = SevenZipFixture()
            archive[keyPath: place] = hundredMillion
            #expect(refusal(archive.file)?.code == .tooManyMembers)
            archive[keyPath: place] = [0xFF] + [UInt8](repeating: 0xFF, count: 8)
            #expect(refusal(archive.file)?.code == .tooManyMembers)
        }
    }

    @Test("an archive of nothing is empty")
    func empty() {
        for content in [SevenZipFixture.file(packed: [], header: []), ArchiveFixture.sevenZip([])] {
            let error = refusal(content)
            #expect(error?.code == .emptyContainer)
            #expect(error?.what == "the 7z file holds no file to read")
        }
        #expect(refusal(ArchiveFixture.sevenZip([Entry("a.csv", "")]))?.code == .emptyFile)
    }

    @Test("paths and links are held to the rules of every archive")
    func paths() {
        #expect(refusal(ArchiveFixture.sevenZip([Entry("../a.csv", "A")]))?.code == .unsafeMemberPath)
        let link = refusal(ArchiveFixture.sevenZip([Entry("a.csv", kind: .link(to: "/etc/passwd"))]))
        #expect(link?.code == .unsafeMemberPath)
        #expect(link?.what == "the 7z file holds a link or a device in place of a file")
        let twice = refusal(ArchiveFixture.sevenZip([Entry("a.csv", "A"), Entry("a.csv", "B")]))
        #expect(twice?.code == .duplicateMember)
    }

    @Test("a bomb is stopped")
    func bomb() {
        let zeros = [UInt8](repeating: 0, count: 30 << 20)
        let content = ArchiveFixture.sevenZip([Entry("a.csv", zeros)])
        #expect(content.count < 10_000)
        #expect(refusal(content)?.code == .bomb)
        #expect(refusal(content, limits: ReadingLimits(inflatedBytes: 1 << 20))?.code == .tooLarge)
    }

    @Test("it may stand in a container, and hold one")
    func nested() throws {
        let inner = ArchiveFixture.sevenZip([Entry("a.csv", "A")])
        #expect(try open(ZipFixture.zip([.init("in.7z", inner)])) == [Member(name: "in.7z/a.csv", bytes: [65])])
        let outer = ArchiveFixture.sevenZip([Entry("in.zip", ZipFixture.zip([.init("a.csv", "A")]))])
        #expect(try open(outer) == [Member(name: "in.zip/a.csv", bytes: [65])])
        #expect(refusal(ArchiveFixture.sevenZip([Entry("in.7z", outer)]))?.code == .nestedTooDeep)
    }
}
