import GRDB

/// Questions to one consistent state of the ledger. It lives as long as the closure it is given to.
public class LedgerReader {
    let database: Database

    init(_ database: Database) { self.database = database }
}
