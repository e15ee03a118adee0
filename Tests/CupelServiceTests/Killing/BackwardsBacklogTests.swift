import Foundation
import TestSupport
import Testing

/// A long backlog in the wrong order of dates: what follows in the series is renewed when it is through, whoever dies or
/// stops in between.
@Suite("A backlog in the wrong order")
struct BackwardsBacklogTests {
    /// Of one series, a day each, and every standard beyond two SD: each but the first fails with the one before.
    private static func reports(_ count: Int) -> [GoldReport] {
        (0..<count).map { number in
            let day = String(10 + number % 19)
            return GoldReport(
                "VA26\(1_000 + number)",
                samples: "A\(number)N",
                reported: "2026-\(10 + number / 19 % 3)-\(day)",
                standard: GoldReport.high
            )
        }
    }

    /// A root with the files in outside/, and their paths, the last date first.
    private static func lab(_ count: Int) async throws -> (lab: LabRoot, paths: [String]) {
        let lab = try LabRoot()
        // Of the same date, the later number comes later in the series.
        let reports = reports(count).sorted { ($0.reported, $0.batch) > ($1.reported, $1.batch) }
        try lab.put("register.csv", GoldReport.registerHeader + reports.map(\.registerRows).joined())
        let taken = try await Program.run(["ingest", "--root", lab.path, lab.outside + "/register.csv"])
        try #require(taken.status == 0, "\(taken.errors)")
        for report in reports { try lab.put(report.batch + ".csv", report.text) }
        return (lab, reports.map { lab.outside + "/" + $0.batch + ".csv" })
    }

    private func verdicts(_ lab: LabRoot) throws -> [String] {
        try LedgerView(lab: lab).rows("SELECT outcome, count(*) FROM verdicts WHERE current GROUP BY 1 ORDER BY 1")
    }

    private func waiting(_ lab: LabRoot) throws -> Int {
        try LedgerView(lab: lab).rows("SELECT count(*) FROM renewal").first.flatMap { Int($0) } ?? -1
    }

    @Test("ingest judges each certificate twice at most, and tells it once as it stands")
    func ingest() async throws {
        let (lab, paths) = try await Self.lab(90)
        let ended = try await Program.run(["ingest", "--root", lab.path, "-"], input: paths.joined(separator: "\n"))
        #expect(ended.status == 1, "\(ended.errors)")
        #expect(ended.output.hasSuffix("90 judged, 89 held back\n"), "\(ended.output.suffix(200))")
        #expect(try verdicts(lab) == ["fail|89", "warn|1"])
        #expect(try waiting(lab) == 0)
        let most = try LedgerView(lab: lab).rows("SELECT max(n) FROM (SELECT count(*) n FROM verdicts GROUP BY batch)")
        #expect(most == ["2"])
    }

    @Test("A command that is killed leaves a note, doctor and show tell of it, and the service goes on")
    func killed() async throws {
        let (lab, paths) = try await Self.lab(80)
        let ended = try await Program.run(
            ["ingest", "--root", lab.path, "-"],
            environment: ["CUPEL_FAILPOINT": "verdict_stored:85"],
            input: paths.joined(separator: "\n")
        )
        #expect(ended.status == -SIGKILL)
        #expect(try waiting(lab) == 79)
        let doctor = try await Program.run(["doctor", "--root", lab.path])
        #expect(doctor.output.contains("79 certificates are to be judged again"), "\(doctor.output)")
        let last = paths[0].split(separator: "/").last?.dropLast(4) ?? ""
        let show = try await Program.run(["show", "--root", lab.path, String(last)])
        #expect(show.output.contains("To be judged again when the backlog is through"), "\(show.output)")

        let export = try await Program.run(["export", "--root", lab.path, "--released"])
        #expect(
            export.errors.contains("79 not in the queue: certificates came before it in a series; it is judged again"),
            "\(export.errors)"
        )

        let lock = try LedgerLock(lab.ledger)
        let daemon = try await Daemon(lab, environment: StatusWords.environment(lab))
        try await StatusWords(lab).hold(
            "nothing waiting; 79 certificates to judge again after a backlog",
            "held up: ",
            "in use by"
        )
        #expect(daemon.log.contains("error: the ledger cannot be written; trying again"), "\(daemon.log)")
        lock.release()
        try await eventually("all were judged again", within: .seconds(240)) { try waiting(lab) == 0 }
        #expect(try await daemon.stop() == 0)
        #expect(try verdicts(lab) == ["fail|79", "warn|1"])
        #expect(LabRoot.names(in: lab.path + "/Watch/.attempts").isEmpty)
        let after = try await Program.run(["show", "--root", lab.path, String(last)])
        #expect(!after.output.contains("To be judged again"))
        let released = try await Program.run(["export", "--root", lab.path, "--released"])
        #expect(released.errors.contains("of 1 certificate in 1 batch released"), "\(released.errors)")
    }

    @Test("The service renews when no file waits, says so, and goes on where it was stopped")
    func service() async throws {
        let (lab, paths) = try await Self.lab(150)
        for (number, path) in paths.enumerated() {
            let name = lab.incoming + "/" + (path.split(separator: "/").last ?? "")
            try FileManager.default.moveItem(atPath: path, toPath: name)
            let date = Date(timeIntervalSince1970: 1_700_000_000 + Double(number))
            try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: name)
        }
        let first = try await Daemon(lab)
        try await eventually("some were judged", within: .seconds(240)) {
            LabRoot.names(in: lab.incoming).count < 100
        }
        #expect(try await first.stop() == 0)
        let daemon = try await Daemon(lab)
        try await eventually("all were judged again", within: .seconds(240)) {
            try LabRoot.names(in: lab.incoming).isEmpty && waiting(lab) == 0
        }
        #expect(try await daemon.stop() == 0)
        #expect(try verdicts(lab) == ["fail|149", "warn|1"])
    }

    @Test("Where another program holds the ledger, ingest says what is left and how to go on")
    func hindered() async throws {
        // The lock has to be taken between the last file and the last verdict; where that was missed, once more.
        for _ in 0..<5 {
            let (lab, paths) = try await Self.lab(200)
            let program = try Program(["ingest", "--root", lab.path, "-"], input: paths.joined(separator: "\n"))
            try await eventually("all were taken in", within: .seconds(240)) {
                try LedgerView(lab: lab).rows("SELECT count(*) FROM certificates") == ["200"]
            }
            let lock = try LedgerLock(lab.ledger)
            let left = try waiting(lab)
            if left > 0 {
                let ended = try await program.ended(within: .seconds(240))
                #expect(ended.status == 75)
                #expect(ended.errors.contains("Some verdicts were not renewed"), "\(ended.errors)")
                #expect(ended.errors.contains("is in use by another program"))
                #expect(ended.errors.contains("cupel revalidate --all"))
                lock.release()
                let again = try await Program.run(["revalidate", "--root", lab.path, "--all"])
                #expect(again.status == 1, "\(again.errors)")
                #expect(try verdicts(lab) == ["fail|199", "warn|1"])
                #expect(try waiting(lab) == 0)
                return
            }
            lock.release()
            _ = try await program.ended(within: .seconds(240))
        }
        Issue.record("the lock never came in time")
    }
}
