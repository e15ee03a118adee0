import Foundation
import TestSupport
import Testing

@testable import Intake
@testable import Ledger

/// Of a long backlog, what follows in the series of its files is judged once, when it is through.
@Suite("Verdicts that a backlog leaves to be renewed")
struct RenewalTests {
    /// Certificates of one series, a day each; every standard lies beyond two SD, so that each fails with the one before.
    private static func reports(_ count: Int) -> [GoldReport] {
        (1...count).map { day in
            GoldReport(
                "VA260300\(day < 10 ? "0" : "")\(day)",
                samples: "A\(day)N",
                reported: "2026-03-\(day < 10 ? "0" : "")\(day)",
                standard: GoldReport.high
            )
        }
    }

    private static func files(_ reports: [GoldReport]) -> [(name: String, text: String)] {
        reports.map { ("\($0.batch).csv", $0.text) }
    }

    /// A run that knows the registers of the reports.
    private static func run(_ reports: [GoldReport]) throws -> PipelineRun {
        let run = try PipelineRun()
        try run.take("register.csv", GoldReport.registerHeader + reports.map(\.registerRows).joined())
        return run
    }

    /// The same after the reports came one by one, the last date first, before a backlog of so many files.
    private static func backwards(_ reports: [GoldReport], behind: Int = 100) throws -> PipelineRun {
        let run = try run(reports)
        for file in files(reports).reversed() { try run.take([file], behind: behind) }
        return run
    }

    private static func standing(_ run: PipelineRun) throws -> [String] {
        try run.outcomes()
            + run.rows(
                "SELECT f.batch, f.message FROM findings f JOIN verdicts v USING (verdict_id) WHERE v.current ORDER BY 1, 2"
            )
            + run.rows("SELECT batch, state, summary FROM failure_queue ORDER BY batch")
            + LabRoot.names(in: run.lab.alerts)
    }

    @Test("come to what certificates in the order of dates come to, with one more verdict each at most")
    func backwards() throws {
        let reports = Self.reports(12)
        let inOrder = try Self.run(reports)
        for file in Self.files(reports) { try inOrder.take([file]) }
        let run = try Self.backwards(reports)
        #expect(try run.ledger.read { try $0.renewalCount() } == 11)
        #expect(try run.outcomes().allSatisfy { $0.hasSuffix("warn") }, "none knows of the one before")
        try run.renewAll()
        #expect(try Self.standing(run) == Self.standing(inOrder))
        #expect(try run.outcomes().filter { $0.hasSuffix("fail") }.count == 11)
        #expect(try run.rows("SELECT max(n) FROM (SELECT count(*) n FROM verdicts GROUP BY certificate_id)") == ["2"])
        #expect(try run.ledger.read { try $0.verifyAudit().isIntact })
        guard case .nothing = run.pipeline.renew(atMost: 3) else {
            Issue.record("nothing was left")
            return
        }
    }

    @Test("wait while the ledger is held by another program, and nothing is lost")
    func hindered() throws {
        let reports = Self.reports(3)
        let run = try Self.backwards(reports)
        let lock = try LedgerLock(run.root.ledger)
        guard case .hindered(let reason, left: 2) = run.pipeline.renew(atMost: 5) else {
            Issue.record("the ledger was held")
            return
        }
        #expect(reason.contains("is in use by another program"))
        lock.release()
        #expect(try run.ledger.read { try $0.renewalCount() } == 2)
        try run.renewAll()
        #expect(try run.outcomes() == ["VA26030001|warn", "VA26030002|fail", "VA26030003|fail"])
    }

    @Test("stand where the original is gone, and hold up no other")
    func lost() throws {
        let reports = Self.reports(3)
        let run = try Self.backwards(reports)
        let sha256 = try run.rows("SELECT sha256 FROM certificates WHERE batch = 'VA26030002'")[0]
        let shelf = run.lab.archive + "/by-hash/" + sha256.prefix(2) + "/"
        for name in LabRoot.names(in: shelf) where name.hasPrefix(sha256) {
            try FileManager.default.removeItem(atPath: shelf + name)
        }
        try run.renewAll()
        #expect(try run.outcomes() == ["VA26030001|warn", "VA26030002|warn", "VA26030003|fail"])
    }

    @Test("are given up where the program died over one of them twice, and this one alone")
    func deadly() throws {
        let reports = Self.reports(3)
        let run = try Self.backwards(reports)
        let (ids, counts) = (try run.ids(), run.root.watch + "/.attempts/")
        // As two processes leave it that died over both at first, and then over one.
        try Data("2".utf8).write(to: URL(filePath: counts + "\(ids["VA26030002"] ?? 0)"))
        try Data("1".utf8).write(to: URL(filePath: counts + "\(ids["VA26030003"] ?? 0)"))
        try run.renewAll()
        #expect(try run.outcomes() == ["VA26030001|warn", "VA26030002|warn", "VA26030003|fail"])
        #expect(LabRoot.names(in: counts).isEmpty)
    }

    @Test("are not asked for of a certificate that a revision has replaced meanwhile")
    func replaced() throws {
        let reports = Self.reports(2)
        let run = try Self.backwards(reports)
        var reissue = reports[1]
        reissue.reported = "2026-03-20"
        try run.take("reissue.csv", reissue.text)
        try run.renewAll()
        #expect(
            try run.rows("SELECT outcome, current FROM verdicts WHERE batch = 'VA26030002' ORDER BY verdict_id")
                == ["warn|0", "fail|1"]
        )
    }

    @Test("are done by whoever judges the certificate first, and no certificate that waits is left as it is")
    func revalidated() throws {
        let reports = Self.reports(3)
        let run = try Self.backwards(reports)
        let references = try run.ledger.read { try $0.allCurrentCertificates() }
        #expect(try references.map { try run.pipeline.isJudgedByNow($0) } == [true, false, false])
        _ = try run.pipeline.revalidate([references[1]])
        #expect(try run.ledger.read { try $0.renewals(atMost: 9).map(\.batch) } == ["VA26030003"])
        // As if another program had put this one off, whose series says what it said.
        try run.ledger.write { try $0.putOffRenewal(of: [references[0]]) }
        #expect(try !run.pipeline.isJudgedByNow(references[0]))
        _ = try run.pipeline.revalidate(references)
        #expect(try run.ledger.read { try $0.renewalCount() } == 0)
        #expect(try references.allSatisfy { try run.pipeline.isJudgedByNow($0) })
    }

    @Test("do not wait where few files do: they are judged with them")
    func few() throws {
        let reports = Self.reports(4)
        let run = try Self.backwards(reports, behind: Pipeline.mostJudgedThrough - 1)
        #expect(try run.ledger.read { try $0.renewalCount() } == 0)
        #expect(try run.outcomes().filter { $0.hasSuffix("fail") }.count == 3)
    }
}

extension PipelineRun {
    fileprivate func ids() throws -> [String: Int64] {
        try ledger.read { reader in
            try reader.allCurrentCertificates().reduce(into: [:]) { $0[$1.batch] = $1.id }
        }
    }
}
