public import Intake
public import Logging
public import ServiceLifecycle

/// `cupel serve`: watches incoming/ until it is told to stop, and tells systemd how it is doing.
public struct CertificateService: Service {
    private let watch: IncomingWatch
    private let desk: DeliveryDesk
    private let notifier: SystemdNotifier
    private let figures: IntakeFigures
    private let logger: Logger

    public init(
        watch: IncomingWatch,
        desk: DeliveryDesk,
        notifier: SystemdNotifier,
        figures: IntakeFigures,
        logger: Logger
    ) {
        self.figures = figures
        self.watch = watch
        self.desk = desk
        self.notifier = notifier
        self.logger = logger
    }

    public func run() async throws {
        try await watch.start()
        let status = await watch.statusWords
        logger.tell(.watching, ["status": "\(status)"])
        notifier.ready(status)
        await desk.reconcile()
        try? await beatUntilShutdown()
        notifier.stopping()
        await watch.stop()
        // The desk is serial: this waits for the file in hand.
        await desk.close()
        logger.tell(.stopped)
    }

    /// Speaks for the watch, the desk and the ledger only after all three have shown that they go on: whichever hangs
    /// makes the daemon silent, and systemd starts it anew.
    private func beatUntilShutdown() async throws {
        let beat = Duration.nanoseconds(Int64((notifier.watchdogNanoseconds ?? 60_000_000_000) / 3))
        try await cancelWhenGracefulShutdown {
            while true {
                try await Task.sleep(for: beat)
                if let trouble = await desk.answer() {
                    logger.tell(.ledgerSilent, ["reason": "\(trouble)"])
                    notifier.status("the ledger does not answer: \(trouble)")
                } else if await watch.isListing {
                    notifier.status(await watch.statusWords + (figures.state.silence.map { "; \($0)" } ?? ""))
                    notifier.progress()
                } else {
                    logger.tell(.listingStopped)
                    notifier.status("incoming/ is no longer listed")
                }
            }
        }
    }
}
