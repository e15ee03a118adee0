/// Whether the results of a batch may be used.
public struct BatchRelease: Sendable, Hashable {
    public let key: BatchKey
    /// Its place in the failure queue; nil where it never was there.
    public let state: QueueState?
    /// nil where its results may be used.
    public let hold: HoldReason?
    /// The current certificates that were asked for, in order.
    public let certificates: [ReleasableCertificate]
}
