import Foundation
import GRDB
import Intake
import TestSupport
import Testing

@Suite("No certificate for days")
struct SilenceTests {
    private static let day: Int64 = 86_400
    /// 2026-03-01T00:00:00Z
    private static let march: Int64 = 1_772_323_200

    private func look(_ clock: inout SilenceClock, _ last: String?, wall: Int64, monotonic: Int64) -> Silence {
        clock.look(last: last, wall: Self.march + wall, monotonic: monotonic)
    }

    @Test(
        "Seconds of a time of the ledger",
        arguments: [
            ("2026-03-01T00:00:00Z", march), ("1970-01-01T00:00:01Z", 1), ("2026-03-01 00:00:00Z", nil), ("", nil),
        ] as [(String, Int64?)]
    )
    func times(text: String, seconds: Int64?) { #expect(UTCTime.seconds(text) == seconds) }

    @Test("Limits in fours: below, on, on, above", arguments: [(-1, false), (0, false), (0, false), (1, true)])
    func limits(beyond: Int64, isSilent: Bool) {
        var clock = SilenceClock(limitDays: 7, startedAt: 0)
        let silence = look(&clock, "2026-03-01T00:00:00Z", wall: 7 * Self.day + beyond, monotonic: 5)
        #expect(silence.isSilent == isSilent)
    }

    @Test("It speaks in days, and says what is expected")
    func words() {
        var clock = SilenceClock(limitDays: 7, startedAt: 0)
        let silence = look(&clock, "2026-03-01T00:00:00Z", wall: 12 * Self.day, monotonic: 5)
        #expect(silence.words == "no certificate has come for 12 days; expected at least one every 7")
        var other = SilenceClock(limitDays: 1, startedAt: 0)
        #expect(
            look(&other, nil, wall: 0, monotonic: 5).words
                == "no certificate has come yet; expected at least one every day"
        )
    }

    @Test("Where there never was one, the days count from the start")
    func never() {
        var clock = SilenceClock(limitDays: 7, startedAt: 100)
        #expect(!look(&clock, nil, wall: 0, monotonic: 100 + 7 * Self.day).isSilent)
        #expect(look(&clock, nil, wall: 0, monotonic: 101 + 7 * Self.day).isSilent)
        #expect(!look(&clock, "2026-03-01T00:00:00Z", wall: 0, monotonic: 102 + 7 * Self.day).isSilent)
    }

    @Test("A wall clock that is set back hides nothing for ever, and is told of")
    func setBack() {
        var clock = SilenceClock(limitDays: 7, startedAt: 0)
        let first = look(&clock, "2026-03-01T00:00:00Z", wall: -30 * Self.day, monotonic: 5)
        #expect(!first.isSilent && first.isClockBehind)
        #expect(
            first.words == "the clock stands before the last certificate (2026-03-01T00:00:00Z); days cannot be counted"
        )
        let later = look(&clock, "2026-03-01T00:00:00Z", wall: -22 * Self.day, monotonic: 8 * Self.day)
        #expect(later.isSilent)
        #expect(later.words.contains("the program has run 8 days without one"))
    }

    @Test("A wall clock that jumps ahead invents nothing, where the program saw the certificate come")
    func jumped() {
        var clock = SilenceClock(limitDays: 7, startedAt: 0)
        _ = look(&clock, nil, wall: 0, monotonic: 10)
        #expect(!look(&clock, "2026-03-01T00:00:00Z", wall: 1, monotonic: 20).isSilent)
        let after = look(&clock, "2026-03-01T00:00:00Z", wall: 400 * Self.day, monotonic: 30)
        #expect(!after.isSilent && after.seconds == 10)
        // And back again.
        let back = look(&clock, "2026-03-01T00:00:00Z", wall: -400 * Self.day, monotonic: 20 + 8 * Self.day)
        #expect(back.isSilent && !back.isClockBehind)
    }

    @Test("The daemon warns, says so to systemd and in its metrics, and doctor names the days; a certificate ends it")
    func daemon() async throws {
        let lab = try LabRoot()
        let configuration = "\(LabRoot.quick)\nsilent_days = 7\n[metrics]\nlisten = \"unix:\(lab.path)/m\"\n"
        try LabRoot.write(Array(configuration.utf8), to: lab.path + "/cupel.toml")
        try lab.put("old.csv", GoldReport("VA26030001", samples: "A1").text)
        #expect(try await Program.run(["ingest", "--root", lab.path, lab.outside + "/old.csv"]).status == 1)
        try await age(lab, days: 12)

        let doctor = try await Program.run(["doctor", "--root", lab.path])
        #expect(doctor.status == 1)
        #expect(doctor.output.contains("WRONG  no certificate has come for 12 days; expected at least one every 7"))

        let socket = try DatagramSocket(lab.path + "/notify")
        let daemon = try await Daemon(lab, environment: ["NOTIFY_SOCKET": socket.path, "WATCHDOG_USEC": "600000"])
        try await eventually("it warned: \(daemon.log)") {
            daemon.log.contains("warning: no certificate has come days=7 last=")
        }
        try await eventually("the status says so") {
            socket.messages().contains {
                $0.contains("STATUS=") && $0.contains("; no certificate has come for 12 days")
            }
        }
        #expect(ExpositionLint(try SocketClient.get("/metrics", at: lab.path + "/m").body).values["cupel_silent"] == 1)
        #expect(try await daemon.stop() == 0)

        try lab.put("new.csv", GoldReport("VA26030002", samples: "A2").text)
        #expect(try await Program.run(["ingest", "--root", lab.path, lab.outside + "/new.csv"]).status == 1)
        let after = try await Program.run(["doctor", "--root", lab.path])
        #expect(after.status == 0)
        #expect(
            after.output.contains("ok     the last certificate is younger than a day; expected at least one every 7")
        )
    }

    /// Makes a ledger as old as the ledger itself lets nobody make it.
    private func age(_ lab: LabRoot, days: Int) async throws {
        let queue = try DatabaseQueue(path: lab.ledger)
        try await queue.write { database in
            let names = try String.fetchAll(
                database,
                sql: "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'certificate'"
            )
            let texts = try String.fetchAll(
                database,
                sql: "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'certificate'"
            )
            for name in names { try database.execute(sql: "DROP TRIGGER \"\(name)\"") }
            try database.execute(
                sql:
                    "UPDATE certificate SET ingested_at = strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-\(days) days', '-1 hour')"
            )
            for text in texts { try database.execute(sql: text) }
        }
        try queue.close()
    }
}
