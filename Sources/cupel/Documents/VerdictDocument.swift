import Ledger
import QualityControl

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
