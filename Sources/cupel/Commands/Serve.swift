import ArgumentParser
import CupelService
import Foundation
import Intake
import Ledger
import Logging
import Standards

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Watch incoming/, judge, alert, until told to stop.",
        discussion: """
            SIGTERM finishes the file in hand and stops; SIGHUP looks at the Standards and at incoming/ at once.

            EXAMPLE
              cupel serve --root /srv/lab
            """
    )

    @OptionGroup var root: RootOption
    @Flag(help: "Log every step.") var verbose = false

    func run() async throws {
        Signals.ignoreHangup()
        do {
            try await serve()
        } catch {
            Terminal.complain("\(error)")
            throw ExitStatus.of(error)
        }
    }

    private func serve() async throws {
        let level: Logger.Level = verbose ? .debug : .info
        let logger = Logger.ofService(level: level)
        let root = try root.open()
        if let trouble = root.alertHook?.trouble { throw RootProblem.unusable(trouble) }
        let lock = try RootLock(root)
        let notifier = SystemdNotifier(environment: ProcessInfo.processInfo.environment)
        notifier.status("opening the ledger, which a new version may have to bring up to date first")
        let ledger = try root.openLedger(.readWrite)
        let standards = try StandardsInForce(path: root.standards, limits: root.limits, logger: logger)
        for warning in standards.snapshot.warnings { logger.tell(.standardsDoubtful, ["reason": "\(warning)"]) }
        let figures = IntakeFigures()
        let desk = DeliveryDesk(
            try Pipeline(root: root, ledger: ledger, standards: standards, logger: logger, figures: figures)
        )
        let watch = IncomingWatch(
            incoming: try Folder(root.incoming),
            settings: root.watching,
            desk: desk,
            logger: logger,
            figures: figures
        )
        try await CupelServiceGroup.run(
            watch: watch,
            desk: desk,
            ledgerCheck: LedgerCheck(ledger),
            notifier: notifier,
            outlets: ServiceOutlets(
                root: root,
                book: FigureBook(root: root, ledger: ledger, intake: figures),
                feed: AlertFeed(ledger),
                figures: figures,
                version: Version.text
            ),
            logger: logger
        )
        withExtendedLifetime(lock) {}
        try ledger.close()
    }
}
