import Ledger
import QualityControl
import Testing

@Suite("The audit log")
struct AuditTests {
    /// A ledger with some history: certificates, verdicts, a decision.
    private func history() throws -> TestLedger {
        let ledger = try TestLedger()
        for batch in ["VA1", "VA2", "VA3"] {
            try ledger.ledger.write { transaction in
                try transaction.take(.sample(batch), sha256: batch, judged: .sample(.fail))
                try transaction.decide(batch: batch, action: .accept, actor: "A. Roy", reason: "r", at: "t")
            }
        }
        return ledger
    }

    private func problems(_ ledger: TestLedger) throws -> [AuditReport.Problem] {
        try ledger.ledger.read { try $0.verifyAudit().problems }
    }

    private static func drop(_ table: String) -> String {
        "DROP TRIGGER \(table)_is_not_changed; DROP TRIGGER \(table)_is_not_deleted;"
    }

    @Test("is intact as written, and ends in a hash of all of it")
    func intact() throws {
        let ledger = try history()
        let report = try ledger.ledger.read { try $0.verifyAudit() }
        #expect(report.isIntact && report.rows == 9)
        #expect(try ledger.query("SELECT hash FROM audit_log ORDER BY seq DESC LIMIT 1") == [[report.head.hash]])
        let actors = try ledger.query("SELECT DISTINCT actor FROM audit_log ORDER BY actor")
        #expect(actors == [["A. Roy"], ["cupel"]])
    }

    @Test("proves itself up to a row that was written down elsewhere, and misses it where the log was cut off")
    func head() throws {
        let ledger = try history()
        let early = try ledger.ledger.read { try $0.auditHead() }
        #expect(AuditHead(early.description) == early)
        #expect(early.seq == 9)
        try ledger.ledger.write { try $0.recordBackup(to: "/mnt/b.sqlite", head: early, at: "t") }
        #expect(try ledger.ledger.read { try $0.verifyAudit(against: early) }.isIntact)
        let late = try ledger.ledger.read { try $0.auditHead() }
        #expect(
            try ledger.query("SELECT action, subject, detail FROM audit_log WHERE seq = 10") == [
                ["backup", "/mnt/b.sqlite", "a checked copy whose log ends with row \(early)"]
            ]
        )
        // Whoever can write the file takes the last row away, and the number that it had.
        try ledger.tamper(
            Self.drop("audit_entry")
                + "DELETE FROM audit_entry WHERE seq = 10; UPDATE sqlite_sequence SET seq = 9 WHERE name = 'audit_entry'"
        )
        #expect(try ledger.ledger.read { try $0.verifyAudit() }.isIntact)
        #expect(try ledger.ledger.read { try $0.verifyAudit(against: late) }.problems == [.headMissing(late)])
        #expect(
            "\(AuditReport.Problem.headMissing(late))"
                == "Row 10 with hash \(late.hash) is not in this log: the log was cut off before it, or written anew."
        )
        let empty = try TestLedger()
        #expect(try empty.ledger.read { try $0.auditHead().seq } == 0)
        for slip in ["", "9", "9:3fa4", "x:\(late.hash)", "9:\(late.hash.uppercased())", "-1:\(late.hash)"] {
            #expect(AuditHead(slip) == nil, "\(slip)")
        }
    }

    @Test("cannot be changed while its guards stand")
    func guards() throws {
        let ledger = try history()
        for sql in [
            "UPDATE audit_entry SET detail = 'x' WHERE seq = 2", "DELETE FROM audit_entry WHERE seq = 9",
            "UPDATE verdict SET outcome = 'pass'", "DELETE FROM verdict", "UPDATE decision SET reason = 'x'",
            "UPDATE certificate SET batch = 'x'", "UPDATE sample SET name = 'x'", "UPDATE finding SET message = 'x'",
            "UPDATE result_column SET texts = '[]'", "DELETE FROM delivery",
        ] {
            if sql == "DELETE FROM delivery" {
                try ledger.ledger.write {
                    _ = try $0.recordDelivery(
                        DeliveryRecord(
                            fileName: "f",
                            identity: "i",
                            sha256: "s",
                            size: 1,
                            seenAt: "t",
                            disposition: .duplicate
                        )
                    )
                }
            }
            #expect(throws: (any Error).self, "\(sql)") { try ledger.tamper(sql) }
        }
        #expect(try problems(ledger).isEmpty)
    }

    @Test("shows a row that was altered")
    func altered() throws {
        let ledger = try history()
        try ledger.tamper(Self.drop("audit_entry") + "UPDATE audit_entry SET actor = 'B' WHERE seq = 4")
        #expect(try problems(ledger) == [.altered(seq: 4)])
    }

    @Test("shows a row that was altered with its hash made new")
    func altersHash() throws {
        let ledger = try history()
        try ledger.tamper(Self.drop("audit_entry") + "UPDATE audit_entry SET hash = 'abc' WHERE seq = 4")
        #expect(try problems(ledger) == [.altered(seq: 4), .outOfOrder(seq: 5)])
    }

    @Test("shows rows that are missing: at the start, in between, at the end")
    func missing() throws {
        for (gap, expected) in [
            ("seq = 1", AuditReport.Problem.missing(from: 1, to: 1)),
            ("seq IN (4, 7)", .missing(from: 4, to: 4)),
            ("seq >= 8", .missing(from: 8, to: 9)),
        ] {
            let ledger = try history()
            try ledger.tamper(Self.drop("audit_entry") + "DELETE FROM audit_entry WHERE \(gap)")
            #expect(try problems(ledger).contains(expected), "\(gap)")
        }
    }

    @Test("shows rows that were exchanged")
    func reordered() throws {
        let ledger = try history()
        try ledger.tamper(
            Self.drop("audit_entry")
                + """
                UPDATE audit_entry SET seq = 100 WHERE seq = 4;
                UPDATE audit_entry SET seq = 4 WHERE seq = 5;
                UPDATE audit_entry SET seq = 5 WHERE seq = 100;
                """
        )
        #expect(try problems(ledger).contains(.outOfOrder(seq: 4)))
    }

    @Test("shows verdicts and decisions that are not what was logged")
    func verdicts() throws {
        let ledger = try history()
        try ledger.tamper(Self.drop("verdict") + "UPDATE verdict SET outcome = 'pass' WHERE id = 2")
        try ledger.tamper(Self.drop("finding") + "UPDATE finding SET message = 'well' WHERE verdict_id = 3")
        try ledger.tamper(Self.drop("decision") + "UPDATE decision SET actor = 'B. Roy' WHERE id = 1")
        try ledger.tamper("DELETE FROM decision WHERE id = 2")
        #expect(
            try problems(ledger) == [
                .verdictAltered(verdictID: 2), .verdictAltered(verdictID: 3), .decisionAltered(decisionID: 1),
                .decisionAltered(decisionID: 2),
            ]
        )
    }
}
