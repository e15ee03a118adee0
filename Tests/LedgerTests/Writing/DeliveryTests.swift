import Ledger
import Testing

@Suite("Deliveries and snapshots")
struct DeliveryTests {
    @Test("are found again after a crash by file, identity and content, until they are settled")
    func identity() throws {
        let ledger = try TestLedger()
        let delivery = DeliveryRecord(
            fileName: "VA1.csv",
            identity: "8:77:1700000000",
            sha256: "a",
            size: 120,
            seenAt: "2024-03-02T08:00:00Z",
            disposition: .quarantined,
            reason: "not a certificate"
        )
        let id = try ledger.ledger.write { try $0.recordDelivery(delivery) }
        try ledger.ledger.write { transaction in
            let found = try transaction.delivery(fileName: "VA1.csv", identity: "8:77:1700000000", sha256: "a")
            #expect(found?.id == id && found?.delivery == delivery && found?.isSettled == false)
            #expect(try transaction.unsettledDeliveries().map(\.id) == [id])
            #expect(try transaction.delivery(fileName: "VA1.csv", identity: "8:78:1", sha256: "a") == nil)
            #expect(try transaction.content(sha256: "a")?.wasQuarantined == true)
            try transaction.markSettled(id)
            #expect(try transaction.unsettledDeliveries().isEmpty)
        }
        #expect(
            try ledger.query("SELECT file_name, sha256, size, disposition, reason FROM deliveries")
                == [["VA1.csv", "a", "120", "quarantined", "not a certificate"]]
        )
    }

    @Test("keep each file of the standards once, and log only a change of what is in force")
    func snapshots() throws {
        let ledger = try TestLedger()
        let old = [SnapshotFile(path: "a.csv", bytes: [1, 2]), SnapshotFile(path: "b.csv", bytes: [0, 255])]
        let new = [SnapshotFile(path: "a.csv", bytes: [1, 2]), SnapshotFile(path: "b.csv", bytes: [])]
        try ledger.ledger.write { transaction in
            for (sha256, files) in [("1", old), ("1", old), ("2", new), ("1", old)] {
                try transaction.insertSnapshot(.standards, sha256: sha256, files: files, at: "t")
            }
            #expect(try transaction.snapshot(sha256: "1") == old)
            #expect(try transaction.snapshot(sha256: "2") == new)
        }
        #expect(try ledger.query("SELECT count(*) FROM file_content") == [["3"]])
        #expect(
            try ledger.query("SELECT action, detail FROM audit_log")
                == [
                    ["standards", "1 in force"], ["standards", "2 in force, before 1"],
                    ["standards", "1 in force, before 2"],
                ]
        )
    }
}
