import GRDB
import QualityControl
import Testing

@testable import Ledger

@Suite("The words of ledger errors")
struct LedgerErrorTests {
    @Test("name a stable code, the place and what to do")
    func words() {
        let errors: [(LedgerError, String, String)] = [
            (
                .busy(path: "/l"), "ledger_busy",
                "The ledger /l is in use by another program. Try again in a moment."
            ),
            (
                .newerSchema(path: "/l", found: 3, known: 1), "ledger_newer_schema",
                "The ledger /l has schema 3, this program knows schema 1. Install the newer Cupel."
            ),
            (
                .notALedger(path: "/l"), "ledger_not_a_ledger",
                "/l is not a ledger of Cupel. It was left untouched; check the path, or move the file away."
            ),
            (
                .full(path: "/l"), "ledger_disk_full",
                "There is no space left for the ledger /l. Nothing was changed; free space on its disk."
            ),
            (
                .unknownBatch(name: "A", nearest: ["B", "C"]), "unknown_batch",
                "The ledger knows no batch 'A'. Near it: B, C."
            ),
            (
                .unknownSample(batch: "A", name: "B1", nearest: ["B2", "B3"]), "unknown_sample",
                "Batch 'A' has no sample 'B1'. Near it: B2, B3."
            ),
            (
                .unknownSample(batch: "A", name: "B1", nearest: []), "unknown_sample",
                "Batch 'A' has no sample 'B1', and none whose number is near it."
            ),
            (
                .unknownAnalyte(batch: "A", name: "Cu by X", known: ["Cu by Y", "Cu by Z"]), "unknown_analyte",
                "Nothing in batch 'A' determines Cu by X. There is: Cu by Y, Cu by Z."
            ),
            (
                .unknownMaterial(name: "OREAS 6", nearest: ["OREAS 60"]), "unknown_material",
                "No certificate holds the material 'OREAS 6'. Near it: OREAS 60."
            ),
            (
                .unusedPolicy(name: "x", used: ["default"]), "unused_policy",
                "No certificate was judged by the policy 'x'. There is: default."
            ),
            (
                .unknownRegister(name: "r.csv", known: []), "unknown_register",
                "The ledger has taken in no register 'r.csv'; 'cupel ingest' takes one in, and judges again by itself."
            ),
            (
                .unknownVerdict(batch: "A", id: 7, known: [1, 2]), "unknown_verdict",
                "Batch 'A' has no verdict 7. There is: 1, 2."
            ),
            (
                .wrongState(batch: "A", state: "accepted", action: "reject"), "wrong_state",
                "Batch 'A' is accepted, so 'reject' does not apply. 'cupel queue show A' tells more."
            ),
        ]
        for (error, code, words) in errors {
            #expect(error.code == code)
            #expect(error.description == words)
        }
        #expect(LedgerError.busy(path: "").isTemporary)
        #expect(!LedgerError.full(path: "").isTemporary)
    }

    @Test("follow what SQLite says")
    func sqlite() {
        let expected: [(ResultCode, String?)] = [
            (.SQLITE_BUSY, "ledger_busy"), (.SQLITE_BUSY_SNAPSHOT, "ledger_busy"), (.SQLITE_LOCKED, "ledger_busy"),
            (.SQLITE_FULL, "ledger_disk_full"), (.SQLITE_READONLY, "ledger_read_only"),
            (.SQLITE_READONLY_DIRECTORY, "ledger_read_only"), (.SQLITE_IOERR_WRITE, "ledger_input_output"),
            (.SQLITE_CORRUPT, "ledger_corrupt"), (.SQLITE_NOTADB, "ledger_not_a_ledger"),
            (.SQLITE_CANTOPEN, "ledger_cannot_open"), (.SQLITE_CONSTRAINT, "ledger_refused"),
        ]
        for (code, word) in expected {
            #expect(LedgerError(DatabaseError(resultCode: code), path: "/l")?.code == word)
        }
        struct Foreign: Error {}
        #expect(LedgerError(Foreign(), path: "/l") == nil)
    }

    @Test("say where a value stands that nobody wrote")
    func unexpectedValue() throws {
        let ledger = try TestLedger()
        try ledger.ledger.write { try $0.take(.sample("VA1"), sha256: "a", judged: .sample(.fail)) }
        try ledger.tamper("UPDATE queue_item SET state = 'lost'")
        #expect(throws: LedgerError.corrupt(path: ledger.path, detail: "column state holds \"lost\"")) {
            try ledger.ledger.read { try $0.queue() }
        }
    }
}
