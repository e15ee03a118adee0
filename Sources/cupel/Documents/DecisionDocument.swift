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
    /// Missing where the decision is on the whole batch; else a row of the view `decision_scopes`.
    let scope: Scope?

    struct Scope: Encodable {
        /// Empty for all.
        let analytes: [String]
        let method: String
        let firstSample: String
        let lastSample: String
        let awaitsSecond: Bool
    }

    init(_ decision: DecisionRecord) {
        decisionId = decision.id
        batch = decision.batch
        verdictId = decision.verdictID
        action = decision.action.rawValue
        actor = decision.actor
        reason = decision.reason
        decidedAt = decision.decidedAt
        stale = decision.isStale
        scope = decision.scope.map {
            Scope(
                analytes: $0.analytes,
                method: $0.method ?? "",
                firstSample: $0.samples?.first ?? "",
                lastSample: $0.samples?.last ?? "",
                awaitsSecond: decision.awaitsSecond
            )
        }
    }
}
