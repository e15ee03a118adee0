import Foundation
import GRDB
import Ledger
import QualityControl
import TestSupport
import Testing

@Suite("Opening a ledger")
struct OpeningTests {
    @Test("makes one in WAL, with foreign keys and its number in the header")
    func new() throws {
        let ledger = try TestLedger()
        #expect(try ledger.query("PRAGMA journal_mode") == [["wal"]])
        #expect(try ledger.query("PRAGMA application_id") == [["1131769964"]])
        #expect(try ledger.query("PRAGMA user_version") == [["7"]])
        #expect(try ledger.query("PRAGMA foreign_key_check").isEmpty)
        #expect(try ledger.query("PRAGMA page_size") == [["16384"]])
    }

    @Test("leaves one file behind when it is closed, also where several have read it")
    func closing() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/ledger.sqlite"
        let ledger = try Ledger(path: path)
        try ledger.write { _ = try $0.take(.sample("VA1"), sha256: "a", judged: .sample(.pass)) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 { group.addTask { _ = try ledger.read { try $0.allCurrentCertificates() } } }
            try await group.waitForAll()
        }
        #expect(FileManager.default.fileExists(atPath: path + "-wal"))
        try ledger.close()
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["ledger.sqlite"])
    }

    @Test("of another page size keeps it")
    func pageSize() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/ledger.sqlite"
        var configuration = Configuration()
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA page_size = 4096") }
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.write { try $0.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)") }
        try queue.close()
        let ledger = try Ledger(path: path)
        try ledger.write { _ = try $0.take(.sample("VA1"), sha256: "a", judged: .sample(.pass)) }
        try ledger.close()
        let pages = try DatabaseQueue(path: path).read { try Int.fetchOne($0, sql: "PRAGMA page_size") }
        #expect(pages == 4096)
        #expect(try Ledger(path: path).read { try $0.allCurrentCertificates().map(\.batch) } == ["VA1"])
    }

    @Test("for the first time can happen in several programs at once, or be killed half way")
    func race() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/ledger.sqlite"
        try killedHalfWay(path)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask { try Ledger(path: path).close() }
            }
            try await group.waitForAll()
        }
        #expect(try Ledger(path: path).read { try $0.verifyAudit().isIntact })
    }

    /// What a first start leaves that was killed before the first migration.
    private func killedHalfWay(_ path: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.write { try $0.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)") }
        try queue.close()
    }

    @Test("again finds what was written")
    func again() throws {
        let ledger = try TestLedger()
        try ledger.ledger.write { _ = try $0.take(.sample("VA1"), sha256: "a", judged: .sample(.pass)) }
        try ledger.ledger.close()
        let second = try Ledger(path: ledger.path)
        #expect(try second.read { try $0.allCurrentCertificates().map(\.batch) } == ["VA1"])
    }

    @Test("of a newer schema is refused")
    func newer() throws {
        let ledger = try TestLedger()
        try ledger.ledger.close()
        try ledger.tamper("PRAGMA user_version = 8")
        #expect(throws: LedgerError.newerSchema(path: ledger.path, found: 8, known: 7)) {
            try Ledger(path: ledger.path)
        }
    }

    @Test("of something else is refused and leaves it untouched")
    func foreign() throws {
        let folder = try TemporaryFolder()
        let text = try folder.file("notes.sqlite", String(repeating: "not a database at all\n", count: 200))
        #expect(throws: LedgerError.notALedger(path: text.path)) { try Ledger(path: text.path) }
        let other = folder.path + "/other.sqlite"
        let queue = try DatabaseQueue(path: other)
        try queue.write { try $0.execute(sql: "CREATE TABLE recipe (name TEXT)") }
        try queue.close()
        let before = try Data(contentsOf: URL(filePath: other))
        #expect(throws: LedgerError.notALedger(path: other)) { try Ledger(path: other) }
        #expect(throws: LedgerError.notALedger(path: other)) { try Ledger(path: other, access: .readOnly) }
        #expect(try Data(contentsOf: URL(filePath: other)) == before)
    }

    @Test("of a damaged one says so")
    func damaged() throws {
        let ledger = try TestLedger()
        try ledger.ledger.write { _ = try $0.take(.sample("VA1"), sha256: "a", judged: .sample(.pass)) }
        try ledger.ledger.close()
        var bytes = [UInt8](try Data(contentsOf: URL(filePath: ledger.path)))
        for index in 4096..<bytes.count { bytes[index] = 0x5A }
        try Data(bytes).write(to: URL(filePath: ledger.path))
        #expect {
            try Ledger(path: ledger.path).read { try $0.allCurrentCertificates() }
        } throws: { error in
            (error as? LedgerError)?.code == "ledger_corrupt"
        }
    }

    @Test("where there is none, or no folder, says so")
    func absent() throws {
        let folder = try TemporaryFolder()
        for (path, access) in [
            (folder.path + "/none.sqlite", Ledger.Access.readOnly), (folder.path + "/no/folder.sqlite", .readWrite),
        ] {
            #expect {
                try Ledger(path: path, access: access)
            } throws: { error in
                (error as? LedgerError)?.code == "ledger_cannot_open"
            }
        }
    }

    @Test("for reading works beside the writer, and writes nothing")
    func readOnly() throws {
        let ledger = try TestLedger()
        let reader = try Ledger(path: ledger.path, access: .readOnly)
        try ledger.ledger.write { _ = try $0.take(.sample("VA1"), sha256: "a", judged: .sample(.pass)) }
        #expect(try reader.read { try $0.allCurrentCertificates().count } == 1)
        #expect(throws: LedgerError.readOnly(path: ledger.path)) { try reader.write { _ in } }
    }

    @Test("while another program writes is busy, then works")
    func busy() throws {
        let ledger = try TestLedger()
        let second = try Ledger(path: ledger.path, busyTimeout: .milliseconds(20))
        try ledger.ledger.write { transaction in
            try transaction.take(.sample("VA1"), sha256: "a", judged: .sample(.pass))
            #expect(throws: LedgerError.busy(path: ledger.path)) {
                try second.write { _ = try $0.take(.sample("VA2"), sha256: "b", judged: .sample(.pass)) }
            }
            #expect(try second.read { try $0.allCurrentCertificates().isEmpty })
        }
        try second.write { _ = try $0.take(.sample("VA2"), sha256: "b", judged: .sample(.pass)) }
        #expect(try second.read { try $0.allCurrentCertificates().count } == 2)
    }

    @Test("keeps nothing of a transaction that failed")
    func rollback() throws {
        struct Halt: Error {}
        let ledger = try TestLedger()
        #expect(throws: Halt.self) {
            try ledger.ledger.write { transaction in
                try transaction.take(.sample("VA1"), sha256: "a", judged: .sample(.fail))
                throw Halt()
            }
        }
        for view in ["certificates", "verdicts", "failure_queue", "audit_log"] {
            #expect(try ledger.query("SELECT * FROM \(view)").isEmpty)
        }
    }

    @Test("a backup gives the same ledger, and a backup never overwrites")
    func backup() throws {
        let ledger = try TestLedger()
        try ledger.ledger.write { _ = try $0.take(.sample("VA1"), sha256: "a", judged: .sample(.fail)) }
        let copy = ledger.folder.path + "/copy.sqlite"
        try ledger.ledger.backup(to: copy)
        #expect(throws: LedgerError.fileExists(path: copy)) { try ledger.ledger.backup(to: copy) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: ledger.folder.path).contains("copy.sqlite"))
        #expect(!FileManager.default.fileExists(atPath: copy + ".partial"))
        let opened = try Ledger(path: copy)
        #expect(try opened.read { try $0.verifyAudit().isIntact })
        #expect(try opened.read { try $0.queue().map(\.batch) } == ["VA1"])
    }
}
