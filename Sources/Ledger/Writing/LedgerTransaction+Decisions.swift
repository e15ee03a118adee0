import GRDB
import QualityControl

extension LedgerTransaction {
    /// Records what a person decided on a batch, on the verdict that stands, and moves the batch in the queue.
    ///
    /// - Parameter fourEyes: two persons must accept. The first decision takes the batch into review; names are compared
    ///   as samples are, without what stands in parentheses behind them.
    /// - Throws: ``LedgerError`` for an unknown or ambiguous batch, a missing name or reason, an action that does not
    ///   apply where the batch stands, for accepting a preliminary report, and for accepting twice alone.
    @discardableResult
    public func decide(
        batch name: String,
        laboratory: String? = nil,
        action: DecisionAction,
        actor person: String,
        reason: String,
        fourEyes: Bool = false,
        at decidedAt: String
    ) throws -> QueueItem {
        let key = try batch(named: name, laboratory: laboratory)
        let person = person.trimmedOfSpace
        let reason = reason.trimmedOfSpace
        guard !person.isEmpty else { throw LedgerError.missingName(batch: key.batch) }
        guard !reason.isEmpty else { throw LedgerError.missingReason(batch: key.batch) }
        guard let standing = try BatchStanding(of: key, in: self) else { throw LedgerError.notJudged(batch: key.batch) }
        let before = try queueItem(key)
        let first = try before?.standing.isAcceptedByOne == true ? acceptance(of: key) : nil
        if let first, action == .accept, Self.isSame(first, person) {
            throw LedgerError.secondPerson(batch: key.batch, first: first)
        }
        guard let state = QueueState.decided(before?.standing, action, needsSecond: fourEyes && first == nil) else {
            let phase = before?.standing.phase.rawValue.replacing("_", with: " ") ?? "not in the queue"
            throw LedgerError.wrongState(batch: key.batch, state: phase, action: action.rawValue)
        }
        if action == .accept, standing.hasPreliminary { throw LedgerError.preliminary(batch: key.batch) }

        try database.run(
            """
            INSERT INTO decision (laboratory, batch, verdict_id, action, actor, reason, decided_at, standing)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            key.laboratory,
            key.batch,
            standing.decisive.id,
            action.rawValue,
            person,
            reason,
            decidedAt,
            standing.digest
        )
        let decision = DecisionRecord(
            id: database.lastInsertedRowID,
            batch: key.batch,
            laboratory: key.laboratory,
            verdictID: standing.decisive.id,
            action: action,
            actor: person,
            reason: reason,
            decidedAt: decidedAt,
            isStale: false
        )
        try appendAudit(
            at: decidedAt,
            by: person,
            action: "decision",
            subject: "\(key.laboratory) \(key.batch)",
            detail: decision.auditDetail
        )
        let item = try storeQueueItem(key, state, standing, openedAt: before?.openedAt ?? decidedAt)
        // Whether a batch may be used decides whether it answers the failure of another one.
        for failed in try relinkReassays(by: key) { try refreshQueueItem(failed, at: decidedAt) }
        return item
    }

    /// Who accepted the batch last.
    private func acceptance(of key: BatchKey) throws -> String? {
        try decisions(of: key).last { $0.action == .accept }?.actor
    }

    private static func isSame(_ left: String, _ right: String) -> Bool {
        func name(_ person: String) -> SampleKey {
            let end = person.firstRange(of: " (user ")?.lowerBound ?? person.endIndex
            return SampleKey(String(person[..<end]))
        }
        return name(left) == name(right)
    }
}

extension String {
    /// Without white space at either end.
    var trimmedOfSpace: String {
        var text = Substring(self)
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
