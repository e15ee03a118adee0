import GRDB

/// What somebody does to the file by hand.
struct LedgerKnife {
    private let queue: DatabaseQueue

    init(_ path: String) throws { queue = try DatabaseQueue(path: path) }

    func texts(_ sql: String) throws -> [String] { try queue.read { try String.fetchAll($0, sql: sql) } }

    func cut(_ sql: String) throws { try queue.write { try $0.execute(sql: sql) } }

    /// Changes the log as somebody would who knows SQL and means ill.
    static func alterAuditLog(_ path: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.write { database in
            for trigger in try String.fetchAll(
                database,
                sql: "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit_entry'"
            ) {
                try database.execute(sql: "DROP TRIGGER \"\(trigger)\"")
            }
            try database.execute(sql: "UPDATE audit_entry SET actor = 'nobody' WHERE seq = 2")
        }
        try queue.close()
    }
}
