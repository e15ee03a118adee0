import Glibc
import Intake
import Logging

/// Holds the last certificate against the days that may pass without one, and warns once a day where more have.
struct SilenceWatch {
    private static let day: Int64 = 86_400

    private let figures: IntakeFigures
    private let logger: Logger
    private var clock: SilenceClock
    private var toldAt: Int64?

    init(limitDays: Int, figures: IntakeFigures, logger: Logger) {
        self.figures = figures
        self.logger = logger
        clock = SilenceClock(limitDays: limitDays, startedAt: MonotonicClock.seconds)
    }

    mutating func look(_ standing: StandingFigures) {
        // A ledger that cannot be read says nothing about the laboratory.
        guard standing.trouble == nil else { return }
        let now = MonotonicClock.seconds
        let silence = clock.look(last: standing.lastCertificate, wall: Int64(time(nil)), monotonic: now)
        figures.tell(silence: silence.isSilent ? silence.words : nil)
        guard silence.isSilent else {
            toldAt = nil
            return
        }
        if let toldAt, now - toldAt < Self.day { return }
        toldAt = now
        logger.tell(
            .silent,
            ["reason": "\(silence.words)", "last": "\(silence.last ?? "never")", "days": "\(silence.limitDays)"]
        )
    }
}
