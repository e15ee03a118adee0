import GRDB

/// The identity of a ledger file and its numbered migrations.
///
/// A migration that has left the house is never edited: the next change is the next number.
enum Schema {
    /// `Cupl`, in the header of the file: tells a ledger from any other SQLite database.
    static let applicationID = 0x4375_706C
    /// Stands in `user_version`; a program refuses a ledger with a higher one.
    static let version = 7

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1", foreignKeyChecks: .immediate) { database in
            try database.execute(sql: Migration1.tables)
            try database.execute(sql: Migration1.guards)
            try database.execute(sql: Migration1.views)
            try database.execute(sql: Migration1.statistics)
            try database.execute(sql: "PRAGMA application_id = \(applicationID)")
            try database.execute(sql: "PRAGMA user_version = 1")
            Failpoint.migrated.reach()
        }
        migrator.registerMigration("2", foreignKeyChecks: .immediate) { database in
            try database.execute(sql: Migration2.tables)
            try database.execute(sql: Migration2.resolvedResults)
            try database.execute(sql: Migration2.thousands)
            try database.execute(sql: Migration2.guards)
            try database.execute(sql: Migration2.views)
            try database.execute(sql: "PRAGMA user_version = 2")
            Failpoint.migrated.reach()
        }
        migrator.registerMigration("3", foreignKeyChecks: .immediate) { database in
            for part in Migration3.all { try database.execute(sql: part) }
            try database.execute(sql: "PRAGMA user_version = 3")
            Failpoint.migrated.reach()
        }
        migrator.registerMigration("4", foreignKeyChecks: .immediate) { database in
            try database.execute(sql: Migration4.composites)
            try database.execute(sql: "PRAGMA user_version = 4")
            Failpoint.migrated.reach()
        }
        migrator.registerMigration("5", foreignKeyChecks: .immediate) { database in
            for part in Migration5.all { try database.execute(sql: part) }
            try database.execute(sql: "PRAGMA user_version = 5")
            Failpoint.migrated.reach()
        }
        migrator.registerMigration("6", foreignKeyChecks: .immediate) { database in
            for part in Migration6.all { try database.execute(sql: part) }
            try Migration6.fillCharts(database)
            try database.execute(sql: "PRAGMA user_version = 6")
            Failpoint.migrated.reach()
        }
        migrator.registerMigration("7", foreignKeyChecks: .immediate) { database in
            try database.execute(sql: Migration7.renewals)
            try database.execute(sql: "PRAGMA user_version = 7")
            Failpoint.migrated.reach()
        }
        return migrator
    }
}

/// The first schema; see the extensions for tables, guards and the public views.
enum Migration1 {}

/// The second schema: documents beside certificates, results over a limit and those that resolve them, and what
/// workbooks say more than texts.
enum Migration2 {}
