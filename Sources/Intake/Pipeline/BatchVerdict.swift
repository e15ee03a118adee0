import Ledger
import QualityControl

extension Pipeline {
    /// A batch as it stands after this delivery.
    public struct BatchVerdict: Sendable, Hashable {
        public let laboratory: String
        public let batch: String
        public let outcome: String
        public let counts: BatchDocument.Counts

        /// It waits for a person in the failure queue: also a report that passes, as long as it is preliminary.
        public let isWaiting: Bool

        /// nil while nothing has been judged.
        init?(of key: BatchKey, in reader: LedgerReader) throws {
            let verdicts = try reader.currentVerdicts(of: key)
            guard let worst = verdicts.map(\.outcome).max() else { return nil }
            laboratory = key.laboratory
            batch = key.batch
            outcome = worst.rawValue
            isWaiting = try reader.queueItem(key)?.standing.isWaiting ?? false
            counts = BatchDocument.Counts(verdicts.map(\.counts))
        }
    }
}
