import GRDB

extension LedgerReader {
    /// Follows the audit log from its first row: every row must have the hash of its content and name the hash of the
    /// row before, and none may be missing, also at the end.
    public func verifyAudit() throws -> AuditReport {
        var problems: [AuditReport.Problem] = []
        var rows = 0
        var expected: Int64 = 1
        var previous = AuditEntry.first
        let cursor = try Row.fetchCursor(database, sql: "SELECT * FROM audit_entry ORDER BY seq")
        while let row = try cursor.next() {
            let entry = AuditEntry(
                seq: try row.integer("seq"),
                at: try row.text("at"),
                actor: try row.text("actor"),
                action: try row.text("action"),
                subject: try row.text("subject"),
                detail: try row.text("detail"),
                previousHash: try row.text("previous_hash")
            )
            let stored = try row.text("hash")
            rows += 1
            if entry.seq != expected {
                problems.append(.missing(from: expected, to: entry.seq - 1))
            } else if entry.previousHash != previous {
                problems.append(.outOfOrder(seq: entry.seq))
            }
            if entry.hash != stored { problems.append(.altered(seq: entry.seq)) }
            expected = entry.seq + 1
            previous = stored
        }
        let given = try database.row("SELECT seq FROM sqlite_sequence WHERE name = 'audit_entry'")?.integer("seq") ?? 0
        if given >= expected { problems.append(.missing(from: expected, to: given)) }
        return AuditReport(rows: rows, lastHash: previous, problems: problems)
    }
}
