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
    let openedAt: String
    let summary: String
    let decisionStale: Bool

    init(_ item: QueueItem) {
        batch = item.batch
        laboratory = item.laboratory
        project = item.project
        state = item.standing.phase.rawValue
        outcome = item.outcome.rawValue
        openedAt = item.openedAt
        summary = item.summary
        decisionStale = item.standing.decisionIsStale
    }
}

/// A row of the view `decisions`.
struct DecisionDocument: Encodable {
    let decisionId: Int64
    let batch: String
    let verdictId: Int64
    let action: String
    let actor: String
    let reason: String
    let decidedAt: String
    let stale: Bool

    init(_ decision: DecisionRecord) {
        decisionId = decision.id
        batch = decision.batch
        verdictId = decision.verdictID
        action = decision.action.rawValue
        actor = decision.actor
        reason = decision.reason
        decidedAt = decision.decidedAt
        stale = decision.isStale
    }
}

/// A row of the view `certificates`.
struct CertificateDocument: Encodable {
    let certificateId: Int64
    let batch: String
    let laboratory: String
    let reportStatus: String
    let revision: Int
    let supersededBy: Int64?
    let client: String
    let project: String
    let dispatch: String
    let received: String?
    let reported: String?
    let declaredSamples: Int?
    let sha256: String
    let fileName: String
    let format: String
    let ingestedAt: String

    init(_ certificate: CertificateSummary) {
        let reference = certificate.reference
        certificateId = reference.id
        batch = reference.batch
        laboratory = reference.laboratory
        reportStatus = certificate.status.rawValue
        revision = reference.revision
        supersededBy = reference.supersededBy
        client = certificate.client
        project = certificate.project
        dispatch = certificate.dispatch
        received = certificate.received?.description
        reported = certificate.reported?.description
        declaredSamples = certificate.declaredSamples
        sha256 = reference.sha256
        fileName = reference.fileName
        format = certificate.format
        ingestedAt = certificate.ingestedAt
    }
}

/// A row of the view `verdicts`.
struct VerdictDocument: Encodable {
    let verdictId: Int64
    let certificateId: Int64
    let batch: String
    let outcome: String
    let current: Bool
    let supersedes: Int64?
    let evaluatedAt: String
    let standardsSHA256: String
    let policy: String
    let policySHA256: String
    let registerSHA256: String
    let engineVersion: String
    let passed: Int
    let warned: Int
    let failed: Int
    let notEvaluated: Int

    init(_ verdict: VerdictSummary) {
        verdictId = verdict.id
        certificateId = verdict.certificateID
        batch = verdict.batch
        outcome = verdict.outcome.rawValue
        current = verdict.isCurrent
        supersedes = verdict.supersedes
        evaluatedAt = verdict.evaluatedAt
        standardsSHA256 = verdict.state.standardsSHA256
        policy = verdict.state.policy
        policySHA256 = verdict.state.policySHA256
        registerSHA256 = verdict.state.registerSHA256
        engineVersion = verdict.state.engineVersion
        passed = verdict.counts.passed
        warned = verdict.counts.warned
        failed = verdict.counts.failed
        notEvaluated = verdict.counts.notEvaluated
    }
}
