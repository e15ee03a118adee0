public import Intake
public import Logging
import ServiceLifecycle
import UnixSignals

/// The services of the daemon under one life: SIGTERM and SIGINT end all of them gracefully.
public enum CupelServiceGroup {
    public static func run(
        watch: IncomingWatch,
        desk: DeliveryDesk,
        ledgerCheck: LedgerCheck,
        notifier: SystemdNotifier,
        outlets: ServiceOutlets,
        logger: Logger
    ) async throws {
        let group = ServiceGroup(
            services: try outlets.services(logger: logger) + [
                CertificateService(
                    watch: watch,
                    desk: desk,
                    notifier: notifier,
                    figures: outlets.figures,
                    logger: logger
                ),
                HangupService(watch: watch, desk: desk, logger: logger),
                LedgerCheckService(ledgerCheck, logger: logger),
            ],
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger
        )
        try await group.run()
    }
}
