import GRDB
import Glibc

/// The ledger: everything delivered, judged and decided, in one SQLite file.
///
/// One writer at a time, in this process and beside it; readers never wait for it (write-ahead log). A commit is on
/// disk when ``write(as:_:)`` returns (`synchronous = FULL`), and a process that is killed leaves all of a transaction
/// or nothing. Calls block; keep them off the cooperative threads. Neither ``write(as:_:)`` nor ``read(_:)`` may be
/// called inside the other.
public final class Ledger: Sendable {
    public enum Access: Sendable {
        /// Creates the ledger where there is none, and brings an older schema up to date.
        case readWrite
        /// Changes nothing; the ledger must be there.
        case readOnly
    }

    /// Of a new ledger.
    private static let pageBytes = 16_384
    /// Kilobytes of pages that the writer keeps in memory: what a commit of several certificates touches. With SQLite's
    /// 2 MB it writes some of them several times.
    private static let writerCache = 8_000

    public let path: String
    private let connections: any DatabaseReader
    private let writer: (any DatabaseWriter)?

    /// - Parameter busyTimeout: how long to wait for another program's lock before ``LedgerError/busy(path:)``.
    public init(
        path: String,
        access: Access = .readWrite,
        busyTimeout: Duration = .seconds(5)
    ) throws(LedgerError) {
        self.path = path
        let clock = ContinuousClock()
        let deadline = clock.now + busyTimeout
        while true {
            do throws(LedgerError) {
                (connections, writer) = try Self.connect(path, access: access, busyTimeout: busyTimeout)
                return
            } catch {
                // SQLite does not wait where several programs make one ledger a write-ahead one at the same moment.
                guard case .busy = error, clock.now < deadline else { throw error }
                usleep(10_000)
            }
        }
    }

    private static func connect(
        _ path: String,
        access: Access,
        busyTimeout: Duration
    ) throws(LedgerError) -> (any DatabaseReader, (any DatabaseWriter)?) {
        var configuration = Configuration()
        configuration.busyMode = .timeout(busyTimeout / .seconds(1))
        configuration.foreignKeysEnabled = true
        configuration.label = "cupel.ledger"
        configuration.readonly = access == .readOnly
        configuration.prepareDatabase { database in
            // A column of a certificate fills a page of the usual size and a piece of the next; a ledger that is there
            // keeps its own.
            try database.execute(sql: "PRAGMA page_size = \(Self.pageBytes)")
        }
        do {
            try Self.inspect(path, access: access, configuration: configuration)
            switch access {
            case .readOnly:
                return (try DatabaseQueue(path: path, configuration: configuration), nil)
            case .readWrite:
                // Where a log was left beside it, SQLite opens it, and only the first write fails.
                if LedgerError.isReadOnlyFileSystem(path) { throw LedgerError.readOnly(path: path) }
                let pool = try DatabasePool(path: path, configuration: configuration)
                try Self.migrate(pool)
                // The pool sets NORMAL, under which a power cut may undo the last commits after a file has moved.
                try pool.writeWithoutTransaction { database in
                    try database.execute(sql: "PRAGMA synchronous = FULL; PRAGMA cache_size = -\(writerCache)")
                }
                return (pool, pool)
            }
        } catch {
            throw Self.translate(error, path)
        }
    }

    /// Brings the schema up to date, also where another program does the same at the same moment: ours then fails on
    /// what the other has done already, and nothing is left to do.
    private static func migrate(_ pool: DatabasePool) throws {
        do {
            try Schema.migrator.migrate(pool)
        } catch {
            guard try pool.read(Schema.migrator.hasCompletedMigrations) else { throw error }
        }
    }

    /// Refuses what is not ours before anything is written to it.
    private static func inspect(_ path: String, access: Access, configuration: Configuration) throws {
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        defer { try? queue.close() }
        let (application, version, objects) = try queue.read { database in
            (
                try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0,
                try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0,
                // The migrator's own table may be all there is, where a first start was killed.
                try Int.fetchOne(
                    database,
                    sql: "SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'"
                ) ?? 0
            )
        }
        if application != Schema.applicationID {
            let isNew = access == .readWrite && application == 0 && version == 0 && objects == 0
            guard isNew else { throw LedgerError.notALedger(path: path) }
        } else if version > Schema.version {
            throw LedgerError.newerSchema(path: path, found: version, known: Schema.version)
        } else if version < Schema.version, access == .readOnly {
            throw LedgerError.olderSchema(path: path, found: version, known: Schema.version)
        }
    }

