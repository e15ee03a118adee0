import GRDB
import Geochemistry
import QualityControl
import Testing

@testable import Ledger

@Suite("A ledger of an older program")
struct MigrationTests {
    private static let views = [
        "certificates", "determinations", "qc_results", "findings", "verdicts", "failure_queue", "deliveries",
        "audit_log",
    ]

    @Test("keeps every row, and takes what this one knows more")
    func migrates() throws {
        let ledger = try OldLedger()
        #expect(try ledger.query("PRAGMA user_version") == [["1"]])
        #expect(try ledger.query("SELECT name FROM pragma_table_info('sample') WHERE name = 'sheet'").isEmpty)
        let before = try Self.views.map { try ledger.query("SELECT * FROM \($0)") }
        #expect(before.allSatisfy { !$0.isEmpty || $0 == before[2] })

        let opened = try Ledger(path: ledger.path)
        #expect(try ledger.query("PRAGMA user_version") == [["7"]])
        #expect(try Self.views.map { try ledger.query("SELECT * FROM \($0)") } == before)
        #expect(try ledger.query("SELECT DISTINCT sheet FROM sample") == [[""]])
        #expect(try ledger.query("SELECT DISTINCT stored FROM result_column") == [[""]])
        #expect(try opened.read { try $0.verifyAudit().isIntact })
        #expect(try ledger.query("PRAGMA foreign_key_check").isEmpty)

        try opened.write { transaction in
            let taken = try transaction.take(.sample("VA2"), sha256: "b", judged: .sample(.pass))
            _ = taken
            let reference = try transaction.allCurrentCertificates()[0]
            let letter = DocumentRecord(name: "l.pdf", kind: "pdf", sha256: "c", size: 1, path: "p")
            try transaction.insertDocuments([letter], beside: reference, at: "t")
        }
        #expect(try ledger.query("SELECT name FROM documents") == [["l.pdf"]])
        #expect(try opened.read { try $0.verifyAudit().isIntact })
        try opened.close()
        #expect(try Ledger(path: ledger.path).read { try $0.allCurrentCertificates().count } == 2)
    }

    @Test(
        "of each schema that was released opens, with every row, its guards and its log",
        arguments: 1..<Schema.version
    )
    func every(schema: Int) throws {
        let ledger = try OldLedger(schema: schema)
        #expect(try ledger.query("PRAGMA user_version") == [["\(schema)"]])
        let before = try Self.views.map { try ledger.query("SELECT * FROM \($0)") }
        let opened = try Ledger(path: ledger.path)
        #expect(try ledger.query("PRAGMA user_version") == [["\(Schema.version)"]])
        #expect(try Self.views.map { try ledger.query("SELECT * FROM \($0)") } == before)
        #expect(try opened.read { try $0.verifyAudit().isIntact })
        try opened.check()
        let item = try opened.write { transaction in
            try transaction.decide(
                batch: "VA1",
                action: .accept,
                scope: DecisionScope(analytes: ["Cu"]),
                actor: "A. Roy",
                reason: "checked",
                at: "t"
            )
        }
        #expect(item.standing.phase == .accepted)
        #expect(throws: (any Error).self) { try ledger.tamper("UPDATE certificate SET member = 'x'") }
        #expect(throws: (any Error).self) { try ledger.tamper("DELETE FROM decision_scope") }
    }

    @Test("gives the samples of its re-assay lists, so that a re-assay finds them")
    func reassaySamples() throws {
        let ledger = try OldLedger()
        try ledger.tamper(
            """
            DROP TRIGGER verdict_is_not_changed;
            UPDATE verdict SET reassay = '[[2,"S2",["Cu ME-ICP61"],["S1"]]]';
            """
        )
        let opened = try Ledger(path: ledger.path)
        #expect(try ledger.query("SELECT sample_key FROM reassay_sample") == [["S2"]])
        #expect(try ledger.query("SELECT reassay_closes FROM verdict") == [["0"]])
        try opened.write { transaction in
            try transaction.take(
                .sample("VA2", reported: "2024-04-01", samples: ["S1", "S2"]),
                sha256: "b",
                judged: .sample(.pass)
            )
        }
        #expect(
            try ledger.query("SELECT failed_batch, reassay_batch, answered FROM reassays") == [["VA1", "VA2", "1"]]
        )
        #expect(throws: (any Error).self) { try ledger.tamper("UPDATE verdict SET reassay_closes = 1") }
    }

    @Test("is not read by halves: a reader asks for a writer first")
    func readOnly() throws {
        let ledger = try OldLedger()
        #expect(throws: LedgerError.olderSchema(path: ledger.path, found: 1, known: 7)) {
            try Ledger(path: ledger.path, access: .readOnly)
        }
    }

    @Test("has its guards, old and new")
    func guards() throws {
        let ledger = try OldLedger()
        try Ledger(path: ledger.path).close()
        for sql in ["UPDATE sample SET sheet = 'x'", "UPDATE result_column SET stored = '{}'", "DELETE FROM sample"] {
            #expect(throws: (any Error).self, "\(sql)") { try ledger.tamper(sql) }
        }
    }
}

@Suite("What a workbook says more than a text")
struct WorkbookColumnTests {
    @Test("sheets and stored texts are kept as they are")
    func kept() throws {
        let ledger = try TestLedger()
        var certificate = Certificate.sample("VA1")
        certificate.samples[1].sheet = "QC"
        certificate.columns[0].storedTexts = [1: "2.2999999999999998", 0: "a \"quoted\"\ntext"]
        try ledger.ledger.write { _ = try $0.take(certificate, sha256: "a", judged: .sample(.pass)) }
        #expect(try ledger.query("SELECT sheet FROM sample ORDER BY position") == [[""], ["QC"]])
        #expect(
            try ledger.query("SELECT j.key, j.value FROM result_column, json_each(stored) j") == [
                ["0", "a \"quoted\"\ntext"], ["1", "2.2999999999999998"],
            ]
        )
        #expect(
            try ledger.query("SELECT stored FROM result_column")
                == [["{\"0\":\"a \\\"quoted\\\"\\ntext\",\"1\":\"2.2999999999999998\"}"]]
        )
    }
}
