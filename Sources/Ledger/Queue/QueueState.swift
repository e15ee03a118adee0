/// Where a batch stands in the failure queue: a value, whose transitions are all the rules there are.
///
/// A verdict opens and closes items; a person decides. What a person holds back (rejected, reopened) no verdict
/// releases. A decision on a verdict that has changed since is stale, and the batch waits for a person again -
/// unless nothing is wrong with it any more and nobody held it.
public struct QueueState: Sendable, Hashable {
    public enum Phase: String, Sendable, CaseIterable {
        case open
        case inReview = "in_review"
        case reassayRequested = "reassay_requested"
        case accepted
        case rejected
        /// A later verdict found nothing wrong.
        /// Or, where the policy says so, a re-assay answered the failure.
        case resolved
    }

    public var phase: Phase
    /// The last thing a person did; nil where nobody did anything, and after a verdict resolved the item.
    public var lastDecision: DecisionAction?
    public var decisionIsStale: Bool

    public init(_ phase: Phase, lastDecision: DecisionAction? = nil, decisionIsStale: Bool = false) {
        self.phase = phase
        self.lastDecision = lastDecision
        self.decisionIsStale = decisionIsStale
    }

    /// True while somebody or the laboratory must still do something: the alert stands.
    public var isWaiting: Bool {
        switch phase {
        case .open, .inReview, .reassayRequested: true
        case .accepted, .rejected, .resolved: false
        }
    }

    /// True where a person held the batch back: a clean verdict does not release it.
    private var isHeld: Bool { lastDecision == .reject || lastDecision == .reopen }

    /// The verdicts of a batch were looked at again.
    ///
    /// - Parameters:
    ///   - state: where the batch stood; nil where it never was in the queue.
    ///   - needsPerson: a current verdict fails or is not evaluated, or the report is preliminary.
    ///   - decisionGoesStale: what was decided was decided on something else than what stands now.
    ///   - heldPart: a part of the batch was rejected or reopened on it.
    /// - Returns: where it stands now; nil where it still has no place in the queue.
    public static func judged(
        _ state: QueueState?,
        needsPerson: Bool,
        decisionGoesStale: Bool,
        heldPart: Bool = false
    ) -> QueueState? {
        guard var state else { return needsPerson ? QueueState(.open) : nil }
        if decisionGoesStale { state.decisionIsStale = true }
        if decisionGoesStale, heldPart { state.lastDecision = .reject }
        switch state.phase {
        case .open, .inReview, .reassayRequested:
            if !needsPerson, !state.isHeld { return state.resolved }
            if decisionGoesStale { state.phase = .open }
        case .accepted:
            if decisionGoesStale, !needsPerson, !state.isHeld { return state.resolved }
            if decisionGoesStale { state.phase = .open }
        case .rejected:
            if decisionGoesStale { state.phase = .open }
        case .resolved:
            if needsPerson { state.phase = .open }
        }
        return state
    }

    private var resolved: QueueState {
        QueueState(.resolved, lastDecision: nil, decisionIsStale: decisionIsStale)
    }

    /// A re-assay answered the failure, and the policy closes it: the batch leaves the queue, unless a person held it.
    /// What it reported stays unreleased, because nobody accepted it.
    var answered: QueueState { isWaiting && !isHeld ? resolved : self }

    /// Where two must accept: one person has, and what it was decided on still stands.
    public var isAcceptedByOne: Bool { phase == .inReview && lastDecision == .accept && !decisionIsStale }

    /// A person decided.
    ///
    /// - Parameter needsSecond: two must accept, and nobody else has yet: the batch goes into review with this decision.
    /// - Returns: where the batch stands now; nil where the action does not apply to where it stood.
    public static func decided(
        _ state: QueueState?,
        _ action: DecisionAction,
        needsSecond: Bool = false
    ) -> QueueState? {
        switch (action, state?.phase) {
        case (.accept, .open), (.accept, .inReview), (.accept, .reassayRequested):
            QueueState(needsSecond ? .inReview : .accepted, lastDecision: .accept)
        case (.reject, .open), (.reject, .inReview), (.reject, .reassayRequested):
            QueueState(.rejected, lastDecision: .reject)
        case (.reassay, .open), (.reassay, .inReview), (.reassay, .rejected):
            QueueState(.reassayRequested, lastDecision: .reassay)
        // A batch that passed may be taken back by a person too.
        case (.reopen, .accepted), (.reopen, .rejected), (.reopen, .reassayRequested), (.reopen, .resolved),
            (.reopen, nil):
            QueueState(.open, lastDecision: .reopen)
        case (.reopen, .inReview) where state?.isAcceptedByOne == true: QueueState(.open, lastDecision: .reopen)
        case (.comment, .open):
            QueueState(.inReview, lastDecision: state?.lastDecision, decisionIsStale: state?.decisionIsStale ?? false)
        case (.comment, .some): state
        default: nil
        }
    }

    /// A person decided on a part of the batch.
    ///
    /// - Parameter settled: what all cells together come to, see ``StandingDecisions``; nil while something is undecided.
    /// - Returns: where the batch stands now; nil where the action does not apply to where it stood.
    static func decidedPart(
        _ state: QueueState?,
        _ action: DecisionAction,
        settled: DecisionAction?
    ) -> QueueState? {
        guard let state else { return nil }
        switch state.phase {
        case .open, .inReview, .reassayRequested, .accepted: break
        case .rejected, .resolved: return nil
        }
        switch (action, settled) {
        case (.comment, _): return nil
        case (.reopen, _): return QueueState(.open, lastDecision: .reopen)
        case (_, .accept): return QueueState(.accepted, lastDecision: .accept)
        case (_, .reject): return QueueState(.rejected, lastDecision: .reject)
        case (_, .reassay): return QueueState(.reassayRequested, lastDecision: .reassay)
        case (_, _):
            return QueueState(
                .inReview,
                lastDecision: state.lastDecision,
                decisionIsStale: state.decisionIsStale
            )
        }
    }
}
