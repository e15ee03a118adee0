import GRDB
import TestSupport

/// The public views of a root's ledger, as a user's script reads them.
struct LedgerView {
    let lab: LabRoot

    /// Rows with each cell as text, joined by `|`.
    func rows(_ query: String) throws -> [String] {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        let queue = try DatabaseQueue(path: lab.ledger, configuration: configuration)
        defer { try? queue.close() }
        return try queue.read { database in
            try Row.fetchAll(database, sql: query).map { row in
                row.map { _, value in String.fromDatabaseValue(value) ?? "\(value)" }.joined(separator: "|")
            }
        }
    }

    func outcome(of batch: String) throws -> String? {
        try rows("SELECT outcome FROM verdicts WHERE current AND batch = '\(batch)'").first
    }
}
