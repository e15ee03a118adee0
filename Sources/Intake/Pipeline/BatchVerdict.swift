extension Pipeline {
    /// A batch as it stands after this delivery.
    public struct BatchVerdict: Sendable, Hashable {
        public let laboratory: String
        public let batch: String
        public let outcome: String
        public let counts: BatchDocument.Counts
        /// Where the batch stands in the failure queue; empty where it never was there.
        public let queueState: String

        init(_ document: BatchDocument) {
            laboratory = document.laboratory
            batch = document.batch
            outcome = document.outcome
            counts = document.counts
            queueState = document.queueState ?? ""
        }
    }
}
