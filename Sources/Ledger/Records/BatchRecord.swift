/// A batch is one work order of one laboratory; two laboratories may use the same number.
public struct BatchKey: Sendable, Hashable {
    public let batch: String
    public let laboratory: String

    public init(batch: String, laboratory: String) {
        self.batch = batch
        self.laboratory = laboratory
    }
}

/// What counts of a batch now.
public struct BatchRecord: Sendable, Hashable {
    public let key: BatchKey
    /// One for each current certificate: several where a reissue only added columns. In revision order.
    public let judgements: [StoredJudgement]
    /// nil where the batch never waited for anybody.
    public let queueItem: QueueItem?
    /// What other batches repeated of its re-assay list, by batch.
    public let reassays: [ReassayRecord]
    /// Of which failed batches this one repeats something, by batch.
    public let reassayOf: [ReassayRecord]
}
