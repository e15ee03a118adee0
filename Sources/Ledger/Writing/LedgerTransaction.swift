import GRDB

/// One transaction: all that it does is on disk together, or nothing of it. It can ask whatever a ``LedgerReader``
/// can, and sees what it has written so far.
public final class LedgerTransaction: LedgerReader {
    /// Who stands in the audit log.
    let actor: String
    /// Batches whose links between failure and re-assay changed so far: their alerts have to be written again.
    public internal(set) var relinked: Set<BatchKey> = []

    init(_ database: Database, actor: String) {
        self.actor = actor
        super.init(database)
    }
}
