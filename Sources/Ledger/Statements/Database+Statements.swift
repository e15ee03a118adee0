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

    /// What each row is read into, where many come: no row is copied.
    func each<Element>(
        _ sql: String,
        _ arguments: (any DatabaseValueConvertible)?...,
        read: (Row) throws -> Element
    ) throws -> [Element] {
        let rows = try Row.fetchCursor(cachedStatement(sql: sql), arguments: StatementArguments(arguments))
        var elements: [Element] = []
        while let row = try rows.next() { elements.append(try read(row)) }
        return elements
    }

    func rows(_ sql: String, _ arguments: (any DatabaseValueConvertible)?...) throws -> [Row] {
        try Row.fetchAll(cachedStatement(sql: sql), arguments: StatementArguments(arguments))
    }

    func row(_ sql: String, _ arguments: (any DatabaseValueConvertible)?...) throws -> Row? {
        try Row.fetchOne(cachedStatement(sql: sql), arguments: StatementArguments(arguments))
    }
}
