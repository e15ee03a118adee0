import Ledger
import Testing

@Suite("Documents beside certificates")
struct DocumentTests {
    private static let letter = DocumentRecord(
        name: "letter.pdf",
        kind: "pdf",
        sha256: "abc",
        size: 7,
        path: "by-certificate/ALS/VA1/abc-letter.pdf"
    )

    /// A ledger with a document beside a certificate.
    private func ledger() throws -> TestLedger {
        let ledger = try TestLedger()
        try ledger.ledger.write { transaction in
            let stored = try transaction.insertCertificate(
                PackedCertificate(.sample("VA1")),
                sha256: "a",
                part: 0,
                fileName: "a.zip",
                ingestedAt: "t"
            )
            for _ in 0..<2 {
                try transaction.insertDocuments([Self.letter], beside: stored.certificate, at: "t")
            }
            try transaction.insertDocuments([], beside: stored.certificate, at: "t")
        }
        return ledger
    }

    @Test("are recorded once, and can be read with their certificate")
    func recorded() throws {
        let ledger = try ledger()
        let key = BatchKey(batch: "VA1", laboratory: "ALS")
        let found = try ledger.ledger.read { try $0.documents(of: key) }
        #expect(found.map(\.document) == [Self.letter])
        #expect(found.map(\.certificateID) == [1])
        #expect(try ledger.ledger.read { try $0.documents(of: BatchKey(batch: "VA1", laboratory: "SGS")) }.isEmpty)
        #expect(
            try ledger.query("SELECT detail FROM audit_log WHERE action = 'documents'")
                == [["beside certificate 1: letter.pdf, sha256 abc, 7 bytes"]]
        )
        #expect(try ledger.ledger.read { try $0.verifyAudit().isIntact })
    }

    @Test("are history", arguments: ["UPDATE document SET sha256 = 'x'", "DELETE FROM document"])
    func guarded(sql: String) throws {
        let ledger = try ledger()
        #expect(throws: (any Error).self) { try ledger.tamper(sql) }
        #expect(try ledger.query("SELECT sha256 FROM documents") == [["abc"]])
    }
}
