import GRDB
import QualityControl

extension LedgerTransaction {
    /// Looks at a batch after its verdicts or its revisions changed: marks decisions stale, opens, reopens or
    /// resolves its item.
    ///
    /// While a current certificate has no verdict yet nothing is decided; the verdict comes in the same transaction.
    /// What other batches repeat of this one is found out before, and what this one repeats of others after, because it
    /// depends on where this one stands.
    @discardableResult
    func refreshQueue(_ key: BatchKey, at: String) throws -> QueueItem? {
        try relinkReassays(of: key)
        let item = try refreshQueueItem(key, at: at)
        for failed in try relinkReassays(by: key) { try refreshQueueItem(failed, at: at) }
        return item
    }

    @discardableResult
    func refreshQueueItem(_ key: BatchKey, at: String) throws -> QueueItem? {
        let before = try queueItem(key)
        guard let standing = try BatchStanding(of: key, in: self) else { return before }
        // Nothing was decided on a batch that never was in the queue, as most are not.
        let heldPart = try before != nil && StandingDecisions(decisions(of: key), in: before?.standing).holdsPart
        let state = QueueState.judged(
            before?.standing,
            needsPerson: standing.needsPerson,
            decisionGoesStale: try markStaleDecisions(key, standing),
            heldPart: heldPart
        )
        guard let state else { return nil }
        return try storeQueueItem(
            key,
            standing.isClosedByReassay ? state.answered : state,
            standing,
            openedAt: before?.openedAt ?? at
        )
    }

    /// Decisions made on another standing than the one now go stale.
    ///
    /// - Returns: whether anything but a comment did.
    private func markStaleDecisions(_ key: BatchKey, _ standing: BatchStanding) throws -> Bool {
        let stale = try database.rows(
            "SELECT id, action FROM decision WHERE batch = ? AND laboratory = ? AND stale = 0 AND standing <> ?",
            key.batch,
            key.laboratory,
            standing.digest
        )
        for row in stale { try database.run("UPDATE decision SET stale = 1 WHERE id = ?", try row.integer("id")) }
        return try stale.contains { try $0.word("action", as: DecisionAction.self) != .comment }
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
            summary: standing.summary(in: state)
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
