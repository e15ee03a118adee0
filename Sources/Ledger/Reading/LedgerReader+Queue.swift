import GRDB
import QualityControl

extension LedgerReader {
    /// The failure queue, longest waiting first.
    ///
    /// - Parameter includingClosed: with what was accepted, rejected or resolved.
    public func queue(includingClosed: Bool = false) throws -> [QueueItem] {
        let closed = QueueState.Phase.allCases.filter { !QueueState($0).isWaiting }.map { "'\($0.rawValue)'" }
        let isWanted = includingClosed ? "" : "WHERE state NOT IN (\(closed.joined(separator: ", ")))"
        return try database.rows("SELECT * FROM queue_item \(isWanted) ORDER BY opened_at, batch, laboratory")
            .map(Self.queueItem)
    }

    public func queueItem(_ key: BatchKey) throws -> QueueItem? {
        try database.row(
            "SELECT * FROM queue_item WHERE batch = ? AND laboratory = ?",
            key.batch,
            key.laboratory
        ).map(Self.queueItem)
    }

    /// Batches whose alert must stand.
    public func openAlerts() throws -> [BatchKey] {
        try queue().map { BatchKey(batch: $0.batch, laboratory: $0.laboratory) }
    }

    /// Batches whose alert, if there was one, belongs to the closed ones.
    public func closedAlerts() throws -> [BatchKey] {
        try queue(includingClosed: true)
            .filter { !$0.standing.isWaiting }
            .map { BatchKey(batch: $0.batch, laboratory: $0.laboratory) }
    }

    /// What counts of a batch now: the current verdict of each current certificate, and its place in the queue.
    public func currentRecord(of key: BatchKey) throws -> BatchRecord {
        let query = Self.currentVerdictQuery + " ORDER BY c.revision"
        let judgements = try database.rows(query, key.batch, key.laboratory).map { try judgement(Self.verdict($0)) }
        return BatchRecord(
            key: key,
            judgements: judgements,
            queueItem: try queueItem(key),
            reassays: try records(of: try reassays(of: key)),
            reassayOf: try records(of: try reassays(by: key))
        )
    }

    static func queueItem(_ row: Row) throws -> QueueItem {
        var decision: DecisionAction?
        if try row.optionalText("last_decision") != nil { decision = try row.word("last_decision") }
        let phase: QueueState.Phase = try row.word("state")
        return QueueItem(
            batch: try row.text("batch"),
            laboratory: try row.text("laboratory"),
            project: try row.text("project"),
            standing: QueueState(phase, lastDecision: decision, decisionIsStale: try row.flag("decision_stale")),
            outcome: try row.word("outcome"),
            openedAt: try row.text("opened_at"),
            summary: try row.text("summary")
        )
    }
}
