public import QualityControl

/// A batch that waits for a person, or did.
public struct QueueItem: Sendable, Hashable {
    public let batch: String
    public let laboratory: String
    public let project: String
    public let standing: QueueState
    /// The worst of the batch's current verdicts.
    public let outcome: Outcome
    /// When it first came into the queue.
    public let openedAt: String
    /// One line a person can read.
    public let summary: String
}
