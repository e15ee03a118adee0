public import Ledger

/// What the alert of one batch has to say, and whether it still stands.
public struct Alert: Sendable {
    public let key: BatchKey
    public let document: BatchDocument
    /// What a person reads of its re-assays.
    let reassays: ReassayText
    /// A person must still look at the batch.
    public let isOpen: Bool
    /// Another laboratory uses the same batch number.
    public let isShared: Bool

    /// The alert of a batch; and, where laboratories share the batch number, those of the others, whose files get other
    /// names by it. None where nothing has been judged.
    public static func standing(of key: BatchKey, in reader: LedgerReader) throws -> [Alert] {
        let laboratories = try reader.laboratories(using: key.batch)
        return try laboratories.compactMap { laboratory in
            let key = BatchKey(batch: key.batch, laboratory: laboratory)
            let record = try reader.currentRecord(of: key)
            guard let document = BatchDocument(record) else { return nil }
            return Alert(
                key: key,
                document: document,
                reassays: ReassayText(record),
                isOpen: record.queueItem?.standing.isWaiting ?? false,
                isShared: laboratories.count > 1
            )
        }
    }
}
