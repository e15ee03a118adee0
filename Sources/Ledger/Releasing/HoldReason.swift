public import QualityControl

/// Why the results of a batch may not be used.
public enum HoldReason: String, Sendable, Hashable, CaseIterable {
    case notJudged = "not_judged"
    /// Certificates of a backlog came before it in a series, and its verdict may say something else when that is through.
    case toBeJudgedAgain = "to_be_judged_again"
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
    /// Parts of the batch are decided, and this is none of them.
    case undecidedPart = "undecided_part"

    /// The one rule by which results are released: every current certificate is final and judged, by all that came before
    /// it, and the batch either passes or warns and nobody holds it, or was accepted on what stands.
    ///
    /// - Parameters:
    ///   - outcome: the worst of the current verdicts; nil while a current certificate has none.
    ///   - state: the batch's place in the failure queue; nil where it never was there.
    ///   - isAccepted: an acceptance of the whole stands that is not stale.
    ///   - hasParts: a decision on a part stands. What it is on is not asked for here.
    ///   - waitsForRenewal: a current verdict is to be renewed after a backlog.
    /// - Returns: nil where the results may be used.
    public static func of(
        outcome: Outcome?,
        hasPreliminary: Bool,
        state: QueueState?,
        isAccepted: Bool,
        hasParts: Bool = false,
        waitsForRenewal: Bool = false
    ) -> HoldReason? {
        guard let outcome else { return .notJudged }
        if waitsForRenewal { return .toBeJudgedAgain }
        let passes = outcome == .pass || outcome == .warn
        switch state?.phase {
        case .rejected: return .rejected
        case _ where hasPreliminary && state?.phase != .reassayRequested: return .preliminary
        case _ where isAccepted && !hasPreliminary: return nil
        case .reassayRequested: return .reassayRequested
        case .accepted where !hasParts: return .staleDecision
        case .accepted: return .undecidedPart
        case .inReview where hasParts: return .undecidedPart
        case .open where hasParts: return .undecidedPart
        case .open where state?.decisionIsStale == true: return .staleDecision
        case .inReview: return .inReview
        case .open where passes: return .reopened
        case .resolved where !passes: return .answered
        case .open, .resolved, nil: return passes ? nil : outcome == .fail ? .failed : .notEvaluated
        }
    }
}
