import GRDB

/// Statements are compiled once for a connection and kept.
extension Database {
    func run(_ sql: String, _ arguments: (any DatabaseValueConvertible)?...) throws {
        try run(sql, StatementArguments(arguments))
    }

    func run(_ sql: String, _ arguments: StatementArguments) throws {
        try cachedStatement(sql: sql).execute(arguments: arguments)
    }

    /// The same for many rows, each with one more value at its end.
    func run(_ sql: String, _ rows: [StatementArguments], _ last: some DatabaseValueConvertible) throws {
        let statement = try cachedStatement(sql: sql)
        for row in rows { try statement.execute(arguments: row + [last]) }
    }

    func rows(_ sql: String, _ arguments: (any DatabaseValueConvertible)?...) throws -> [Row] {
        try Row.fetchAll(cachedStatement(sql: sql), arguments: StatementArguments(arguments))
    }

    func row(_ sql: String, _ arguments: (any DatabaseValueConvertible)?...) throws -> Row? {
        try Row.fetchOne(cachedStatement(sql: sql), arguments: StatementArguments(arguments))
    }
}
