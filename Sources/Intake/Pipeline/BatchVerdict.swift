import Ledger
import QualityControl

extension Pipeline {
    /// A batch as it stands after this delivery.
    public struct BatchVerdict: Sendable, Hashable {
        public let laboratory: String
        public let batch: String
        public let outcome: String
        public let counts: BatchDocument.Counts

        /// nil while nothing has been judged.
        init?(of key: BatchKey, in reader: LedgerReader) throws {
            let verdicts = try reader.verdicts(of: key).filter(\.isCurrent)
            guard let worst = verdicts.map(\.outcome).max() else { return nil }
            laboratory = key.laboratory
            batch = key.batch
            outcome = worst.rawValue
            counts = BatchDocument.Counts(verdicts.map(\.counts))
        }
    }
}
