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
        /// After how long a file that its sender does not finish is told of.
        public var slowWriterNanoseconds: UInt64

        public init(quietNanoseconds: UInt64, rescanNanoseconds: UInt64, poll: Bool, slowWriterNanoseconds: UInt64) {
            self.quietNanoseconds = quietNanoseconds
            self.rescanNanoseconds = rescanNanoseconds
            self.poll = poll
            self.slowWriterNanoseconds = slowWriterNanoseconds
        }
    }

    private nonisolated let executor: QueueExecutor
    public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private let settings: Settings
    private let desk: DeliveryDesk
    private let logger: Logger
    private let figures: IntakeFigures

    private var place: IncomingFolder
    private var settling: Settling
    private var inotify: Inotify?
    /// The watch may be gone, although the folder is the same.
    private var mustArm = true
    /// Why there are no hints, as it was told.
    private var pollsBecause: String?
    private var timer: (any DispatchSourceTimer)?
    private var lastScan: UInt64 = 0
    /// When the timer comes next; 0 where it is not set.
    private var nextBeat: UInt64 = 0
    private var line = WaitingLine()
    /// Whether the desk was given files, or the program started, since the last listing.
    private var hasWorked = true
    /// Whether that was so since memory was last given back.
    private var holdsMemory = true
    /// Names that are no files and wait for the desk to move them away.
    private var refused: Set<FileName> = []
    private var hindrances = Hindrances()
    /// Names that the last scan found and could not look at.
    private var unlooked: Set<FileName> = []
    /// Why the folder could not be listed the last time.
    private var listingTrouble: String?
    private var isWorking = false
    /// How many certificates are to be judged again because of a backlog, as the desk said last.
    private var renewalsLeft = 0
    /// Why they could not be the last time.
    private var renewalTrouble: String?
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
        place = IncomingFolder(incoming)
        self.settings = settings
        self.desk = desk
        self.logger = logger
        self.figures = figures
        settling = Settling(quietNanoseconds: settings.quietNanoseconds)
    }

    /// Arms the watch and lists the folder for the first time. When this returns, no file can be missed.
    /// - Throws: where the folder cannot be listed; later that is tried again for ever.
    public func start() throws {
        let timer = DispatchSource.makeTimerSource(queue: executor.queue)
        timer.setEventHandler { self.assumeIsolated { $0.tick() } }
        self.timer = timer
        timer.activate()
        try list()
        proceed()
    }

    /// Stops taking files. A file that the desk has begun is finished by the desk.
    public func stop() {
        isStopped = true
        timer?.cancel()
        timer = nil
        inotify = nil
        line.removeAll()
    }

    /// Lists the folder now, as after a signal.
    public func rescan() { scan() }

    /// False where the listings have stopped coming, though the watch still answers.
    public var isListing: Bool {
        let allowed = settings.rescanNanoseconds.multipliedReportingOverflow(by: 3)
        return allowed.overflow || MonotonicClock.now &- lastScan <= max(allowed.partialValue, 5_000_000_000)
    }

    /// Files that are seen and not done, but for those on the desk.
    private var waiting: Int { settling.waiting + line.count }

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
        let troubles = [listingTrouble, hindrances.words, renewalTrouble].compactMap { $0 }
        let trouble = troubles.isEmpty ? "" : "; held up: " + troubles.joined(separator: "; ")
        let renewals = renewalsLeft == 0 ? "" : "; \(renewalsLeft) certificates to judge again after a backlog"
        return (isWorking ? "\(how); \(files); judging" : "\(how); \(files)") + renewals + trouble
    }

    // MARK: - Seeing

    private func take(_ hints: [Inotify.Hint]) {
        guard !isStopped else { return }
        var mustScan = false
        var touched: Set<FileName> = []
        for hint in hints {
            switch hint {
            case .arrived(let name): look(at: name, .renamed)
            case .closed(let name): look(at: name, .closed)
            // Who writes in small pieces is announced with each of them; one look is enough.
            case .touched(let name): if !name.bytes.isEmpty { touched.insert(name) }
            case .overflow:
                logger.tell(.hintsLost)
                mustScan = true
            case .watchLost:
                mustArm = true
                mustScan = true
            }
        }
        for name in touched { look(at: name, .seen) }
        if mustScan { scan() } else { proceed() }
    }

    private func tick() {
        guard !isStopped else { return }
        nextBeat = 0
        let now = MonotonicClock.now
        if now >= nextScan {
            scan()
        } else {
            for name in settling.due(at: now) { look(at: name, .seen) }
            proceed()
        }
    }

    /// What could not be listed is tried again soon: it may be a folder that is just being replaced.
    private var nextScan: UInt64 {
        let pause = settings.rescanNanoseconds
        return lastScan &+ (listingTrouble == nil ? pause : min(pause, IncomingFolder.graceNanoseconds))
    }

    private func scan() {
        do {
            try list()
            if listingTrouble != nil { logger.tell(.listedAgain) }
            listingTrouble = nil
        } catch {
            let trouble = "incoming/ cannot be listed: \(error)"
            if listingTrouble != trouble { logger.tell(.cannotList, ["reason": "\(error)"]) }
            listingTrouble = trouble
        }
        rest()
        proceed()
    }

    private func list() throws {
        let now = MonotonicClock.now
        let isFirst = lastScan == 0
        lastScan = now
        let isOther = try place.reopen(at: now)
        if isOther, !isFirst { logger.tell(.folderReplaced) }
        arm(isOther)
        settling.beginScan()
        unlooked = []
        try place.folder.eachName { name in
            // Of what is in the line already nothing has to be known.
            guard !settling.isTaken(name), !refused.contains(name) else { return }
            look(at: name, isOther ? .foundAtStart : .seen)
            tellOfSlowWriter(name, at: now)
        }
        settling.endScan()
        hindrances.keepOnly { settling.knows($0) || refused.contains($0) || unlooked.contains($0) }
    }

    /// Asks for hints, where the system gives any: its watches may be used up, and then scanning has to do until there
    /// are some.
    private func arm(_ isOther: Bool) {
        guard !settings.poll else { return poll("configured", .info) }
        guard !FileSystemKind.isNetwork(place.path) else { return poll("network file system", .info) }
        do throws(FileFailure) {
            if let inotify {
                if isOther || mustArm { try inotify.watch(place.path) }
            } else {
                let inotify = try Inotify(queue: executor.queue) { hints in
                    self.assumeIsolated { $0.take(hints) }
                }
                try inotify.watch(place.path)
                self.inotify = inotify
            }
            mustArm = false
            if pollsBecause != nil { logger.tell(.watchGiven) }
            pollsBecause = nil
        } catch {
            poll("the system gives no watch (see fs.inotify in sysctl): \(error)", .warning)
        }
    }

    private func poll(_ reason: String, _ level: Logger.Level) {
        inotify = nil
        mustArm = true
        guard pollsBecause != reason else { return }
        pollsBecause = reason
        logger.tell(.polling, at: level, ["reason": "\(reason)"])
    }

    private func look(at name: FileName, _ sign: Settling.Sign) {
        let facts: FileFacts?
        do {
            facts = try place.folder.facts(name)
        } catch {
            unlooked.insert(name)
            if hindrances.note(name, .ours, "\(error)") {
                logger.tell(.cannotLook, ["file": "\(name)", "reason": "\(error)"])
            }
            return
        }
        switch settling.observe(name, facts, sign, at: MonotonicClock.now) {
        case .take: queue(name, facts, isOfToday: sign == .renamed || !settling.wasFoundAtStart(name))
        case .refuse:
            // The desk finds out the same and moves it away; what the settling does not track is handed over once.
            if refused.insert(name).inserted { queue(name, facts, isOfToday: sign != .foundAtStart) }
        case .leave: if facts == nil { hindrances.clear(name) }
        case .wait: break
        }
    }

    private func queue(_ name: FileName, _ facts: FileFacts?, isOfToday: Bool) {
        let modified = facts?.modified ?? 0
        if isOfToday { line.arrive(name, modified: modified) } else { line.join(name, modified: modified) }
    }

    /// Others go on meanwhile; but whoever delivers should hear that this one has not come through.
    private func tellOfSlowWriter(_ name: FileName, at now: UInt64) {
        guard let since = settling.unfinished(name, at: now), since >= settings.slowWriterNanoseconds,
            !hindrances.stands(for: name)
        else { return }
        let minutes = settings.slowWriterNanoseconds / 60_000_000_000
        let words = minutes == 0 ? "\(settings.slowWriterNanoseconds / 1_000_000_000) s" : "\(minutes) min"
        let reason =
            "\(place.path)/\(name) has been written to or open for writing for more than \(words). It is taken when its "
            + "sender has closed it (fuser shows who has it open)"
        if hindrances.note(name, .senders, reason) {
            logger.tell(.notFinished, ["file": "\(name)", "reason": "\(reason)"])
        }
    }

    // MARK: - Handing over

    private func proceed() {
        schedule()
        defer { figures.update { $0.waiting = waiting + onDesk } }
        let now = MonotonicClock.now
        guard !isWorking, !isStopped, let handful = line.next(at: now) else { return }
        isWorking = true
        onDesk = handful.names.count
        hasWorked = true
        holdsMemory = true
        if case .renewals(let count) = handful { return renew(count, of: handful, since: now) }
        let wallClock = WallClock.nanoseconds
        let files = handful.names.map { name in
            DeliveryDesk.Handed(
                name: name,
                arrivedWhole: settling.arrivedWhole(name),
                unchangedNanoseconds: settling.unchanged(name, at: now, wallClock: wallClock),
                seenAt: settling.firstSeen(name)
            )
        }
        let folder = place.folder
        let behind = handful.isBacklog ? line.count : 0
        Task {
            let done = await desk.process(files, in: folder, isBacklog: handful.isBacklog, behind: behind)
            await finish(handful, done, since: now)
        }
    }

    private func renew(_ count: Int, of handful: WaitingLine.Handful, since start: UInt64) {
        Task {
            let renewal = await desk.renew(atMost: count)
            isWorking = false
            let ending: WaitingLine.Ending
            var trouble: String?
            switch renewal {
            case .renewed(_, let left): (ending, renewalsLeft) = (.worked, left)
            case .nothing: (ending, renewalsLeft) = (.nothingLeft, 0)
            case .hindered(let reason, let left): (ending, renewalsLeft, trouble) = (.hindered, left, reason)
            }
            if let trouble, trouble != renewalTrouble { logger.tell(.ledgerRefuses, ["reason": "\(trouble)"]) }
            renewalTrouble = trouble
            let now = MonotonicClock.now
            line.ended(handful, ending, after: now &- start, at: now)
            proceed()
        }
    }

    private func finish(_ handful: WaitingLine.Handful, _ done: [DeliveryDesk.Processed], since start: UInt64) async {
        isWorking = false
        onDesk = 0
        var ending = WaitingLine.Ending.hindered
        for processed in done {
            let name = processed.name
            refused.remove(name)
            switch processed.result {
            case .done:
                ending = .worked
                settling.finished(name)
                hindrances.clear(name)
            case .unfinished(let reason):
                ending = .worked
                postpone(name, reason, .debug)
            case .notPermitted(let reason):
                ending = .worked
                postpone(name, reason, hindrances.note(name, .senders, reason) ? .warning : .debug)
            case .postponed(let reason):
                postpone(name, reason, hindrances.note(name, .ours, reason) ? .warning : .debug)
            }
        }
        let now = MonotonicClock.now
        line.ended(handful, ending, after: now &- start, at: now)
        proceed()
    }

    /// Gives memory back, once for each pause: nothing was to be done between two listings.
    private func rest() {
        defer { hasWorked = false }
        guard holdsMemory, !hasWorked, !isWorking else { return }
        holdsMemory = false
        Task { await desk.giveBackMemory() }
    }

    private func postpone(_ name: FileName, _ reason: String, _ level: Logger.Level) {
        let again = settling.postponed(name, at: MonotonicClock.now)
        logger.tell(.postponed, at: level, ["file": "\(name)", "reason": "\(reason)", "until": "\(again)"])
    }

    /// Sets the timer to the next file whose time comes, or to the next listing. A beat that is set already is never put
    /// off, or a busy folder would keep it from ever coming.
    private func schedule() {
        let now = MonotonicClock.now
        let times = [nextScan, settling.nextTurn, line.pauseEnds(after: now)].compactMap { $0 }
        // Files that were written at about the same time are looked at together.
        let next = max(times.min() ?? nextScan, now &+ 5_000_000)
        guard nextBeat == 0 || next < nextBeat else { return }
        nextBeat = next
        timer?.schedule(deadline: .now() + .nanoseconds(Int(next &- now)), leeway: .milliseconds(5))
    }
}
