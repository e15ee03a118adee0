@preconcurrency import Dispatch
import Intake
import Logging

/// The file and the socket by which figures leave, on a queue of their own: figures and disk block.
actor MetricsOutlets {
    private nonisolated let executor = QueueExecutor("cupel.metrics.outlets", qos: .utility)
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private let settings: MetricsSettings
    private let desk: MetricsDesk
    private let logger: Logger
    private var server: MetricsServer?
    /// Failures that have been told of.
    private var told: Set<String> = []

    init(_ settings: MetricsSettings, desk: MetricsDesk, logger: Logger) {
        self.settings = settings
        self.desk = desk
        self.logger = logger
    }

    /// Writes the file, and listens where that failed so far.
    func give() {
        let desk = desk
        if let address = settings.listen, server == nil {
            attempt { server = try MetricsServer(address) { desk.answer($0) } }
        }
        if let path = settings.textfile { attempt { try MetricsTextfile.write(desk.text(), to: path) } }
    }

    /// Writes the file for the last time, and listens no more.
    func close() {
        server?.stop()
        server = nil
        if let path = settings.textfile { attempt { try MetricsTextfile.write(desk.text(), to: path) } }
    }

    private func attempt(_ body: () throws -> Void) {
        do {
            try body()
        } catch {
            if told.insert("\(error)").inserted { logger.tell(.metricsFailed, ["reason": "\(error)"]) }
        }
    }
}
