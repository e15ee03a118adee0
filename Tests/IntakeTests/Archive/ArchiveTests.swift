import Foundation
import TestSupport
import Testing

@testable import Intake

@Suite("Archive: originals for ever")
struct ArchiveTests {
    private let temporary: TemporaryFolder
    private let archive: Archive

    init() throws {
        temporary = try TemporaryFolder()
        archive = Archive(path: temporary.path + "/archive")
    }

    private func sealed(_ name: String, _ text: String) throws -> SealedFile {
        _ = try temporary.file(name, text)
        return try SealedFile(FileName(name), in: try Folder(temporary.path), limit: 1_000)
    }

    @Test("A content is found by its hash, read-only, byte for byte")
    func byHash() throws {
        let file = try sealed("VA1.csv", "certificate")
        try archive.store(file)
        #expect(try archive.content(file.sha256, limit: 1_000) == file.content)
        let path = archive.path + "/by-hash/\(file.sha256.prefix(2))/\(file.sha256)-VA1.csv"
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o444)
    }

    @Test("A content is found by its certificate")
    func byCertificate() throws {
        let file = try sealed("export 7.csv", "certificate")
        try archive.store(file)
        try archive.link(file.sha256, laboratory: "SGS Geosol", batch: "../evil")
        let link = archive.path + "/by-certificate/SGS_Geosol/_.._evil/\(file.sha256.prefix(12))-export_7.csv"
        #expect(try Data(contentsOf: URL(filePath: link)) == Data(file.content))
    }

    @Test("Storing again, under whatever name, changes nothing")
    func again() throws {
        let file = try sealed("VA1.csv", "certificate")
        try archive.store(file)
        try archive.store(try sealed("other.csv", "certificate"))
        let folder = archive.path + "/by-hash/\(file.sha256.prefix(2))"
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["\(file.sha256)-VA1.csv"])
    }

    @Test("What a process that died left half written is swept, and stands in no folder that people look at")
    func halfWritten() throws {
        let file = try sealed("VA1.csv", "certificate")
        try archive.store(file)
        let writing = archive.path + "/.writing"
        #expect(LabRoot.names(in: writing).isEmpty)
        // No process has the largest number there is.
        try Data("half".utf8).write(to: URL(filePath: writing + "/.new-2147483647-1-VA2.csv"))
        try archive.sweep()
        #expect(LabRoot.names(in: writing).isEmpty)
        #expect(try archive.content(file.sha256, limit: 1_000) == file.content)
    }

    @Test("An altered original is not given out, and a missing one is named")
    func altered() throws {
        let file = try sealed("VA1.csv", "certificate")
        try archive.store(file)
        let path = archive.path + "/by-hash/\(file.sha256.prefix(2))/\(file.sha256)-VA1.csv"
        try FileManager.default.removeItem(atPath: path)
        try Data("forged".utf8).write(to: URL(filePath: path))
        #expect(throws: ArchiveFailure.altered(file.sha256)) { try archive.content(file.sha256, limit: 1_000) }
        let none = String(repeating: "0", count: 64)
        #expect(throws: ArchiveFailure.missing(none)) { try archive.content(none, limit: 1_000) }
    }
}
