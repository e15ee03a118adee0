/// What a person decided, on which verdict.
public struct DecisionRecord: Sendable, Hashable {
    public let id: Int64
    public let batch: String
    public let laboratory: String
    public let verdictID: Int64
    public let action: DecisionAction
    /// nil where it is on the whole batch.
    public let scope: DecisionScope?
    /// Two must accept, and this is the first: it releases nothing by itself.
    public let awaitsSecond: Bool
    public let actor: String
    public let reason: String
    public let decidedAt: String
    /// The batch's verdicts have changed since.
    public let isStale: Bool

    /// `accept of Cu in samples A1 to A20`: for people, and for the audit log.
    public var words: String {
        action.rawValue + (scope.map { " of \($0.words)" } ?? "") + (awaitsSecond ? " (the first of two)" : "")
    }

    /// It is on the whole batch, and what was decided before counts no longer.
    var beginsAnew: Bool { scope == nil && action != .accept && action != .comment }
}

extension [DecisionRecord] {
    /// Those since the batch was last rejected, sent to be repeated or reopened as a whole, oldest first.
    public var sinceBegun: ArraySlice<DecisionRecord> {
        guard let begun = lastIndex(where: \.beginsAnew) else { return self[...] }
        return self[(begun + 1)...]
    }
}
