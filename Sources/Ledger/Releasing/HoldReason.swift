public import QualityControl

/// Why the results of a batch may not be used.
public enum HoldReason: String, Sendable, Hashable, CaseIterable {
    case notJudged = "not_judged"
    case preliminary
    case rejected
    /// A decision stands on a verdict that has changed since, and nobody has decided again.
    case staleDecision = "stale_decision"
    /// A person took it back though its verdict passes.
    case reopened
    case reassayRequested = "reassay_requested"
    case inReview = "in_review"
    case failed
    case notEvaluated = "not_evaluated"
    /// Its failure is closed by a re-assay, whose results are those to use.
    case answered

    /// The one rule by which results are released: every current certificate is final and judged, and the batch either
    /// passes or warns and nobody holds it, or was accepted on what stands.
    ///
    /// - Parameters:
    ///   - outcome: the worst of the current verdicts; nil while a current certificate has none.
    ///   - state: the batch's place in the failure queue; nil where it never was there.
    ///   - isAccepted: an acceptance stands that is not stale.
    /// - Returns: nil where the results may be used.
    public static func of(
        outcome: Outcome?,
        hasPreliminary: Bool,
        state: QueueState?,
        isAccepted: Bool
    ) -> HoldReason? {
        guard let outcome else { return .notJudged }
        let passes = outcome == .pass || outcome == .warn
        switch state?.phase {
        case .rejected: return .rejected
        case .reassayRequested: return .reassayRequested
        case _ where hasPreliminary: return .preliminary
        case .accepted: return isAccepted ? nil : .staleDecision
        case .open where state?.decisionIsStale == true: return .staleDecision
        case .inReview: return .inReview
        case .open where passes: return .reopened
        case .resolved where !passes: return .answered
        case .open, .resolved, nil: return passes ? nil : outcome == .fail ? .failed : .notEvaluated
        }
    }
}
