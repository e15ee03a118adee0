import Foundation
import TestSupport
import Testing

/// Nothing is lost, clear words, and on when it is gone.
@Suite("Faults of the disk", .enabled(if: SmallDisk.isPossible))
struct DiskFaultTests {
    private let report = GoldReport("VA26110001", samples: "F1")

    /// A root whose Watch is a disk of its own, with one certificate judged and another ready to be renamed.
    private func laboratory(megabytes: Int) async throws -> (LabRoot, SmallDisk) {
        let lab = try LabRoot()
        let disk = try SmallDisk(lab.watch, megabytes: megabytes)
        try FileManager.default.createDirectory(atPath: lab.incoming, withIntermediateDirectories: true)
        let first = GoldReport("VA26110000", samples: "F0")
        try lab.put("first-register.csv", first.register)
        try lab.put("first.csv", first.text)
        try lab.put("register.csv", report.register)
        let files = ["first-register.csv", "first.csv", "register.csv"].map { lab.outside + "/" + $0 }
        let taken = try await Program.run(["ingest", "--root", lab.path] + files)
        #expect(taken.status == 0, "\(taken.errors)")
        return (lab, disk)
    }

    private func run(_ lab: LabRoot, _ words: String...) async throws -> Program.Ended {
        try await Program.run([words[0], "--root", lab.path] + words.dropFirst())
    }

    private func expectWhole(_ lab: LabRoot) async throws {
        #expect(try LedgerView(lab: lab).outcome(of: report.batch) == "pass")
        let audit = try await run(lab, "audit", "verify")
        #expect(audit.status == 0, "\(audit.output)\(audit.errors)")
        #expect(LabRoot.names(in: lab.quarantine) == [])
        #expect(try Standing(lab).missingOriginals() == [])
    }

    @Test("A full disk: the file waits in incoming/, and is judged when there is room")
    func fullWhileWatching() async throws {
        let (lab, disk) = try await laboratory(megabytes: 12)
        defer { disk.unmount() }
        var socket: DatagramSocket? = try DatagramSocket(lab.path + "/notify")
        let daemon = try await Daemon(
            lab,
            environment: ["NOTIFY_SOCKET": lab.path + "/notify", "WATCHDOG_USEC": "600000"]
        )
        try lab.write(".waiting", Array(report.text.utf8))
        try disk.fill()
        #expect(rename(lab.incoming + "/.waiting", lab.incoming + "/VA26110001.csv") == 0)
        try await eventually("the log tells of the disk: \(daemon.log.suffix(2000))", within: .seconds(240)) {
            daemon.log.lowercased().split(separator: "\n").contains { line in
                line.hasPrefix("<4>warning: postponed") && line.contains("no space left")
            }
        }
        #expect(LabRoot.names(in: lab.incoming) == ["VA26110001.csv"])
        #expect(try LedgerView(lab: lab).outcome(of: report.batch) == nil)
        try await eventually("the status tells of it, too", within: .seconds(240)) {
            socket?.messages().contains { $0.contains("; held up: could not write") } ?? false
        }
        // A socket that nobody reads any more blocks its sender when ten messages wait.
        socket = nil
        disk.makeRoom()
        try await eventually("it was judged: \(daemon.log.suffix(2000))", within: .seconds(240)) {
            LabRoot.names(in: lab.incoming).isEmpty
        }
        #expect(try await daemon.stop() == 0)
        try await expectWhole(lab)
    }

    @Test("A full disk: commands say so, change nothing, and work when there is room")
    func fullForCommands() async throws {
        let (lab, disk) = try await laboratory(megabytes: 12)
        defer { disk.unmount() }
        try lab.put("VA26110001.csv", report.text)
        let before = try LedgerView(lab: lab).rows("SELECT count(*) FROM audit_log")
        try disk.fill()
        for words in [
            ["ingest", lab.outside + "/VA26110001.csv"], ["revalidate", "--all", "--again"],
            ["backup", lab.watch + "/copy.sqlite"],
        ] {
            let ended = try await Program.run([words[0], "--root", lab.path] + words.dropFirst())
            #expect(ended.status == 74, "\(words): \(ended.status) \(ended.output) \(ended.errors)")
            let said = (ended.output + ended.errors).lowercased()
            #expect(said.contains("no space left"), "\(words): \(said)")
        }
        #expect(!FileManager.default.fileExists(atPath: lab.watch + "/copy.sqlite"))
        disk.makeRoom()
        #expect(try LedgerView(lab: lab).rows("SELECT count(*) FROM audit_log") == before)
        let taken = try await run(lab, "ingest", lab.outside + "/VA26110001.csv")
        #expect(taken.status == 0, "\(taken.output)\(taken.errors)")
        #expect(try await run(lab, "backup", lab.watch + "/copy.sqlite").status == 0)
        try await expectWhole(lab)
    }

    @Test(
        "A file system that is mounted read-only is named, also where a killed daemon left the ledger's log",
        arguments: [false, true]
    )
    func readOnly(hasLog: Bool) async throws {
        let (lab, disk) = try await laboratory(megabytes: 12)
        defer { disk.unmount() }
        let ledger = "ledger.sqlite"
        #expect(LabRoot.names(in: lab.watch).filter { $0.hasPrefix(ledger) } == [ledger])
        if hasLog {
            let daemon = try await Daemon(lab)
            try await daemon.kill()
            #expect(LabRoot.names(in: lab.watch).contains(ledger + "-wal"))
        }
        try lab.put("VA26110001.csv", report.text)
        try disk.remount("ro")
        for words in [["serve"], ["ingest", lab.outside + "/VA26110001.csv"], ["revalidate", "--all", "--again"]] {
            let ended = try await Program.run([words[0], "--root", lab.path] + words.dropFirst())
            #expect(ended.status == 74, "\(words): \(ended.status) \(ended.output) \(ended.errors)")
            let said = ended.output + ended.errors
            #expect(said.contains("read-only") || said.contains("how its disk is mounted"), "\(words): \(said)")
        }
        try disk.remount("rw")
        #expect(try await run(lab, "ingest", lab.outside + "/VA26110001.csv").status == 0)
        try await expectWhole(lab)
    }
}
