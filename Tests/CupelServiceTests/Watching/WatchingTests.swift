import Foundation
import TestSupport
import Testing

@Suite("Watching with the daemon")
struct WatchingTests {
    private let report = GoldReport("VA26030001", samples: "A1")

    private func judged(_ lab: LabRoot, _ batch: String, _ daemon: Daemon) async throws {
        try await eventually("\(batch) was judged: \(daemon.log.suffix(1500))") {
            try LedgerView(lab: lab).outcome(of: batch) != nil
        }
    }

    private func deliveries(_ lab: LabRoot) throws -> [String] {
        try LedgerView(lab: lab).rows("SELECT file_name, disposition FROM deliveries ORDER BY delivery_id")
    }

    @Test("A file renamed into place is judged at once, long before it would have settled or been listed")
    func renamed() async throws {
        let lab = try LabRoot(
            configuration: "[watch]\nsettle_milliseconds = 60000\nrescan_milliseconds = 600000\n"
        )
        let daemon = try await Daemon(lab)
        try lab.deliver("a.csv", report.text)
        try await judged(lab, "VA26030001", daemon)
    }

    @Test("What was there before the daemon is judged too")
    func backlog() async throws {
        let lab = try LabRoot()
        try lab.deliver("a.csv", report.text)
        let daemon = try await Daemon(lab)
        try await judged(lab, "VA26030001", daemon)
    }

    @Test("A file written in place, slowly, is judged once and whole; a writer that keeps it open is waited for")
    func slowly() async throws {
        let lab = try LabRoot()
        let daemon = try await Daemon(lab)
        let file = open(lab.incoming + "/slow.csv", O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
        let bytes = Array(report.text.utf8)
        let step = bytes.count / 5 + 1
        for start in stride(from: 0, to: bytes.count, by: step) {
            let piece = Array(bytes[start..<min(start + step, bytes.count)])
            #expect(write(file, piece, piece.count) == piece.count)
            // Far longer than it takes to settle: only that it is open for writing protects it.
            try await Task.sleep(for: .milliseconds(300))
        }
        #expect(LabRoot.names(in: lab.incoming) == ["slow.csv"])
        #expect(try deliveries(lab).isEmpty)
        close(file)
        try await judged(lab, "VA26030001", daemon)
        #expect(try deliveries(lab) == ["slow.csv|ingested"])
        #expect(try LedgerView(lab: lab).rows("SELECT size FROM deliveries") == ["\(bytes.count)"])
    }

    @Test("A daemon with nothing to do gives back the pages that only its start needed")
    func idleMemory() async throws {
        let daemon = try await Daemon(LabRoot())
        // With the pages of its start it is some 50 MB.
        try await eventually("an idle daemon took less than 40 MB: \(daemon.program.memory("VmRSS") ?? 0) kB") {
            (daemon.program.memory("VmRSS") ?? .max) < 40_000
        }
        #expect(try await daemon.stop() == 0)
    }

    @Test("Partial names are left alone until they are renamed")
    func partial() async throws {
        let lab = try LabRoot()
        let daemon = try await Daemon(lab)
        let names = [".a.csv", "a.csv.part", "a.csv.filepart", "a.csv~", "a.csv.tmp"]
        for name in names { try lab.deliver(name, report.text) }
        try lab.deliver("other.csv", GoldReport("VA26030002", samples: "A2").text)
        try await judged(lab, "VA26030002", daemon)
        try await Task.sleep(for: .milliseconds(900))
        #expect(LabRoot.names(in: lab.incoming) == names.sorted())
        try FileManager.default.moveItem(atPath: lab.incoming + "/a.csv.part", toPath: lab.incoming + "/a.csv")
        try await judged(lab, "VA26030001", daemon)
    }

    @Test("A folder that takes the place of incoming/ is watched")
    func replaced() async throws {
        let lab = try LabRoot()
        let daemon = try await Daemon(lab)
        try FileManager.default.moveItem(atPath: lab.incoming, toPath: lab.watch + "/before")
        try FileManager.default.createDirectory(atPath: lab.incoming, withIntermediateDirectories: true)
        try lab.deliver("a.csv", report.text)
        try await judged(lab, "VA26030001", daemon)
        // And it is watched, not only listed once.
        try lab.deliver("b.csv", GoldReport("VA26030002", samples: "A2").text)
        try await judged(lab, "VA26030002", daemon)
    }

    @Test("Polling, as on a network share, finds everything as well")
    func polling() async throws {
        let lab = try LabRoot(
            configuration: "[watch]\npoll = true\nsettle_milliseconds = 60\nrescan_milliseconds = 200\n"
        )
        let daemon = try await Daemon(lab)
        #expect(daemon.log.contains("polling incoming/"))
        try lab.deliver("a.csv", report.text)
        try await judged(lab, "VA26030001", daemon)
    }

    @Test("A second daemon on the same root refuses in clear words; SIGTERM ends the first with status 0")
    func twoDaemons() async throws {
        let lab = try LabRoot()
        let daemon = try await Daemon(lab)
        let second = try await Program.run(["serve", "--root", lab.path])
        #expect(second.status == 75)
        #expect(second.errors.contains("another cupel serves \(lab.path) already"))
        #expect(try await daemon.stop() == 0)
        #expect(daemon.log.contains("stopped"))
        let third = try await Daemon(lab)
        #expect(try await third.stop() == 0)
    }

    @Test("After SIGHUP the policy that was edited is in force")
    func reload() async throws {
        let lab = try LabRoot()
        let daemon = try await Daemon(lab)
        try lab.edit("policies/default.toml", replacing: "\nfail_sd = 3", with: "\nfail_sd = 4")
        daemon.program.signal(SIGHUP)
        try await eventually("the standards were renewed") { daemon.log.contains("standards renewed") }
        let high = GoldReport("VA26030001", samples: "A1", standard: GoldReport.failing)
        try lab.deliver("register.csv", high.register)
        try lab.deliver("a.csv", high.text)
        try await eventually("it only warned") { try LedgerView(lab: lab).outcome(of: "VA26030001") == "warn" }
    }

    @Test("An alert that could not be written is written while the daemon runs on")
    func alertOwed() async throws {
        let lab = try LabRoot()
        try FileManager.default.removeItem(atPath: lab.alerts)
        try Data().write(to: URL(filePath: lab.alerts))
        let daemon = try await Daemon(lab, environment: ["WATCHDOG_USEC": "600000"])
        try lab.deliver("a.csv", report.text)
        try await judged(lab, "VA26030001", daemon)
        try await eventually("it was told") { daemon.log.contains("the alert could not be written") }
        try FileManager.default.removeItem(atPath: lab.alerts)
        try await eventually("it was written: \(daemon.log)") {
            LabRoot.names(in: lab.alerts).contains("VA26030001.txt")
        }
    }
}
