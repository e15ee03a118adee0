import QualityControl

/// Whether the results of a batch may be used.
public struct BatchRelease: Sendable, Hashable {
    public let key: BatchKey
    /// Its place in the failure queue; nil where it never was there.
    public let state: QueueState?
    /// nil where its results may be used, but for those that a decision on a part holds.
    public let hold: HoldReason?
    /// Decisions on parts that count, oldest first.
    public let parts: [DecisionRecord]
    /// The current certificates that were asked for, in order.
    public let certificates: [ReleasableCertificate]

    /// Whether anything of it may be used.
    public var releasesSomething: Bool { hold == nil || parts.contains { $0.action == .accept } }
}
