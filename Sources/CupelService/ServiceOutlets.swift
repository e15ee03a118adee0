public import Intake
import Logging
import ServiceLifecycle

/// How the daemon is seen from outside, as cupel.toml says: metrics, the warning of silence, the alert command.
public struct ServiceOutlets: Sendable {
    private let root: Root
    private let book: FigureBook
    private let feed: AlertFeed
    let figures: IntakeFigures
    private let version: String

    /// - Parameter figures: those that the intake writes.
    public init(root: Root, book: FigureBook, feed: AlertFeed, figures: IntakeFigures, version: String) {
        self.root = root
        self.book = book
        self.feed = feed
        self.figures = figures
        self.version = version
    }

    /// Metrics first: what stands first is stopped last, and shows how all ended.
    func services(logger: Logger) throws -> [any Service] {
        var services: [any Service] = []
        if root.metrics != MetricsSettings() {
            let desk = MetricsDesk(book, version: version, watchesSilence: root.silentDays != nil)
            services.append(MetricsService(root.metrics, desk: desk, logger: logger))
        }
        if let days = root.silentDays {
            services.append(SilenceService(book, figures: figures, limitDays: days, logger: logger))
        }
        if let settings = root.alertHook {
            // Before anything is judged, so that the first alert of this run is one that is handed over.
            let progress = try? AlertHook.begin(root, feed, logger)
            services.append(
                AlertHookService(
                    AlertHook(settings, root: root, feed: feed, from: progress, figures: figures, logger: logger)
                )
            )
        } else {
            try AlertProgress.forget(in: root)
        }
        return services
    }
}
