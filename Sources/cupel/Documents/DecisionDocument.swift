import Ledger

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
