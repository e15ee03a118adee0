/// What recording a verdict did.
public struct VerdictRecord: Sendable, Hashable {
    public let id: Int64
    /// False where the current verdict was made under the same state; nothing was written then.
    public let isNew: Bool
    /// The verdict that this one supersedes.
    public let previous: VerdictSummary?
    /// True for the first verdict, and where outcome or findings differ from the previous one.
    public let isChanged: Bool
    /// Later certificates whose series continue one that ends differently now: they must be judged again.
    public let successors: [CertificateReference]
    /// The batch's place in the failure queue; nil where it never was there.
    public let queueItem: QueueItem?
}
