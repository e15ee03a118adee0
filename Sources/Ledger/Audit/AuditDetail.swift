import QualityControl

/// What the audit log says of a verdict and of a decision. The same words are made again from the tables when the log
/// is verified, so they name everything that must not change.
extension VerdictSummary {
    var auditDetail: String {
        "verdict \(id) on certificate \(certificateID): \(outcome.rawValue), \(counts.passed) passed, "
            + "\(counts.warned) warned, \(counts.failed) failed, \(counts.notEvaluated) not evaluated, "
            + "content \(content), standards \(state.standardsSHA256), policy \(state.policy) \(state.policySHA256), "
            + "register \(state.registerSHA256), history \(state.historySHA256), engine \(state.engineVersion), "
            + "at \(evaluatedAt)" + (supersedes.map { ", supersedes verdict \($0)" } ?? "")
    }
}

extension DecisionRecord {
    var auditDetail: String {
        "decision \(id) on verdict \(verdictID): \(words) by \(actor) at \(decidedAt): \(reason)"
    }
}
