import GRDB
import QualityControl

extension LedgerTransaction {
    /// Looks at a batch after its verdicts or its revisions changed: marks decisions stale, opens, reopens or
    /// resolves its item.
    ///
    /// While a current certificate has no verdict yet nothing is decided; the verdict comes in the same transaction.
    @discardableResult
    func refreshQueue(_ key: BatchKey, at: String) throws -> QueueItem? {
        let before = try queueItem(key)
        guard let standing = try BatchStanding(of: key, in: self) else { return before }
        let state = QueueState.judged(
            before?.standing,
            needsPerson: standing.needsPerson,
            decisionGoesStale: try markStaleDecisions(key, standing)
        )
        guard let state else { return nil }
        return try storeQueueItem(key, state, standing, openedAt: before?.openedAt ?? at)
    }

    /// - Returns: whether anything but a comment went stale.
    private func markStaleDecisions(_ key: BatchKey, _ standing: BatchStanding) throws -> Bool {
        let stale = try decisionsToRetire(key, standing)
        for id in stale.all { try database.run("UPDATE decision SET stale = 1 WHERE id = ?", id) }
        return stale.anyButComment
    }

    private func decisionsToRetire(
        _ key: BatchKey,
        _ standing: BatchStanding
    ) throws -> (all: [Int64], anyButComment: Bool) {
        let rows = try database.rows(
            "SELECT id, action FROM decision WHERE batch = ? AND laboratory = ? AND stale = 0 AND standing <> ?",
            key.batch,
            key.laboratory,
            standing.digest
        )
        let actions: [DecisionAction] = try rows.map { try $0.word("action") }
        return (try rows.map { try $0.integer("id") }, actions.contains { $0 != .comment })
    }

    @discardableResult
    func storeQueueItem(
        _ key: BatchKey,
        _ state: QueueState,
        _ standing: BatchStanding,
        openedAt: String
    ) throws -> QueueItem {
        let item = QueueItem(
            batch: key.batch,
            laboratory: key.laboratory,
            project: standing.project,
            standing: state,
            outcome: standing.outcome,
            openedAt: openedAt,
            summary: standing.summary
        )
        try database.run(
            """
            INSERT INTO queue_item (batch, laboratory, project, state, last_decision, decision_stale, outcome,
                opened_at, summary)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (batch, laboratory) DO UPDATE SET project = excluded.project, state = excluded.state,
                last_decision = excluded.last_decision, decision_stale = excluded.decision_stale,
                outcome = excluded.outcome, opened_at = excluded.opened_at, summary = excluded.summary
            """,
            item.batch,
            item.laboratory,
            item.project,
            state.phase.rawValue,
            state.lastDecision?.rawValue,
            state.decisionIsStale,
            item.outcome.rawValue,
            item.openedAt,
            item.summary
        )
        return item
    }
}
