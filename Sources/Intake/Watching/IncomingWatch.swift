@preconcurrency import Dispatch
import Glibc
public import Logging

/// Watches incoming/ and hands whole files to the desk.
///
/// A hint of inotify makes it fast, a scan makes it certain: watch first, then scan, scan again for ever, and at once
/// when events were lost or the folder was replaced. On network file systems there are no hints, and it polls.
public actor IncomingWatch {
    public struct Settings: Sendable {
        /// How long a file written in place must stay unchanged.
        public var quietNanoseconds: UInt64
        /// How often the whole folder is listed.
        public var rescanNanoseconds: UInt64
        /// Never rely on inotify.
        public var poll: Bool

        public init(quietNanoseconds: UInt64, rescanNanoseconds: UInt64, poll: Bool) {
            self.quietNanoseconds = quietNanoseconds
            self.rescanNanoseconds = rescanNanoseconds
            self.poll = poll
        }
    }

    private nonisolated let executor: QueueExecutor
    public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private let path: String
    private let settings: Settings
    private let desk: DeliveryDesk
    private let logger: Logger
    private let figures: IntakeFigures

    private var folder: Folder
    private var identity: FileFacts?
    private var settling: Settling
    private var inotify: Inotify?
    private var timer: (any DispatchSourceTimer)?
    private var lastScan: UInt64 = 0
    /// When the timer comes next; 0 where it is not set.
    private var nextBeat: UInt64 = 0
    /// Whole files, those that came by rename first: they are today's delivery, the others may be a backlog.
    private var arrivals: [FileName] = []
    private var backlog: [FileName] = []
    /// Names that are no files and wait for the desk to move them away.
    private var refused: Set<FileName> = []
    /// When each name that waits or is being taken was first seen.
    private var seenAt: [FileName: UInt64] = [:]
    /// What kept the last file from being taken, until one is.
    private var hindrance: String?
    private var isWorking = false
    /// How many files the desk has in hand.
    private var onDesk = 0
    private var isStopped = false

    public init(
        incoming: Folder,
        settings: Settings,
        desk: DeliveryDesk,
        logger: Logger,
        figures: IntakeFigures = IntakeFigures()
    ) {
        executor = QueueExecutor("cupel.incoming")
        path = incoming.path
        folder = incoming
        self.settings = settings
        self.desk = desk
        self.logger = logger
        self.figures = figures
        settling = Settling(quietNanoseconds: settings.quietNanoseconds)
    }

    /// Arms the watch and lists the folder for the first time. When this returns, no file can be missed.
    /// - Throws: where the folder cannot be listed; later that is tried again for ever.
    public func start() throws {
        let isNetwork = FileSystemKind.isNetwork(path)
        if settings.poll || isNetwork {
            logger.tell(.polling, ["reason": isNetwork ? "network file system" : "configured"])
        } else {
            inotify = listening()
        }
        let timer = DispatchSource.makeTimerSource(queue: executor.queue)
        timer.setEventHandler { self.assumeIsolated { $0.tick() } }
        self.timer = timer
        timer.activate()
        try list()
        proceed()
    }

    /// Hints, where the system gives any: its watches may be used up, and then scanning has to do.
    private func listening() -> Inotify? {
        do throws(FileFailure) {
            let inotify = try Inotify(queue: executor.queue) { hints in
                self.assumeIsolated { $0.take(hints) }
            }
            try inotify.watch(path)
            return inotify
        } catch {
            logger.tell(.watchRefused, ["number": "\(error.number)"])
            return nil
        }
    }

    /// Stops taking files. A file that the desk has begun is finished by the desk.
    public func stop() {
        isStopped = true
        timer?.cancel()
        timer = nil
        inotify = nil
        arrivals = []
        backlog = []
    }

    /// Lists the folder now, as after a signal.
    public func rescan() { scan() }

    /// False where the listings have stopped coming, though the watch still answers.
    public var isListing: Bool {
        let allowed = settings.rescanNanoseconds.multipliedReportingOverflow(by: 3)
        return allowed.overflow || MonotonicClock.now &- lastScan <= max(allowed.partialValue, 5_000_000_000)
    }

    /// Files that are seen and not done, but for those on the desk.
    private var waiting: Int { settling.waiting + arrivals.count + backlog.count }

    /// How it stands, for systemd and people: `watching incoming/; 3 files waiting`, and what is in the way.
    public var statusWords: String {
        let waiting = waiting
        let how = inotify == nil ? "polling incoming/" : "watching incoming/"
        let files =
            switch waiting {
            case 0: "nothing waiting"
            case 1: "1 file waiting"
            default: "\(waiting) files waiting"
            }
        let trouble = hindrance.map { "; held up: \($0)" } ?? ""
        return (isWorking ? "\(how); \(files); judging" : "\(how); \(files)") + trouble
    }

    // MARK: - Seeing

    private func take(_ hints: [Inotify.Hint]) {
        guard !isStopped else { return }
        var mustScan = false
        for hint in hints {
            switch hint {
            case .arrived(let name): look(at: name, arrivedWhole: true)
            case .touched(let name): if !name.bytes.isEmpty { look(at: name) }
            case .overflow:
                logger.tell(.hintsLost)
                mustScan = true
            case .watchLost: mustScan = true
            }
        }
        if mustScan { scan() } else { proceed() }
    }

    private func tick() {
        guard !isStopped else { return }
        nextBeat = 0
        let now = MonotonicClock.now
        if now &- lastScan >= settings.rescanNanoseconds {
            scan()
        } else {
            for name in settling.due(at: now) { look(at: name) }
            proceed()
        }
    }

    private func scan() {
        do {
            try list()
        } catch {
            logger.tell(.cannotList, ["reason": "\(error)"])
        }
        proceed()
    }

    private func list() throws {
        lastScan = MonotonicClock.now
        try reopenIfReplaced()
        let names = try folder.names()
        let there = Set(names)
        settling.keepOnly(there)
        seenAt = seenAt.filter { there.contains($0.key) }
        for name in names { look(at: name) }
    }

    /// The path may lead to another folder than the one that is open: replaced, mounted over, or gone.
    private func reopenIfReplaced() throws(FileFailure) {
        let current = try Folder(path)
        let facts = try current.facts(FileName("."))
        if let facts, facts.inode == identity?.inode, facts.device == identity?.device { return }
        if identity != nil { logger.tell(.folderReplaced) }
        try inotify?.watch(path)
        identity = facts
        folder = current
    }

    private func look(at name: FileName, arrivedWhole: Bool = false) {
        let facts: FileFacts?
        do {
            facts = try folder.facts(name)
        } catch {
            logger.tell(.cannotLook, ["file": "\(name)", "reason": "\(error)"])
            return
        }
        let now = MonotonicClock.now
        if facts == nil {
            seenAt[name] = nil
        } else if !name.isPartial, seenAt[name] == nil {
            seenAt[name] = now
        }
        switch settling.observe(name, facts, arrivedWhole: arrivedWhole, at: now) {
        case .take:
            if arrivedWhole { arrivals.append(name) } else { backlog.append(name) }
        case .refuse:
            // The desk finds out the same and moves it away; what the settling does not track is handed over once.
            if !refused.contains(name) {
                refused.insert(name)
                backlog.append(name)
            }
        case .wait, .leave: break
        }
    }

    // MARK: - Handing over

    private func proceed() {
        schedule()
        defer { figures.update { $0.waiting = waiting + onDesk } }
        guard !isWorking, !isStopped, !(arrivals.isEmpty && backlog.isEmpty) else { return }
        var names = Array(arrivals.prefix(Pipeline.chunk))
        arrivals.removeFirst(names.count)
        let arrived = Set(names)
        let more = min(Pipeline.chunk - names.count, backlog.count)
        names.append(contentsOf: backlog.prefix(more))
        backlog.removeFirst(more)
        isWorking = true
        onDesk = names.count
        let folder = folder
        let seen = seenAt.filter { names.contains($0.key) }
        Task {
            let done = await desk.process(names, arrivedWhole: arrived, seenAt: seen, in: folder)
            finish(done)
        }
    }

    private func finish(_ done: [DeliveryDesk.Processed]) {
        isWorking = false
        onDesk = 0
        for processed in done {
            refused.remove(processed.name)
            switch processed.result {
            case .done:
                settling.finished(processed.name)
                seenAt[processed.name] = nil
                hindrance = nil
            case .unfinished(let reason): postpone(processed.name, reason, .debug)
            case .postponed(let reason):
                // Told once, however often it is tried.
                postpone(processed.name, reason, hindrance == reason ? .debug : .warning)
                hindrance = reason
            }
        }
        proceed()
    }

    private func postpone(_ name: FileName, _ reason: String, _ level: Logger.Level) {
        let again = settling.postponed(name, at: MonotonicClock.now)
        logger.tell(.postponed, at: level, ["file": "\(name)", "reason": "\(reason)", "until": "\(again)"])
    }

    /// A short beat while files wait to settle, the rescan otherwise. A beat that is set already is never put off,
    /// or a busy folder would keep it from ever coming.
    private func schedule() {
        let beat: UInt64 =
            settling.waiting > 0 ? max(settings.quietNanoseconds / 4, 20_000_000) : settings.rescanNanoseconds
        let now = MonotonicClock.now
        let next = now &+ min(beat, settings.rescanNanoseconds)
        guard nextBeat == 0 || next < nextBeat else { return }
        nextBeat = next
        timer?.schedule(deadline: .now() + .nanoseconds(Int(next &- now)), leeway: .milliseconds(5))
    }
}
