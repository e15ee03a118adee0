import Foundation
import TestSupport
import Testing

@testable import CupelService

@Suite("A command for every new alert")
struct AlertHookTests {
    private let failing = GoldReport("VA26030001", samples: "A1", standard: GoldReport.failing)

    /// A root whose alert command is a script; `$TOLD` in it is a file beside the root's Watch.
    private func lab(_ script: String, _ more: String = "") throws -> LabRoot {
        let lab = try LabRoot()
        try set(lab, script, more)
        return lab
    }

    private func set(_ lab: LabRoot, _ script: String, _ more: String = "") throws {
        try LabRoot.write(Array("TOLD=\(lab.path)/told\n\(script)\n".utf8), to: lab.path + "/hook")
        let configuration = """
            \(LabRoot.quick)
            [metrics]
            listen = "unix:\(lab.path)/m"
            [alerts]
            command = ["/bin/sh", "\(lab.path)/hook", "word"]
            \(more)
            """
        try LabRoot.write(Array(configuration.utf8), to: lab.path + "/cupel.toml")
    }

    private static let tell =
        "echo \"$1 $CUPEL_BATCH $CUPEL_LABORATORY $CUPEL_OUTCOME $CUPEL_ROOT\" >> $TOLD; cat > $TOLD-$CUPEL_BATCH"

    private func told(_ lab: LabRoot) -> [String] {
        ((try? LabRoot.text(lab.path + "/told")) ?? "").split(separator: "\n").map(String.init)
    }

    private func ingest(_ lab: LabRoot, _ reports: [GoldReport], registers: Bool = true) async throws {
        var files: [String] = []
        for report in reports {
            if registers {
                try lab.put(report.batch + "-register.csv", report.register)
                files.append(lab.outside + "/\(report.batch)-register.csv")
            }
            try lab.put(report.batch + ".csv", report.text)
            files.append(lab.outside + "/\(report.batch).csv")
        }
        #expect([0, 1].contains(try await Program.run(["ingest", "--root", lab.path] + files).status))
    }

    @Test("Alerts that stood before are left; a new one is handed over once, and again when its verdict changes")
    func story() async throws {
        let lab = try lab(Self.tell)
        let before = (0..<40).map { GoldReport("VA2602\(1_000 + $0)", samples: "B\($0)-") }
        try await ingest(lab, before, registers: false)
        var daemon = try await Daemon(lab)
        #expect(daemon.log.contains("those that stand already are not handed over waiting=40"))
        try lab.deliver("a.csv", failing.text)
        try await eventually("it was told: \(daemon.log)") { told(lab).count == 1 }
        let line = "word VA26030001 ALS not_evaluated \(lab.path)"
        #expect(told(lab) == [line])
        let document = try LabRoot.text(lab.path + "/told-VA26030001")
        #expect(document == (try LabRoot.text(lab.alerts + "/VA26030001.json")))
        try await eventually("the end was told") { daemon.log.contains("alert handed over attempt=1 batch=VA26030001") }

        // The register makes another verdict of it.
        try lab.deliver("register.csv", failing.register)
        try await eventually("it was told again: \(daemon.log)") { told(lab).count == 2 }
        #expect(told(lab).last == "word VA26030001 ALS fail \(lab.path)")

        // Another process judges: the ledger tells of it.
        let other = GoldReport("VA26030002", samples: "A2", standard: GoldReport.failing)
        try await ingest(lab, [other])
        try await eventually("it was told: \(daemon.log)") {
            told(lab).contains("word VA26030002 ALS fail \(lab.path)")
        }
        #expect(try await daemon.stop() == 0)

        // While nobody served the root, one more; the start does not repeat the others.
        let third = GoldReport("VA26030003", samples: "A3", standard: GoldReport.failing)
        try await ingest(lab, [third])
        daemon = try await Daemon(lab)
        try await eventually("it was told: \(daemon.log)") { told(lab).count == 4 }
        try lab.deliver("pass.csv", GoldReport("VA26030004", samples: "A1").text)
        try await eventually("all is quiet") { LabRoot.names(in: lab.incoming).isEmpty }
        #expect(told(lab).last == "word VA26030003 ALS fail \(lab.path)")
        #expect(try await daemon.stop() == 0)
        let doctor = try await Program.run(["doctor", "--root", lab.path])
        #expect(doctor.output.contains("ok     every new alert is handed over to /bin/sh \(lab.path)/hook word; "))
    }

