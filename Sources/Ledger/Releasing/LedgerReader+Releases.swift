import GRDB
import Geochemistry
import QualityControl

extension LedgerReader {
    /// All batches with current certificates that a selection takes, in the order of their first; each with whether it
    /// may be used. Whatever is selected, a batch is looked at whole.
    public func releases(_ selection: ResultSelection = ResultSelection()) throws -> [BatchRelease] {
        var order: [BatchKey] = []
        var batches: [BatchKey: Batch] = [:]
        for row in try database.rows(Self.releaseQuery) {
            let certificate = try Self.releasable(row)
            let key = BatchKey(batch: certificate.reference.batch, laboratory: certificate.reference.laboratory)
            if batches[key] == nil {
                order.append(key)
                batches[key] = Batch(state: try Self.state(row), isAccepted: certificate.decisionID != nil)
            }
            batches[key]?.certificates.append(certificate)
            if try row.flag("waits_for_renewal") { batches[key]?.waitsForRenewal = true }
            if try row.text("status") == Certificate.Status.preliminary.rawValue { batches[key]?.hasPreliminary = true }
        }
        let decisions = try decisionsOnParts()
        return try order.compactMap { key in
            guard var batch = batches[key] else { return nil }
            batch.decide(StandingDecisions(decisions[key] ?? [], in: batch.state))
            let parts = try decidedParts(batch.parts, of: key)
            for index in batch.certificates.indices {
                batch.certificates[index].hold = batch.hold
                batch.certificates[index].parts = parts[batch.certificates[index].reference.id]
            }
            let selected = batch.certificates.filter {
                selection.takes(laboratory: key.laboratory, project: $0.project, reported: $0.reported)
            }
            if selected.isEmpty { return nil }
            return BatchRelease(
                key: key,
                state: batch.state,
                hold: batch.hold,
                parts: batch.parts,
                certificates: selected
            )
        }
    }

    /// The current certificates whose results may be used, in order.
    public func releasedCertificates() throws -> [CertificateReference] {
        try releases().filter { $0.hold == nil }.flatMap { $0.certificates.map(\.reference) }
            .sorted { $0.order < $1.order }
    }

    private struct Batch {
        let state: QueueState?
        let isAccepted: Bool
        var hasPreliminary = false
        var waitsForRenewal = false
        var certificates: [ReleasableCertificate] = []
        private(set) var parts: [DecisionRecord] = []
        private var isJudged: Bool { certificates.allSatisfy { $0.outcome != nil } }

        /// Decisions on parts release nothing of a report that is never released, nor of what may say something else soon.
        mutating func decide(_ standing: StandingDecisions) {
            parts = hasPreliminary || !isJudged || waitsForRenewal ? [] : standing.parts
        }

        var hold: HoldReason? {
            let outcomes = certificates.compactMap(\.outcome)
            return HoldReason.of(
                outcome: outcomes.count == certificates.count ? outcomes.max() : nil,
                hasPreliminary: hasPreliminary,
                state: state,
                isAccepted: isAccepted,
                hasParts: !parts.isEmpty,
                waitsForRenewal: waitsForRenewal
            )
        }
    }

    private static let releaseQuery = """
        SELECT c.*, v.id AS verdict_id, v.outcome, q.state, q.last_decision, q.decision_stale,
            n.certificate_id IS NOT NULL AS waits_for_renewal,
            -- The first of two acceptances has a scope; in older ledgers the state alone says that it is one.
            CASE WHEN q.state <> 'resolved' AND NOT (q.state = 'in_review' AND q.last_decision IS 'accept') THEN (
                SELECT max(d.id) FROM decision d
                WHERE d.batch = c.batch AND d.laboratory = c.laboratory AND d.action = 'accept' AND d.stale = 0
                    AND d.id NOT IN (SELECT decision_id FROM decision_scope)
                    AND d.id > (
                        SELECT coalesce(max(e.id), 0) FROM decision e
                        WHERE e.batch = c.batch AND e.laboratory = c.laboratory
                            AND e.action IN ('reject', 'reassay', 'reopen')
                            AND e.id NOT IN (SELECT decision_id FROM decision_scope)
                    )
            ) END AS decision_id
        FROM certificate c
        LEFT JOIN verdict v ON v.certificate_id = c.id AND v.current = 1
        LEFT JOIN renewal n ON n.certificate_id = c.id
        LEFT JOIN queue_item q ON q.batch = c.batch AND q.laboratory = c.laboratory
        WHERE c.superseded_by IS NULL
        ORDER BY c.order_key
        """

    private static func state(_ row: Row) throws -> QueueState? {
        guard try row.optionalText("state") != nil else { return nil }
        return QueueState(
            try row.word("state"),
            lastDecision: try row.optionalText("last_decision") == nil ? nil : try row.word("last_decision"),
            decisionIsStale: try row.flag("decision_stale")
        )
    }

    private static func releasable(_ row: Row) throws -> ReleasableCertificate {
        ReleasableCertificate(
            reference: try reference(row),
            project: try row.text("project"),
            reported: try row.date("reported"),
            verdictID: try row.optionalInteger("verdict_id"),
            outcome: try row.optionalText("outcome") == nil ? nil : try row.word("outcome"),
            decisionID: try row.optionalInteger("decision_id"),
            vocabulary: try vocabulary(row)
        )
    }
}