    /// Runs `body` in one transaction: all of what it does is kept, or, where it throws, nothing.
    ///
    /// - Parameter actor: who stands in the audit log for what `body` does; a decision names its own.
    @discardableResult
    public func write<Result>(
        as actor: String = "cupel",
        _ body: (LedgerTransaction) throws -> Result
    ) throws -> Result {
        guard let writer else { throw LedgerError.readOnly(path: path) }
        do {
            return try writer.write { try body(LedgerTransaction($0, actor: actor)) }
        } catch {
            throw LedgerError(error, path: path) ?? error
        }
    }

    /// Reads one consistent state.
    public func read<Result>(_ body: (LedgerReader) throws -> Result) throws -> Result {
        do {
            return try connections.read { try body(LedgerReader($0)) }
        } catch {
            throw LedgerError(error, path: path) ?? error
        }
    }

    /// Reads through the whole file: that pages, rows and guards are sound, and keys point at what is there.
    ///
    /// SQLite's `quick_check`, which leaves out only that indexes agree with their tables.
    /// - Throws: ``LedgerError/corrupt(path:detail:)`` with the first fault.
    public func check() throws(LedgerError) {
        let faults: [String]
        do {
            faults = try connections.read { database in
                try String.fetchAll(database, sql: "PRAGMA quick_check(1)").filter { $0 != "ok" }.map(Self.fault)
                    + Row.fetchAll(database, sql: "PRAGMA foreign_key_check").prefix(1).map {
                        "a row of \($0["table"] as String) points at nothing"
                    }
            }
        } catch {
            throw Self.translate(error, path)
        }
        if let fault = faults.first { throw .corrupt(path: path, detail: fault) }
    }

    /// How large the file is, and how much of it holds nothing, in bytes. What is written next takes that first.
    public func room() throws(LedgerError) -> (bytes: Int64, unused: Int64) {
        do {
            return try connections.read { database in
                func pragma(_ name: String) throws -> Int64 {
                    try Int64.fetchOne(database, sql: "PRAGMA \(name)") ?? 0
                }
                let size = try pragma("page_size")
                return (try pragma("page_count") * size, try pragma("freelist_count") * size)
            }
        } catch {
            throw Self.translate(error, path)
        }
    }

    /// Takes the lock of the writer and gives it back: proof that the ledger answers.
    ///
    /// Where another program holds the lock, that is an answer, too.
    public func answer() throws(LedgerError) {
        guard let writer else { throw LedgerError.readOnly(path: path) }
        do {
            try writer.writeWithoutTransaction { try $0.inTransaction(.immediate) { .rollback } }
        } catch {
            let translated = Self.translate(error, path)
            if case .busy = translated { return }
            throw translated
        }
    }

    /// The fault itself; SQLite writes above it in which database it lies.
    private static func fault(_ text: String) -> String {
        text.split(separator: "\n").last { !$0.hasPrefix("***") }.map(String.init) ?? text
    }

    /// Writes a consistent copy to a new file while work goes on, and opens and checks it before it gets its name.
    ///
    /// - Returns: the last row of the copy's audit log, which was followed from its first.
    /// - Throws: ``LedgerError/fileExists(path:)`` rather than to overwrite anything.
    @discardableResult
    public func backup(to destination: String) throws(LedgerError) -> AuditHead {
        guard !LedgerFile.exists(destination) else { throw .fileExists(path: destination) }
        let temporary = destination + ".partial"
        LedgerFile.discard(temporary)
        do {
            try connections.unsafeRead { database in
                try database.execute(sql: "VACUUM INTO ?", arguments: [temporary])
            }
        } catch {
            LedgerFile.discard(temporary)
            throw Self.translate(error, destination)
        }
        do {
            let head = try Self.head(ofCopy: temporary)
            try LedgerFile.publish(temporary, as: destination)
            return head
        } catch {
            LedgerFile.discard(temporary)
            throw Self.translate(error, destination)
        }
    }

    private static func head(ofCopy path: String) throws -> AuditHead {
        let copy = try Ledger(path: path, access: .readOnly)
        try copy.check()
        let report = try copy.read { try $0.verifyAudit() }
        try copy.close()
        if let problem = report.problems.first { throw LedgerError.corrupt(path: path, detail: "\(problem)") }
        return report.head
    }

    /// Ends all connections; the write-ahead log is folded into the file.
    public func close() throws(LedgerError) {
        // The last connection that closes moves the log into the ledger, and a reader must not write.
        (connections as? DatabasePool)?.invalidateReadOnlyConnections()
        do {
            try connections.close()
        } catch {
            throw Self.translate(error, path)
        }
    }

    private static func translate(_ error: any Error, _ path: String) -> LedgerError {
        error as? LedgerError ?? LedgerError(error, path: path) ?? .cannotOpen(path: path, detail: "\(error)")
    }
}
