import GRDB

/// One transaction: all that it does is on disk together, or nothing of it. It can ask whatever a ``LedgerReader``
/// can, and sees what it has written so far.
public final class LedgerTransaction: LedgerReader {
    /// Who stands in the audit log.
    let actor: String

    init(_ database: Database, actor: String) {
        self.actor = actor
        super.init(database)
    }
}
