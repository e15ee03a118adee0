/// Of all decisions on a batch those that count: one on the whole of it, and those on parts of it made since.
///
/// A later decision on a part counts where two meet. Whoever accepts the whole accepts the rest: what a decision on a
/// part holds back stays held. Whoever rejects, re-assays or reopens the whole begins anew.
struct StandingDecisions {
    /// The acceptance of the whole; nil where nobody accepted it, or only the first of two.
    let acceptance: Int64?
    /// Oldest first.
    let parts: [DecisionRecord]

    /// - Parameter decisions: oldest first.
    init(_ decisions: [DecisionRecord], in state: QueueState?) {
        var acceptance: Int64?
        var parts: [DecisionRecord] = []
        for decision in decisions.sinceBegun where decision.action != .comment {
            let counts = !decision.isStale && !decision.awaitsSecond
            if decision.scope == nil {
                acceptance = counts ? decision.id : nil
            } else if counts {
                parts.append(decision)
            }
        }
        // Ledgers of older programs say in the state alone that a second must accept.
        self.acceptance = state?.isAcceptedByOne == true || state?.phase == .resolved ? nil : acceptance
        self.parts = parts
    }

    /// A person holds a part back, so that no clean verdict releases it.
    var holdsPart: Bool { parts.contains { $0.action == .reject || $0.action == .reopen } }

    /// What all cells of ordinary samples together come to; nil while something is undecided.
    ///
    /// - Parameter cells: the decision on each, where one on a part counts.
    func settled(_ cells: some Sequence<DecisionRecord?>) -> DecisionAction? {
        var found: Set<DecisionAction> = []
        for part in cells {
            guard let action = part?.action ?? (acceptance == nil ? nil : .accept), action != .reopen else {
                return nil
            }
            found.insert(action)
        }
        return [.reassay, .accept, .reject].first { found.contains($0) }
    }
}
