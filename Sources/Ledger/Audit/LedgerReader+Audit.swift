import GRDB
import QualityControl

extension LedgerReader {
    /// Follows the audit log from its first row: every row must have the hash of its content and name the hash of the
    /// row before, and none may be missing, also at the end. Every verdict with its findings and every decision must
    /// be what the log says of it.
    /// - Parameter head: a row that was written down elsewhere; it must still be there, with its hash.
    public func verifyAudit(against head: AuditHead? = nil) throws -> AuditReport {
        var problems: [AuditReport.Problem] = []
        var witnesses = Witnesses()
        var rows = 0
        var expected: Int64 = 1
        var previous = AuditEntry.first
        var isHeadThere = head.map { $0.seq == 0 && $0.hash == AuditEntry.first } ?? true
        let cursor = try Row.fetchCursor(database, sql: "SELECT * FROM audit_entry ORDER BY seq")
        while let row = try cursor.next() {
            let entry = try AuditEntry(row)
            let stored = try row.text("hash")
            rows += 1
            if entry.seq > expected {
                problems.append(.missing(from: expected, to: entry.seq - 1))
            } else if entry.previousHash != previous {
                problems.append(.outOfOrder(seq: entry.seq))
            }
            if entry.hash != stored { problems.append(.altered(seq: entry.seq)) }
            if let head, head.seq == entry.seq, head.hash == stored { isHeadThere = true }
            witnesses.hear(entry)
            expected = entry.seq + 1
            previous = stored
        }
        let given = try database.row("SELECT seq FROM sqlite_sequence WHERE name = 'audit_entry'")?.integer("seq") ?? 0
        if given >= expected { problems.append(.missing(from: expected, to: given)) }
        if let head, !isHeadThere { problems.append(.headMissing(head)) }
        problems += try alteredVerdicts(witnesses.verdicts) + alteredDecisions(witnesses.decisions)
        return AuditReport(rows: rows, head: AuditHead(seq: expected - 1, hash: previous), problems: problems)
    }

    /// The last row of the audit log as it stands, without following it.
    public func auditHead() throws -> AuditHead {
        let row = try database.row("SELECT seq, hash FROM audit_entry ORDER BY seq DESC LIMIT 1")
        return AuditHead(seq: try row?.integer("seq") ?? 0, hash: try row?.text("hash") ?? AuditEntry.first)
    }

    /// What the log says of verdicts and decisions: the digest of its words, by number.
    private struct Witnesses {
        var verdicts: [Int64: String] = [:]
        var decisions: [Int64: String] = [:]

        mutating func hear(_ entry: AuditEntry) {
            guard entry.action == "verdict" || entry.action == "decision" else { return }
            let words = entry.detail.split(separator: " ", maxSplits: 2)
            guard words.count == 3, let id = Int64(words[1]) else { return }
            if entry.action == "verdict" {
                verdicts[id] = Self.digest(entry.detail)
            } else {
                decisions[id] = Self.digest(entry.detail)
            }
        }

        static func digest(_ detail: String) -> String { Digest.sha256(of: Array(detail.utf8)) }
    }

    private func alteredVerdicts(_ logged: [Int64: String]) throws -> [AuditReport.Problem] {
        var missing = logged
        var altered: [Int64] = []
        let cursor = try Row.fetchCursor(database, sql: Self.verdictQuery + " ORDER BY v.id")
        while let row = try cursor.next() {
            let verdict = try Self.verdict(row)
            let content = Digest.content(outcome: verdict.outcome, findings: try findings(of: verdict.id))
            let digest = Witnesses.digest(verdict.auditDetail)
            if missing.removeValue(forKey: verdict.id) != digest || content != verdict.content {
                altered.append(verdict.id)
            }
        }
        return (altered + missing.keys).sorted().map { .verdictAltered(verdictID: $0) }
    }

    private func alteredDecisions(_ logged: [Int64: String]) throws -> [AuditReport.Problem] {
        var missing = logged
        var altered: [Int64] = []
        let cursor = try Row.fetchCursor(database, sql: Self.decisionQuery + " ORDER BY d.id")
        while let row = try cursor.next() {
            let decision = try Self.decision(row)
            let digest = Witnesses.digest(decision.auditDetail)
            if missing.removeValue(forKey: decision.id) != digest { altered.append(decision.id) }
        }
        return (altered + missing.keys).sorted().map { .decisionAltered(decisionID: $0) }
    }
}

extension AuditEntry {
    fileprivate init(_ row: Row) throws {
        self.init(
            seq: try row.integer("seq"),
            at: try row.text("at"),
            actor: try row.text("actor"),
            action: try row.text("action"),
            subject: try row.text("subject"),
            detail: try row.text("detail"),
            previousHash: try row.text("previous_hash")
        )
    }
}
