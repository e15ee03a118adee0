import GRDB
import Ledger
import TestSupport

/// A ledger in a folder of its own, with a second connection that sees what a user's script sees.
struct TestLedger {
    let folder: TemporaryFolder
    let path: String
    let ledger: Ledger

    init() throws {
        folder = try TemporaryFolder()
        path = folder.path + "/ledger.sqlite"
        ledger = try Ledger(path: path)
    }

    /// What a script would get, as texts; NULL is nil.
    func query(_ sql: String) throws -> [[String?]] { try Self.query(sql, path: path) }

    /// What somebody with a knife does to the file.
    func tamper(_ sql: String) throws { try Self.tamper(sql, path: path) }

    static func query(_ sql: String, path: String) throws -> [[String?]] {
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        return try queue.read { database in
            try Row.fetchAll(database, sql: sql).map { row in
                row.databaseValues.map { value in value.isNull ? nil : String.fromDatabaseValue(value) ?? "\(value)" }
            }
        }
    }

    static func tamper(_ sql: String, path: String) throws {
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        try queue.write { try $0.execute(sql: sql) }
    }
}
