import Intake
import Logging
import ServiceLifecycle

/// Looks every minute whether a certificate has come lately.
struct SilenceService: Service {
    private let book: FigureBook
    private let figures: IntakeFigures
    private let limitDays: Int
    private let logger: Logger

    init(_ book: FigureBook, figures: IntakeFigures, limitDays: Int, logger: Logger) {
        self.book = book
        self.figures = figures
        self.limitDays = limitDays
        self.logger = logger
    }

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            var watch = SilenceWatch(limitDays: limitDays, figures: figures, logger: logger)
            while true {
                watch.look(await book.current())
                try await Task.sleep(for: .seconds(60))
            }
        }
    }
}
