@preconcurrency import Dispatch
public import Ledger
public import Logging
public import ServiceLifecycle

/// Reads through the ledger when the daemon starts, and every day after, on a queue of its own while work goes on.
///
/// A damaged ledger ends the daemon with words: what is written to it afterwards could be lost with it.
public struct LedgerCheckService: Service {
    public static let usualPause = Duration.seconds(24 * 60 * 60)

    private let ledger: Ledger
    private let pause: Duration
    private let logger: Logger

    public init(ledger: Ledger, pause: Duration = usualPause, logger: Logger) {
        self.ledger = ledger
        self.pause = pause
        self.logger = logger
    }

    public func run() async throws {
        do {
            try await cancelWhenGracefulShutdown {
                while true {
                    try await look()
                    try await Task.sleep(for: pause)
                }
            }
        } catch is CancellationError {}
    }

    /// - Throws: only what says that the ledger is damaged.
    private func look() async throws {
        do {
            try await check()
            logger.info("the ledger was read through: no fault")
        } catch let error as LedgerError {
            if case .corrupt = error { throw error }
            logger.warning("the ledger could not be read through; it is tried again in a day: \(error)")
        }
    }

    private func check() async throws {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            DispatchQueue.global(qos: .background).async {
                continuation.resume(with: Result { try ledger.check() })
            }
        }
    }
}
