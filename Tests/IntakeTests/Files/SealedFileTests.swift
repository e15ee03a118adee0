import Foundation
import TestSupport
import Testing

@testable import Intake

@Suite("Sealing: read once, with proof")
struct SealedFileTests {
    private let temporary: TemporaryFolder
    private let folder: Folder

    init() throws {
        temporary = try TemporaryFolder()
        folder = try Folder(temporary.path)
    }

    private func failure(_ name: String, limit: Int64 = 1_000) -> SealedFile.Failure? {
        do throws(SealedFile.Failure) {
            _ = try SealedFile(FileName(name), in: folder, limit: limit)
            return nil
        } catch {
            return error
        }
    }

    @Test("Content and SHA-256 are those of the file")
    func content() throws {
        _ = try temporary.file("abc.csv", "abc")
        let sealed = try SealedFile(FileName("abc.csv"), in: folder, limit: 1_000)
        #expect(sealed.content == Array("abc".utf8))
        // FIPS 180-2, appendix B.1
        #expect(sealed.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test("A file at the limit is read, one byte more is not")
    func limit() throws {
        _ = try temporary.file("x.csv", [UInt8](repeating: 65, count: 1_000))
        #expect(failure("x.csv", limit: 1_000) == nil)
        #expect(failure("x.csv", limit: 999) == .tooLarge(size: 1_000, limit: 999))
    }

    @Test("A huge sparse file is refused before a byte of it is read")
    func huge() throws {
        let url = try temporary.file("huge.csv", "")
        #expect(truncate(url.path, 10_000_000_000) == 0)
        #expect(failure("huge.csv") == .tooLarge(size: 10_000_000_000, limit: 1_000))
    }

    @Test("Links and pipes are refused without following or blocking")
    func notRegular() throws {
        symlink("/etc/hostname", temporary.path + "/link.csv")
        mkfifo(temporary.path + "/pipe.csv", 0o644)
        #expect(failure("link.csv") == .notRegular(.symbolicLink))
        #expect(failure("pipe.csv") == .notRegular(.fifo))
        #expect(failure("none.csv") == .missing)
    }

    @Test("A file that somebody has open for writing is not taken")
    func openForWriting() throws {
        let url = try temporary.file("growing.csv", "half a certif")
        let writer = try FileHandle(forWritingTo: url)
        // The kernel tells root and the owner; others settle by time alone.
        #expect(failure("growing.csv") == .stillChanging)
        try writer.close()
        #expect(failure("growing.csv") == nil)
    }
}
