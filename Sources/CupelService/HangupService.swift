@preconcurrency import Dispatch
import Glibc
public import Intake
public import Logging
public import ServiceLifecycle

/// On SIGHUP (`systemctl reload`), the Standards are looked at and incoming/ is listed, at once.
public struct HangupService: Service {
    private let watch: IncomingWatch
    private let desk: DeliveryDesk
    private let logger: Logger

    public init(watch: IncomingWatch, desk: DeliveryDesk, logger: Logger) {
        self.watch = watch
        self.desk = desk
        self.logger = logger
    }

    public func run() async throws {
        signal(SIGHUP, SIG_IGN)
        let (hangups, sink) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let source = DispatchSource.makeSignalSource(signal: SIGHUP, queue: .global(qos: .utility))
        source.setEventHandler { sink.yield() }
        source.activate()
        defer { source.cancel() }
        for await _ in hangups.cancelOnGracefulShutdown() {
            logger.tell(.reloading)
            await desk.renewStandards()
            await watch.rescan()
        }
    }
}
