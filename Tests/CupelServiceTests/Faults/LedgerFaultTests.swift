import Foundation
import GRDB
import TestSupport
import Testing

@Suite("A ledger that cannot be used")
struct LedgerFaultTests {
    private let report = GoldReport("VA26120001", samples: "L1")

    private func judged() async throws -> LabRoot {
        let lab = try LabRoot()
        let first = GoldReport("VA26120000", samples: "L0")
        try lab.put("register.csv", first.register)
        try lab.put("first.csv", first.text)
        let files = ["register.csv", "first.csv"].map { lab.outside + "/" + $0 }
        #expect(try await Program.run(["ingest", "--root", lab.path] + files).status == 0)
        return lab
    }

    private static let commands = [
        ["serve"], ["queue", "list"], ["show", "VA26120000"], ["audit", "verify"], ["export", "--released"],
        ["revalidate", "--all"],
    ]

    private func expectRefused(_ lab: LabRoot, _ commands: [[String]], saying words: String) async throws {
        let before = try Data(contentsOf: URL(filePath: lab.ledger))
        for command in commands {
            let ended = try await Program.run([command[0], "--root", lab.path] + command.dropFirst())
            #expect(ended.status == 74, "\(command): \(ended.status) \(ended.errors)")
            #expect(ended.errors.contains(words), "\(command): \(ended.errors)")
        }
        #expect(try Data(contentsOf: URL(filePath: lab.ledger)) == before)
    }

    @Test("Of a newer schema: every command and the daemon refuse it, and leave it as it is")
    func newer() async throws {
        let lab = try await judged()
        let queue = try DatabaseQueue(path: lab.ledger)
        try await queue.write { try $0.execute(sql: "PRAGMA user_version = 99") }
        try queue.close()
        try lab.deliver("VA26120001.csv", report.text)
        try await expectRefused(lab, Self.commands, saying: "has schema 99")
        #expect(LabRoot.names(in: lab.incoming) == ["VA26120001.csv"])
    }

    @Test("Of no length beside originals: it was lost, and no new one is begun in its place")
    func emptied() async throws {
        let lab = try await judged()
        for name in LabRoot.names(in: lab.watch) where name.hasPrefix("ledger.sqlite-") {
            try FileManager.default.removeItem(atPath: lab.watch + "/" + name)
        }
        try Data().write(to: URL(filePath: lab.ledger))
        try lab.deliver("VA26120001.csv", report.text)
        try await expectRefused(lab, [["serve"], ["revalidate", "--all"]], saying: "the archive holds originals")
        #expect(LabRoot.names(in: lab.incoming) == ["VA26120001.csv"])
    }

    @Test("Whose header is overwritten: refused, and left as it is")
    func beheaded() async throws {
        let lab = try await judged()
        var bytes = try Data(contentsOf: URL(filePath: lab.ledger))
        bytes.replaceSubrange(0..<100, with: repeatElement(UInt8(ascii: "Z"), count: 100))
        for name in LabRoot.names(in: lab.watch) where name.hasPrefix("ledger.sqlite-") {
            try FileManager.default.removeItem(atPath: lab.watch + "/" + name)
        }
        try bytes.write(to: URL(filePath: lab.ledger))
        try await expectRefused(lab, Self.commands, saying: "is not a ledger of Cupel")
    }

    /// `CUPEL_LOCK_SECONDS`, or three: the lock is held at least so long, and until the log tells of it.
    private static var seconds: Int {
        ProcessInfo.processInfo.environment["CUPEL_LOCK_SECONDS"].flatMap { Int($0) } ?? 3
    }

    @Test("Locked by another program: the daemon waits and says so, and judges when it is free")
    func locked() async throws {
        let lab = try await judged()
        try lab.deliver("register-2.csv", report.register)
        let daemon = try await Daemon(lab)
        try await eventually("the register was taken", within: .seconds(240)) {
            LabRoot.names(in: lab.incoming).isEmpty
        }
        let lock = try LedgerLock(lab.ledger)
        try lab.deliver("VA26120001.csv", report.text)
        try await Task.sleep(for: .seconds(Self.seconds))
        try await eventually("the log tells of it: \(daemon.log.suffix(1500))", within: .seconds(240)) {
            daemon.log.contains("is in use by another program")
        }
        #expect(LabRoot.names(in: lab.incoming) == ["VA26120001.csv"])
        lock.release()
        try await eventually("it was judged: \(daemon.log.suffix(1500))", within: .seconds(240)) {
            LabRoot.names(in: lab.incoming).isEmpty
        }
        #expect(try await daemon.stop() == 0)
        #expect(try LedgerView(lab: lab).outcome(of: report.batch) == "pass")
        #expect(
            try LedgerView(lab: lab).rows("SELECT count(*) FROM deliveries WHERE file_name = 'VA26120001.csv'") == ["1"]
        )
    }

    @Test("Out of descriptors: a command says so or does its work", arguments: [7, 8, 10, 12, 16])
    func descriptors(count: Int) async throws {
        let lab = try await judged()
        let program = try Program(["queue", "list", "--root", lab.path], descriptors: count)
        let ended = try await program.ended()
        if ended.status == 0 {
            #expect(ended.output.contains("Nothing waits."))
        } else {
            #expect([73, 74].contains(ended.status), "\(ended.status) \(ended.errors)")
            #expect(ended.errors.contains("may open no more files") || ended.errors.contains("Too many open files"))
        }
        #expect(try await Program.run(["audit", "--root", lab.path, "verify"]).status == 0)
    }

    @Test("Out of descriptors in the middle of the work: the file waits, and is judged when there are more")
    func daemonOutOfDescriptors() async throws {
        let lab = try await judged()
        try lab.deliver("register-2.csv", report.register)
        let daemon = try await Daemon(lab)
        try await eventually("the register was taken", within: .seconds(240)) {
            LabRoot.names(in: lab.incoming).isEmpty
        }
        // Fewer than it holds already: whatever it opens next is refused.
        try await daemon.program.limit(descriptors: 6)
        try lab.deliver("VA26120001.csv", report.text)
        try await eventually("the log tells of it: \(daemon.log.suffix(1500))", within: .seconds(240)) {
            daemon.log.contains("Too many open files")
        }
        #expect(LabRoot.names(in: lab.incoming) == ["VA26120001.csv"])
        try await daemon.program.limit(descriptors: 1024)
        try await eventually("it was judged: \(daemon.log.suffix(1500))", within: .seconds(240)) {
            LabRoot.names(in: lab.incoming).isEmpty
        }
        #expect(try await daemon.stop() == 0)
        #expect(try LedgerView(lab: lab).outcome(of: report.batch) == "pass")
    }
}
