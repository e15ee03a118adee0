import CupelService
import Foundation
import Intake
import TestSupport
import Testing

@Suite("What the journal hears")
struct JournalTests {
    /// A daemon whose standard error systemd would have connected to the journal.
    private func serve(_ lab: LabRoot, stream: String = "$(stat -L -c %d:%i /proc/self/fd/2)") throws -> Program {
        let script = "JOURNAL_STREAM=\(stream) exec \"$0\" serve --root \"$1\""
        return try Program(
            ["-c", script, Program.path, lab.path],
            environment: ["CUPEL_JOURNAL_SOCKET": lab.path + "/journal"],
            path: "/bin/sh"
        )
    }

    @Test("A judged batch, a register and a quarantined file, each value as a field; nothing goes to standard error")
    func fields() async throws {
        let lab = try LabRoot()
        let socket = try DatagramSocket(lab.path + "/journal")
        let program = try serve(lab)
        var heard: [JournalFields?] = []
        func entry(_ event: String) -> JournalFields? { heard.compactMap { $0 }.first { $0["CUPEL_EVENT"] == event } }
        func waitFor(_ event: String) async throws {
            try await eventually("\(event) came: \(program.errors)") {
                heard += socket.packets().map { JournalFields($0) }
                return entry(event) != nil
            }
        }
        try await waitFor("watching")
        let report = GoldReport("VA26030001", samples: "A1", standard: GoldReport.failing)
        try lab.deliver("register.csv", report.register)
        try await waitFor("registered")
        try lab.deliver("a.csv", report.text)
        try await waitFor("judged")
        try lab.deliver("again.csv", report.text)
        try await waitFor("duplicate")
        try lab.deliver("noise.bin", [UInt8](repeating: 7, count: 3_000))
        try await waitFor("quarantined")
        program.signal(15)
        #expect(try await program.ended().status == 0)
        try await waitFor("stopped")

        let judged = try #require(entry("judged"))
        #expect(judged["MESSAGE"]?.hasPrefix("warning: judged batch=VA26030001 failed=1 laboratory=ALS") == true)
        #expect(judged["PRIORITY"] == "4")
        #expect(judged["SYSLOG_IDENTIFIER"] == "cupel")
        #expect(judged["MESSAGE_ID"] == Event.judged.messageID)
        #expect(judged["CUPEL_BATCH"] == "VA26030001")
        #expect(judged["CUPEL_LABORATORY"] == "ALS")
        #expect(judged["CUPEL_OUTCOME"] == "fail")
        #expect(judged["CUPEL_FAILED"] == "1")
        let quarantined = try #require(entry("quarantined"))
        #expect(quarantined["CUPEL_FILE"] == "noise.bin")
        #expect(quarantined["CUPEL_CODE"]?.isEmpty == false)
        #expect(quarantined["CUPEL_REASON"]?.isEmpty == false)
        #expect(entry("registered")?["CUPEL_SAMPLES"] == "2")
        #expect(entry("duplicate")?["CUPEL_FILE"] == "again.csv")
        #expect(!heard.contains { $0 == nil }, "an entry that the journal would refuse")
        #expect(program.errors.isEmpty)
    }

    @Test("Standard error that leads elsewhere, or a journal that is away, gets lines as before")
    func lines() async throws {
        let lab = try LabRoot()
        let socket = try DatagramSocket(lab.path + "/journal")
        let elsewhere = try serve(lab, stream: "1:1")
        try await eventually("the line came") { elsewhere.errors.contains("<5>notice: watching incoming/ status=") }
        elsewhere.signal(15)
        #expect(try await elsewhere.ended().status == 0)
        #expect(socket.packets().isEmpty)

        try FileManager.default.removeItem(atPath: lab.path + "/journal")
        let away = try serve(lab)
        try await eventually("the line came") { away.errors.contains("<5>notice: watching incoming/ status=") }
        away.signal(15)
        #expect(try await away.ended().status == 0)
    }

    @Test("A line shows no control character that a certificate holds")
    func controlCharacters() async throws {
        let lab = try LabRoot()
        let daemon = try await Daemon(lab)
        try lab.deliver("a.csv", GoldReport("VA26\u{1B}[2J", samples: "A1").text)
        try await eventually("it was told: \(daemon.log)") { daemon.log.contains("batch=VA26\u{FFFD}[2J") }
        #expect(!daemon.log.unicodeScalars.contains { $0.value == 0x1B })
    }

    @Test("A value with line breaks is sent with its length, and a name that the journal would refuse is mended")
    func encoding() throws {
        var entry = JournalEntry()
        entry.add("MESSAGE", "a=b")
        entry.add("CUPEL_PROBLEMS", "one\ntwo\n")
        entry.add("_9 not-evaluated", "")
        let expected: [UInt8] =
            Array("MESSAGE=a=b\nCUPEL_PROBLEMS\n".utf8) + [8, 0, 0, 0, 0, 0, 0, 0]
            + Array("one\ntwo\n\nNOT_EVALUATED=\n".utf8)
        #expect(entry.bytes == expected)
        let read = try #require(JournalFields(entry.bytes))
        #expect(read.values == ["MESSAGE": "a=b", "CUPEL_PROBLEMS": "one\ntwo\n", "NOT_EVALUATED": ""])
    }

    @Test(
        "Each kind of event has a number of its own, and a row on the page of events with both",
        arguments: Event.allCases
    )
    func documented(event: Event) throws {
        let page = try LabRoot.text(
            LabRoot.package.appending(path: "Sources/CupelService/CupelService.docc/Events.md").path
        )
        #expect(event.messageID.wholeMatch(of: /[0-9a-f]{32}/) != nil)
        #expect(Event.allCases.count { $0.messageID == event.messageID } == 1)
        let row = page.split(separator: "\n").first { $0.hasPrefix("| `\(event.rawValue)` |") }
        #expect(row?.hasSuffix("| `\(event.messageID)` |") == true, "\(event.rawValue) \(event.messageID)")
    }
}
