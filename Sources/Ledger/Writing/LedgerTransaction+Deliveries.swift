import GRDB

extension LedgerTransaction {
    /// Records that a file came in, and what became of it.
    ///
    /// - Returns: the number by which ``markSettled(_:)`` knows it.
    @discardableResult
    public func recordDelivery(_ delivery: DeliveryRecord) throws -> Int64 {
        try database.run(
            """
            INSERT INTO delivery (file_name, identity, sha256, size, seen_at, disposition, reason)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            delivery.fileName,
            delivery.identity,
            delivery.sha256,
            delivery.size,
            delivery.seenAt,
            delivery.disposition.rawValue,
            delivery.reason
        )
        let id = database.lastInsertedRowID
        let reason = delivery.reason.isEmpty ? "" : ": \(delivery.reason)"
        try appendAudit(
            at: delivery.seenAt,
            action: "delivery",
            subject: delivery.fileName,
            detail: "delivery \(id), sha256 \(delivery.sha256), \(delivery.size) bytes, "
                + "\(delivery.disposition.rawValue)\(reason)"
        )
        return id
    }

    /// The file has left incoming/ for archive/ or quarantine/.
    public func markSettled(_ deliveryID: Int64) throws {
        try database.run("UPDATE delivery SET settled = 1 WHERE id = ? AND settled = 0", deliveryID)
    }
}
