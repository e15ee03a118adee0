import GRDB

extension LedgerTransaction {
    /// Adds a row to the audit log, chained to the one before.
    func appendAudit(
        at: String,
        by actor: String? = nil,
        action: String,
        subject: String,
        detail: String
    ) throws {
        let last = try database.row("SELECT seq, hash FROM audit_entry ORDER BY seq DESC LIMIT 1")
        let entry = AuditEntry(
            seq: try (last?.integer("seq") ?? 0) + 1,
            at: at,
            actor: actor ?? self.actor,
            action: action,
            subject: subject,
            detail: detail,
            previousHash: try last?.text("hash") ?? AuditEntry.first
        )
        try database.run(
            """
            INSERT INTO audit_entry (seq, at, actor, action, subject, detail, previous_hash, hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            entry.seq,
            entry.at,
            entry.actor,
            entry.action,
            entry.subject,
            entry.detail,
            entry.previousHash,
            entry.hash
        )
    }
}
