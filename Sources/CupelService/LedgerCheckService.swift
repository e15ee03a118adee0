public import Intake
public import Logging
public import ServiceLifecycle

/// Reads through the ledger when the daemon starts, and every day after. A damaged one ends the daemon, with words.
public struct LedgerCheckService: Service {
    public static let usualPause = Duration.seconds(24 * 60 * 60)

    private let check: LedgerCheck
    private let pause: Duration
    private let logger: Logger

    public init(_ check: LedgerCheck, pause: Duration = usualPause, logger: Logger) {
        self.check = check
        self.pause = pause
        self.logger = logger
    }

    public func run() async throws {
        do {
            try await cancelWhenGracefulShutdown {
                while true {
                    if let trouble = try await check.run() {
                        logger.tell(.ledgerUnchecked, ["reason": "\(trouble)"])
                    } else {
                        logger.tell(.ledgerChecked)
                    }
                    try await Task.sleep(for: pause)
                }
            }
        } catch is CancellationError {}
    }
}
