import Ledger
import Testing

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
}
