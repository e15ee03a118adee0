import Ledger
import QualityControl

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
