import GRDB

extension LedgerReader {
    /// The delivery of exactly this file, if it was recorded before a crash kept it from leaving incoming/.
    public func delivery(fileName: String, identity: String, sha256: String) throws -> RecordedDelivery? {
        try database.row(
            "SELECT * FROM delivery WHERE identity = ? AND sha256 = ? AND file_name = ? ORDER BY id DESC LIMIT 1",
            identity,
            sha256,
            fileName
        ).map(Self.delivery)
    }

    /// Deliveries that are recorded and have not left incoming/ yet, oldest first.
    public func unsettledDeliveries() throws -> [RecordedDelivery] {
        try database.rows("SELECT * FROM delivery WHERE settled = 0 ORDER BY id").map(Self.delivery)
    }

    /// What the ledger has of a content; nil where it never saw it.
    public func content(sha256: String) throws -> KnownContent? {
        let certificates = try database.rows(
            "SELECT * FROM certificate WHERE sha256 = ? ORDER BY part",
            sha256
        ).map(Self.reference)
        let isRegister = try database.row("SELECT 1 FROM register WHERE sha256 = ?", sha256) != nil
        let wasQuarantined =
            try database.row(
                "SELECT 1 FROM delivery WHERE sha256 = ? AND disposition = 'quarantined' LIMIT 1",
                sha256
            ) != nil
        guard isRegister || wasQuarantined || !certificates.isEmpty else { return nil }
        return KnownContent(certificates: certificates, isRegister: isRegister, wasQuarantined: wasQuarantined)
    }

    private static func delivery(_ row: Row) throws -> RecordedDelivery {
        RecordedDelivery(
            id: try row.integer("id"),
            delivery: DeliveryRecord(
                fileName: try row.text("file_name"),
                identity: try row.text("identity"),
                sha256: try row.text("sha256"),
                size: try row.integer("size"),
                seenAt: try row.text("seen_at"),
                disposition: try row.word("disposition"),
                reason: try row.text("reason")
            ),
            isSettled: try row.flag("settled")
        )
    }
}
