import Synchronization

/// Between fork and exec a child holds every file that any test has open, also those being written; the daemon would
/// see a writer and wait for it. So nothing is written while a process is being started.
enum Forking {
    private static let lock = Mutex(())

    static func whileNobodyForks<Result>(_ body: () throws -> Result) rethrows -> Result {
        try lock.withLock { _ in try body() }
    }

    static func fork<Result>(_ body: () throws -> Result) rethrows -> Result { try whileNobodyForks(body) }
}
