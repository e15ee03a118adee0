@preconcurrency import Dispatch
import Intake
import Logging
import ServiceLifecycle

/// Gives the figures away as `[metrics]` says: into a file, written whole every 15 seconds and at the end, and at a socket.
///
/// What fails is told once and tried again; the intake knows nothing of it.
struct MetricsService: Service {
    static let pause = Duration.seconds(15)

    private let outlets: MetricsOutlets

    init(_ settings: MetricsSettings, desk: MetricsDesk, logger: Logger) {
        outlets = MetricsOutlets(settings, desk: desk, logger: logger)
    }

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while true {
                await outlets.give()
                try await Task.sleep(for: Self.pause)
            }
        }
        await outlets.close()
    }
}
