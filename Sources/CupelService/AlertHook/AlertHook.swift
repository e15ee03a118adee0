@preconcurrency import Dispatch
import Intake
import Logging

/// Hands new alerts over to a command, on a queue of its own: performs what ``HookSchedule`` says.
///
/// Progress is on disk after each alert. A process that is killed between the end of a command and that note runs it once
/// more: at least once, never not at all.
actor AlertHook {
    private nonisolated let executor = QueueExecutor("cupel.hook", qos: .utility)
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private let root: Root
    private let settings: AlertHookSettings
    private let feed: AlertFeed
    private let figures: IntakeFigures
    private let logger: Logger
    private nonisolated let runner = HookRunner()
    private var schedule: HookSchedule?
    private var kept = AlertProgress()
    /// What keeps it from looking, until it can.
    private var hindrance: String?

    /// - Parameter progress: where to go on; nil where that could not be found out yet.
    init(
        _ settings: AlertHookSettings,
        root: Root,
        feed: AlertFeed,
        from progress: AlertProgress?,
        figures: IntakeFigures,
        logger: Logger
    ) {
        self.settings = settings
        self.root = root
        self.feed = feed
        self.figures = figures
        self.logger = logger
        if let progress {
            kept = progress
            schedule = HookSchedule(retries: settings.retries, base: progress.base, done: progress.done)
        }
    }

    /// Ends the command that runs; its alert is handed over again at the next start.
    nonisolated func stop() { runner.stop() }

    /// Does the next thing.
    /// - Returns: how many seconds there is nothing to do.
    func step() -> Int64 {
        do {
            let pause = try advance()
            hindrance = nil
            return pause
        } catch {
            let words = "\(error)"
            if hindrance != words { logger.tell(.hookHindered, ["reason": "\(words)"]) }
            hindrance = words
            return 10
        }
    }

    private func advance() throws -> Int64 {
        var schedule = try schedule ?? begin()
        defer { self.schedule = schedule }
        switch schedule.next(at: MonotonicClock.seconds) {
        case .wait(let seconds): return seconds
        case .look:
            let (verdicts, upTo) = try feed.opened(after: AlertProgress(base: schedule.base, done: schedule.done))
            schedule.found(verdicts, upTo: upTo, at: MonotonicClock.seconds)
            try keep(schedule)
            return 0
        case .run(let verdict, let attempt):
            guard let alert = try feed.alert(behind: verdict) else {
                _ = schedule.ended(.needless, at: MonotonicClock.seconds)
                try keep(schedule)
                return 0
            }
            let end = runner.run(
                settings.command,
                input: alert.document,
                environment: environment(alert),
                seconds: settings.timeLimitSeconds
            )
            if end == .stopped { return 1 }
            let consequence = schedule.ended(end.isSuccess ? .succeeded : .failed, at: MonotonicClock.seconds)
            figures.count(hookSucceeded: end.isSuccess, abandoned: consequence == .abandoned)
            tell(alert, attempt, end, consequence)
            try keep(schedule)
            return 0
        }
    }

    /// Alerts that are older than the command are not handed over; neither are those of a ledger that was put in place of
    /// another.
    static func begin(_ root: Root, _ feed: AlertFeed, _ logger: Logger) throws -> AlertProgress {
        if let before = AlertProgress.kept(in: root), try feed.knows(before) { return before }
        let progress = try feed.newest()
        try progress.keep(in: root)
        logger.tell(.hookBegun, ["waiting": "\(try feed.waiting())"])
        return progress
    }

    private func begin() throws -> HookSchedule {
        kept = try Self.begin(root, feed, logger)
        return HookSchedule(retries: settings.retries, base: kept.base, done: kept.done)
    }

    private func keep(_ schedule: HookSchedule) throws {
        guard schedule.base != kept.base || schedule.done != kept.done else { return }
        let progress = try feed.progress(base: schedule.base, done: schedule.done)
        try progress.keep(in: root)
        kept = progress
    }

    private func environment(_ alert: AlertFeed.Waiting) -> [String: String] {
        [
            "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8",
            "CUPEL_BATCH": alert.batch, "CUPEL_LABORATORY": alert.laboratory, "CUPEL_OUTCOME": alert.outcome,
            "CUPEL_ROOT": root.path,
        ]
    }

    private func tell(
        _ alert: AlertFeed.Waiting,
        _ attempt: Int,
        _ end: HookEnd,
        _ consequence: HookSchedule.Consequence
    ) {
        var values: Logger.Metadata = [
            "batch": "\(alert.batch)", "laboratory": "\(alert.laboratory)", "outcome": "\(alert.outcome)",
            "attempt": "\(attempt)",
        ]
        if !end.isSuccess {
            values["reason"] = "\(end.words)"
            values["output"] = "\(end.output)"
        }
        switch consequence {
        case .finished: logger.tell(.hookDone, values)
        case .again(let seconds): logger.tell(.hookFailed, values.merging(["again_in": "\(seconds) s"]) { $1 })
        case .abandoned: logger.tell(.hookAbandoned, values)
        }
    }
}
