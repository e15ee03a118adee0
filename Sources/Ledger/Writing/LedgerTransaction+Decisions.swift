import GRDB
import QualityControl

extension LedgerTransaction {
    /// Records what a person decided on a batch or a part of it, on the verdict that stands, and moves the batch in the
    /// queue.
    ///
    /// - Parameters:
    ///   - scope: the part; nil for the whole batch. Its names are kept as the certificate prints them.
    ///   - fourEyes: two persons must accept. The first decision takes the batch into review; names are compared as
    ///     samples are, without what stands in parentheses behind them.
    /// - Throws: ``LedgerError`` for an unknown or ambiguous batch, a missing name or reason, an action that does not
    ///   apply where the batch stands, for accepting a preliminary report, for accepting twice alone, and for a part that
    ///   the batch does not have.
    @discardableResult
    public func decide(
        batch name: String,
        laboratory: String? = nil,
        action: DecisionAction,
        scope: DecisionScope? = nil,
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
        let scope = try scope.map { try resolved($0, in: key) }
        let first = action == .accept ? try firstAcceptance(of: key, scope, before?.standing) : nil
        if let first, Self.isSame(first, person) {
            throw LedgerError.secondPerson(batch: key.batch, first: first)
        }
        let needsSecond = fourEyes && action == .accept && first == nil
        guard Self.applies(action, scope, to: before?.standing) else {
            throw wrongState(key, before, action)
        }
        if action == .accept, standing.hasPreliminary { throw LedgerError.preliminary(batch: key.batch) }

        let decision = try insertDecision(
            key,
            on: standing,
            action: action,
            scope: scope,
            awaitsSecond: needsSecond,
            actor: person,
            reason: reason,
            at: decidedAt
        )
        guard let state = try state(of: key, from: before?.standing, after: decision, needsSecond: needsSecond) else {
            throw wrongState(key, before, action)
        }
        let item = try storeQueueItem(key, state, standing, openedAt: before?.openedAt ?? decidedAt)
        // Whether a batch may be used decides whether it answers the failure of another one.
        for failed in try relinkReassays(by: key) { try refreshQueueItem(failed, at: decidedAt) }
        return item
    }

    private static func applies(_ action: DecisionAction, _ scope: DecisionScope?, to state: QueueState?) -> Bool {
        scope == nil
            ? QueueState.decided(state, action) != nil
            : QueueState.decidedPart(state, action, settled: nil) != nil
    }

    private func wrongState(_ key: BatchKey, _ before: QueueItem?, _ action: DecisionAction) -> LedgerError {
        let phase = before?.standing.phase.rawValue.replacing("_", with: " ") ?? "not in the queue"
        return LedgerError.wrongState(batch: key.batch, state: phase, action: action.rawValue)
    }

    /// Where the batch stands with the decision that was just stored.
    private func state(
        of key: BatchKey,
        from before: QueueState?,
        after decision: DecisionRecord,
        needsSecond: Bool
    ) throws -> QueueState? {
        guard decision.scope == nil else {
            let standing = StandingDecisions(try decisions(of: key), in: before)
            let settled = standing.settled(try decisionsOnCells(standing.parts, of: key))
            return QueueState.decidedPart(before, decision.action, settled: settled)
        }
        guard let state = QueueState.decided(before, decision.action, needsSecond: needsSecond) else { return nil }
        guard state.phase == .accepted else { return state }
        // The rest is accepted; of the parts the laboratory may still have some to repeat, or a person to decide.
        let standing = StandingDecisions(try decisions(of: key), in: state)
        if standing.parts.isEmpty { return state }
        switch standing.settled(try decisionsOnCells(standing.parts, of: key)) {
        case .reassay: return QueueState(.reassayRequested, lastDecision: .accept)
        case nil: return QueueState(.open, lastDecision: .reopen)
        default: return state
        }
    }

    private func insertDecision(
        _ key: BatchKey,
        on standing: BatchStanding,
        action: DecisionAction,
        scope: DecisionScope?,
        awaitsSecond: Bool,
        actor: String,
        reason: String,
        at decidedAt: String
    ) throws -> DecisionRecord {
        try database.run(
            """
            INSERT INTO decision (laboratory, batch, verdict_id, action, actor, reason, decided_at, standing)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            key.laboratory,
            key.batch,
            standing.decisive.id,
            action.rawValue,
            actor,
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
            scope: scope,
            awaitsSecond: awaitsSecond,
            actor: actor,
            reason: reason,
            decidedAt: decidedAt,
            isStale: false
        )
        if scope != nil || awaitsSecond {
            let scope = scope ?? DecisionScope()
            var analytes = PackedJSON()
            analytes.strings(scope.analytes)
            try database.run(
                """
                INSERT INTO decision_scope (decision_id, analytes, method, first_sample, last_sample, awaits_second)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                decision.id,
                analytes.text,
                scope.method ?? "",
                scope.samples?.first ?? "",
                scope.samples?.last ?? "",
                awaitsSecond
            )
        }
        try appendAudit(
            at: decidedAt,
            by: actor,
            action: "decision",
            subject: "\(key.laboratory) \(key.batch)",
            detail: decision.auditDetail
        )
        return decision
    }

    /// Who accepted the batch, or this part of it, first, where two must; nil where nobody did, or both have.
    private func firstAcceptance(of key: BatchKey, _ scope: DecisionScope?, _ state: QueueState?) throws -> String? {
        let last = try decisions(of: key).sinceBegun.last {
            $0.scope == scope && !$0.isStale && $0.action != .comment
        }
        let isFirst = last?.awaitsSecond == true || scope == nil && state?.isAcceptedByOne == true
        return isFirst ? last?.actor : nil
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