    @Test("A command that fails is tried again, and its output stands in the log")
    func failsThenWorks() async throws {
        let lab = try lab("if [ -e $TOLD-once ]; then \(Self.tell); else touch $TOLD-once; echo no mail; exit 75; fi")
        let daemon = try await Daemon(lab)
        try lab.deliver("a.csv", failing.text)
        try await eventually("it was told: \(daemon.log)") { told(lab).count == 1 }
        let reason = #"again_in="2 s" attempt=1 batch=VA26030001 laboratory=ALS outcome=not_evaluated output="no mail""#
        #expect(
            daemon.log.contains(
                "warning: the alert command failed; trying again \(reason) reason=\"it ended with status 75\""
            )
        )
        try await eventually("the end was told") { daemon.log.contains("alert handed over attempt=2 ") }
        let metrics = ExpositionLint(try SocketClient.get("/metrics", at: lab.path + "/m").body).values
        #expect(metrics["cupel_alert_hook_failures_total"] == 1)
        #expect(metrics["cupel_alert_hook_successes_total"] == 1)
        #expect(metrics["cupel_alert_hook_abandoned_total"] == 0)
        #expect(try await daemon.stop() == 0)
    }

    @Test("One that always fails is given up, the next alert has its turn, and the intake never waits")
    func givesUp() async throws {
        let lab = try lab("[ $CUPEL_BATCH = VA26030001 ] && exit 1; \(Self.tell)", "retries = 1")
        let daemon = try await Daemon(lab)
        try lab.deliver("a.csv", failing.text)
        try await eventually("the first failure: \(daemon.log)") { daemon.log.contains("the alert command failed") }
        try lab.deliver("b.csv", GoldReport("VA26030002", samples: "A2").text)
        try await eventually("it was given up, and the next told: \(daemon.log)") {
            daemon.log.contains("error: the alert command keeps failing; this alert is given up attempt=2")
                && told(lab) == ["word VA26030002 ALS not_evaluated \(lab.path)"]
        }
        let metrics = ExpositionLint(try SocketClient.get("/metrics", at: lab.path + "/m").body).values
        #expect(metrics["cupel_alert_hook_failures_total"] == 2)
        #expect(metrics["cupel_alert_hook_abandoned_total"] == 1)
        #expect(try await daemon.stop() == 0)
    }

    @Test("One that hangs is killed at its limit; meanwhile files are judged, and the daemon ends when it is told to")
    func hangs() async throws {
        let lab = try lab("echo begun >> $TOLD; sleep 300", "time_limit_seconds = 1\nretries = 3")
        let daemon = try await Daemon(lab)
        try lab.deliver("a.csv", failing.text)
        try await eventually("it began: \(daemon.log)") { !told(lab).isEmpty }
        try lab.deliver("b.csv", GoldReport("VA26030002", samples: "A2").text)
        try await eventually("the next was judged") { try LedgerView(lab: lab).outcome(of: "VA26030002") != nil }
        try await eventually("it was killed: \(daemon.log)") {
            daemon.log.contains("it was still running after 1 s and was killed")
        }
        #expect(try await daemon.stop() == 0)
    }

    @Test("Killed while the command runs: the next start hands the alert over once more, and then no more")
    func killed() async throws {
        // Without the word to go on it waits for the end of the test, however late that is.
        let waits = "while [ -d \"${TOLD%/*}\" ]; do sleep 0.2; done; exit"
        let lab = try lab(
            "echo begun >> $TOLD; [ -e $TOLD-go ] || { \(waits); }; echo done >> $TOLD",
            "time_limit_seconds = 3600"
        )
        let daemon = try await Daemon(lab)
        try lab.deliver("a.csv", failing.text)
        try await eventually("it began: \(daemon.log)") { told(lab) == ["begun"] }
        daemon.program.signal(SIGKILL)
        #expect(try await daemon.program.ended().status == -SIGKILL)
        try LabRoot.write([], to: lab.path + "/told-go")
        var next = try await Daemon(lab)
        try await eventually("it was handed over: \(next.log)") { next.log.contains("alert handed over") }
        #expect(told(lab) == ["begun", "begun", "done"])
        #expect(try await next.stop() == 0)
        next = try await Daemon(lab)
        try lab.deliver("b.csv", GoldReport("VA26030002", samples: "A2").text)
        try await eventually("the next: \(next.log)") { told(lab).count == 5 }
        #expect(!next.log.contains("batch=VA26030001"))
        #expect(try await next.stop() == 0)
    }

    @Test("A ledger that was put in the place of another is begun anew, and its alerts are not handed over")
    func restored() async throws {
        let lab = try lab(Self.tell)
        try await ingest(lab, [GoldReport("VA26020001", samples: "B1")], registers: false)
        try LabRoot.write(Array("4 7 0123\n".utf8), to: lab.path + "/progress")
        try FileManager.default.createDirectory(atPath: lab.watch + "/.hook", withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: lab.path + "/progress", toPath: lab.watch + "/.hook/progress")
        let daemon = try await Daemon(lab)
        #expect(daemon.log.contains("those that stand already are not handed over waiting=1"))
        try lab.deliver("a.csv", failing.text)
        try await eventually("it was told: \(daemon.log)") { told(lab).count == 1 }
        #expect(told(lab) == ["word VA26030001 ALS not_evaluated \(lab.path)"])
        #expect(try await daemon.stop() == 0)
        // Taken out of cupel.toml, nothing is remembered.
        try LabRoot.write(Array(LabRoot.quick.utf8), to: lab.path + "/cupel.toml")
        #expect(try await Daemon(lab).stop() == 0)
        #expect(LabRoot.names(in: lab.watch + "/.hook").isEmpty)
    }

    @Test(
        "A command that is no program ends the start with words, and doctor says the same",
        arguments: [
            (#"["notify"]"#, 65, "wants a program by its whole path"), ("[]", 65, "wants a program by its whole path"),
            (#"["/nowhere/notify"]"#, 64, "the alert command /nowhere/notify cannot be run: No such file"),
            (#"["/etc"]"#, 64, "the alert command /etc is no file"),
            (#"["/etc/passwd"]"#, 64, "the alert command /etc/passwd cannot be run by this user"),
        ] as [(String, Int32, String)]
    )
    func noProgram(command: String, status: Int32, words: String) async throws {
        let lab = try LabRoot(configuration: "[alerts]\ncommand = \(command)\n")
        let serve = try await Program.run(["serve", "--root", lab.path])
        #expect(serve.status == status)
        #expect(serve.errors.contains(words))
        let doctor = try await Program.run(["doctor", "--root", lab.path])
        #expect(doctor.status != 0)
        #expect((doctor.output + doctor.errors).contains(words))
    }
}
