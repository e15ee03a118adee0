import Geochemistry
import Intake
import Ledger
import QualityControl

/// `queue show --json` and `show --json`.
struct BatchReportDocument: Encodable {
    let batch: BatchDocument?
    let certificates: [CertificateDocument]
    let verdicts: [VerdictDocument]
    let decisions: [DecisionDocument]
}

/// A row of the view `failure_queue`.
struct QueueItemDocument: Encodable {
    let batch: String
    let laboratory: String
    let project: String
    let state: String
    let outcome: String
    let opened_at: String
    let summary: String
    let decision_stale: Bool

    init(_ item: QueueItem) {
        batch = item.batch
        laboratory = item.laboratory
        project = item.project
        state = item.standing.phase.rawValue
        outcome = item.outcome.rawValue
        opened_at = item.openedAt
        summary = item.summary
        decision_stale = item.standing.decisionIsStale
    }
}

/// A row of the view `decisions`.
struct DecisionDocument: Encodable {
    let decision_id: Int64
    let batch: String
    let verdict_id: Int64
    let action: String
    let actor: String
    let reason: String
    let decided_at: String
    let stale: Bool

    init(_ decision: DecisionRecord) {
        decision_id = decision.id
        batch = decision.batch
        verdict_id = decision.verdictID
        action = decision.action.rawValue
        actor = decision.actor
        reason = decision.reason
        decided_at = decision.decidedAt
        stale = decision.isStale
    }
}

/// A row of the view `certificates`.
struct CertificateDocument: Encodable {
    let certificate_id: Int64
    let batch: String
    let laboratory: String
    let report_status: String
    let revision: Int
    let superseded_by: Int64?
    let client: String
    let project: String
    let dispatch: String
    let received: String?
    let reported: String?
    let declared_samples: Int?
    let sha256: String
    let file_name: String
    let format: String
    let ingested_at: String

    init(_ certificate: CertificateSummary) {
        let reference = certificate.reference
        certificate_id = reference.id
        batch = reference.batch
        laboratory = reference.laboratory
        report_status = certificate.status.rawValue
        revision = reference.revision
        superseded_by = reference.supersededBy
        client = certificate.client
        project = certificate.project
        dispatch = certificate.dispatch
        received = certificate.received?.description
        reported = certificate.reported?.description
        declared_samples = certificate.declaredSamples
        sha256 = reference.sha256
        file_name = reference.fileName
        format = certificate.format
        ingested_at = certificate.ingestedAt
    }
}

/// A row of the view `verdicts`.
struct VerdictDocument: Encodable {
    let verdict_id: Int64
    let certificate_id: Int64
    let batch: String
    let outcome: String
    let current: Bool
    let supersedes: Int64?
    let evaluated_at: String
    let standards_sha256: String
    let policy: String
    let policy_sha256: String
    let register_sha256: String
    let engine_version: String
    let passed: Int
    let warned: Int
    let failed: Int
    let not_evaluated: Int

    init(_ verdict: VerdictSummary) {
        verdict_id = verdict.id
        certificate_id = verdict.certificateID
        batch = verdict.batch
        outcome = verdict.outcome.rawValue
        current = verdict.isCurrent
        supersedes = verdict.supersedes
        evaluated_at = verdict.evaluatedAt
        standards_sha256 = verdict.state.standardsSHA256
        policy = verdict.state.policy
        policy_sha256 = verdict.state.policySHA256
        register_sha256 = verdict.state.registerSHA256
        engine_version = verdict.state.engineVersion
        passed = verdict.counts.passed
        warned = verdict.counts.warned
        failed = verdict.counts.failed
        not_evaluated = verdict.counts.notEvaluated
    }
}
