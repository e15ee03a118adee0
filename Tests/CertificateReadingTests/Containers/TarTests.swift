import CertificateReading
import TestSupport
import Testing

@Suite("Tar deliveries")
struct TarTests {
    private typealias Entry = ArchiveFixture.Entry
    private static let certificate = "SAMPLE,Cu\r\nA1,1.5\r\n"

    private func open(_ content: [UInt8], limits: ReadingLimits = .standard) throws -> [Member] {
        try Container.open(content, name: "results.tar", limits: limits)
    }

    private func refusal(_ content: [UInt8], limits: ReadingLimits = .standard) -> ReadingRefusal? {
        #expect(throws: ReadingRefusal.self) { try open(content, limits: limits) }
    }

    private func refusal(_ entries: [ArchiveFixture.Entry]) -> ReadingRefusal? { refusal(ArchiveFixture.tar(entries)) }

    @Test(
        "every file is a member with its path, in the order of the archive",
        arguments: [ArchiveFixture.TarFormat.pax, .ustar, .gnu, .v7]
    )
    func members(format: ArchiveFixture.TarFormat) throws {
        let entries = [Entry("2019/", kind: .folder), Entry("2019/b.csv", "B"), Entry("./a.csv", Self.certificate)]
        let members = try open(ArchiveFixture.tar(entries, format))
        #expect(
            members == [
                Member(name: "2019/b.csv", bytes: [66]), Member(name: "a.csv", bytes: Array(Self.certificate.utf8)),
            ]
        )
    }

    @Test("long names and accents survive")
    func names() throws {
        let long = String(repeating: "folder/", count: 40) + "certificação.csv"
        for format in [ArchiveFixture.TarFormat.pax, .gnu] {
            #expect(try open(ArchiveFixture.tar([Entry(long, "A")], format)).map(\.name) == [long])
        }
    }

    @Test("hidden files and the notes of macOS are left out")
    func hidden() throws {
        let entries = [Entry("._a.csv", "x"), Entry("__MACOSX/a.csv", "x"), Entry("a.csv", "A")]
        #expect(try open(ArchiveFixture.tar(entries)).map(\.name) == ["a.csv"])
        let error = refusal([Entry(".hidden", "x")])
        #expect(error?.code == .emptyContainer)
        #expect(
            error?.message == "results.tar: the tar file holds no file to read. Ask the laboratory to send the file "
                + "again."
        )
    }

    @Test("a tar and the stream around it are one container")
    func compressed() throws {
        let tar = ArchiveFixture.tar([Entry("a.csv", "A"), Entry("b.csv.gz", GzipFixture.gzip("B"))])
        let packed =
            ArchiveFixture.Compression.allCases.map { ArchiveFixture.stream(tar, $0) } + [GzipFixture.gzip(tar)]
        for content in packed {
            #expect(
                try open(content) == [Member(name: "a.csv", bytes: [65]), Member(name: "b.csv.gz", bytes: [66])]
            )
            let zip = ZipFixture.zip([.init("in.tar.packed", content)])
            // The gzip in the tar in the zip is one too many.
            #expect(refusal(zip)?.code == .nestedTooDeep)
        }
        let plain = GzipFixture.gzip(ArchiveFixture.tar([Entry("a.csv", "A")]))
        #expect(try open(ZipFixture.zip([.init("in.tgz", plain)])) == [Member(name: "in.tgz/a.csv", bytes: [65])])
    }

    @Test("a tar that was cut anywhere is refused as cut, between its files too")
    func truncated() {
        let whole = ArchiveFixture.tar([Entry("a.csv", Self.certificate), Entry("b.csv", "B")], .ustar)
        #expect(whole.count >= 6 * 512)
        for length in stride(from: 300, to: 5 * 512, by: 1) {
            let error = refusal(Array(whole.prefix(length)))
            #expect(error?.code == .truncatedContainer, "cut after \(length) bytes")
        }
        #expect(
            refusal(Array(whole.prefix(1024)))?.message == "results.tar: the tar file ends before its end, so files "
                + "would be missing; the transfer was probably cut short. Ask the laboratory to send the file again."
        )
        let packed = GzipFixture.gzip(Array(whole.prefix(1024)))
        #expect(refusal(packed)?.code == .truncatedContainer, "the stream is whole, the tar in it is not")
    }

    @Test("something behind the end is refused, zeros are the rest of a tape")
    func trailing() throws {
        let whole = ArchiveFixture.tar([Entry("a.csv", "A")])
        #expect(try open(whole + [UInt8](repeating: 0, count: 7000)).count == 1)
        let error = refusal(whole + ArchiveFixture.tar([Entry("b.csv", "B")]))
        #expect(error?.code == .containerTrailingGarbage)
        #expect(error?.what.hasPrefix("behind the end of the tar file stands something else (bytes: ") == true)
    }

    @Test("a damaged header is refused")
    func damaged() {
        var content = ArchiveFixture.tar([Entry("a.csv", "A"), Entry("b.csv", "B")], .ustar)
        content[1024] ^= 1
        let error = refusal(content)
        #expect(error?.code == .corruptContainer)
        #expect(
            error?.message == "results.tar: the tar file is damaged or incomplete (a header has a wrong checksum). "
                + "Ask the laboratory to send the file again."
        )
    }

    @Test("a size that two headers state differently is refused")
    func lyingSize() {
        // The notes of pax state another size than the header that they belong to.
        var content = ArchiveFixture.tar([Entry("é.csv", "12345678"), Entry("b.csv", "B")])
        guard let place = content.indices.first(where: { content[$0...].starts(with: Array("path=".utf8)) }) else {
            Issue.record("the fixture has no notes")
            return
        }
        // `15 path=é.csv` becomes `15 size=000600`, of the same length.
        let record = Array("size=000600".utf8)
        for (index, byte) in record.enumerated() { content[place + index] = byte }
        let error = refusal(content)
        #expect(error?.code == .corruptContainer, "\(error?.message ?? "")")
    }

    @Test(
        "links and devices refuse the whole delivery",
        arguments: [
            ArchiveFixture.Entry.Kind.link(to: "/etc/passwd"), .hardLink(to: "a.csv"), .device, .pipe,
        ]
    )
    func links(kind: ArchiveFixture.Entry.Kind) {
        let error = refusal([Entry("a.csv", "A"), Entry("b.csv", kind: kind)])
        #expect(error?.code == .unsafeMemberPath)
        #expect(
            error?.message == "b.csv: the tar file holds a link or a device in place of a file. Pack the file itself."
        )
    }

    @Test("a sparse file is refused")
    func sparse() {
        let error = refusal([Entry("a.csv", "A", kind: .sparse(size: 4 << 20))])
        #expect(error?.code == .unsupportedContainer)
        #expect(
            error?.message == "a.csv: the tar file holds a file with gaps (sparse), which Cupel does not fill. Pack it "
                + "without the option for sparse files."
        )
    }

    @Test(
        "one path that leads out refuses the whole delivery",
        arguments: ["../evil.csv", "a/../../evil.csv", "/etc/passwd", "a\nb.csv", ".."]
    )
    func unsafePaths(path: String) {
        let error = refusal([Entry("a.csv", "A"), Entry(path, "x")])
        #expect(error?.code == .unsafeMemberPath)
        #expect(
            error?.what == "the tar file holds a path that leads out of it, which honest packers do not write"
        )
    }

    @Test("a name that stands twice is refused, however it is written")
    func twice() {
        let error = refusal([Entry("a/b.csv", "A"), Entry("./a//b.csv", "B")])
        #expect(error?.code == .duplicateMember)
        #expect(
            error?.message == "a/b.csv: the tar file holds two files under this name, and nobody can tell which one "
                + "counts. Pack the right one alone."
        )
    }

    @Test("the limit of members: below, on, on, above", arguments: [(2, true), (3, true), (3, true), (4, false)])
    func memberLimit(count: Int, isRead: Bool) {
        let content = ArchiveFixture.tar((0..<count).map { Entry("\($0).csv", "A") })
        let limits = ReadingLimits(members: 3)
        if isRead {
            #expect(throws: Never.self) { try open(content, limits: limits) }
        } else {
            #expect(refusal(content, limits: limits)?.code == .tooManyMembers)
        }
    }

    @Test("the bytes of a packed tar count once")
    func countedOnce() throws {
        let bytes = [UInt8](repeating: 65, count: 10_000)
        let tar = ArchiveFixture.tar([Entry("a.csv", bytes)])
        let limits = ReadingLimits(inflatedBytes: tar.count)
        #expect(try open(GzipFixture.gzip(tar), limits: limits).map(\.bytes.count) == [10_000])
        #expect(refusal(GzipFixture.gzip(tar), limits: ReadingLimits(inflatedBytes: tar.count - 1))?.code == .tooLarge)
    }

    @Test("a text that merely has the word in its place is a text")
    func text() throws {
        let text = String(repeating: "x", count: 257) + "ustar,1\r\n" + String(repeating: "y", count: 400)
        #expect(try open(Array(text.utf8)).map(\.name) == ["results.tar"])
    }
}
