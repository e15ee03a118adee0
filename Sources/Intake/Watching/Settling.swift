/// When a file in incoming/ is whole and may be read: a value that is told what was seen and answers what to do.
///
/// It knows nothing of clocks and folders. Times are nanoseconds of a monotonic clock, so that setting the wall
/// clock back settles nothing early and nothing late.
public struct Settling: Sendable {
    /// What is to be done with a name now.
    public enum Answer: Sendable, Equatable {
        /// Whole: read it.
        case take
        /// Look again at that time.
        case wait(until: UInt64)
        /// Not a regular file: it is moved away and reported.
        case refuse(FileFacts.Kind)
        /// A hidden or partial name, a file that is being read already, or nothing at all.
        case leave
    }

    /// What made somebody look at a name.
    public enum Sign: Sendable {
        /// It was there when the folder was listed for the first time.
        case foundAtStart
        /// It was listed, touched, or its time has come.
        case seen
        /// It appeared by rename, which is the way a careful sender delivers.
        case renamed
        /// Somebody who wrote to it has closed it.
        case closed
    }

    private struct Watched {
        var facts: FileFacts
        let firstSeen: UInt64
        /// Since when nothing about it has changed, or since the last attempt.
        var unchangedSince: UInt64
        /// When it was last seen to change; an attempt does not count.
        var lastChange: UInt64
        /// It came by rename: there is nothing to wait for.
        var arrivedWhole: Bool
        var wasFoundAtStart: Bool
        var isTaken = false
        /// Not before this, after an attempt that has to be repeated.
        var notBefore: UInt64 = 0
        var postponements = 0
        /// The last scan that found it, or that was under way when it was looked at.
        var scan: UInt64 = 0
        /// When its turn on the agenda comes; nil where it has none.
        var turn: UInt64?

        init(_ facts: FileFacts, _ sign: Sign, since firstSeen: UInt64, at now: UInt64) {
            self.facts = facts
            self.firstSeen = firstSeen
            unchangedSince = now
            lastChange = now
            arrivedWhole = sign == .renamed
            wasFoundAtStart = sign == .foundAtStart
        }

        func due(_ quiet: UInt64) -> UInt64 { max(arrivedWhole ? 0 : unchangedSince &+ quiet, notBefore) }
    }

    /// How long size, times and inode must stay the same.
    public let quiet: UInt64
    private var watched: [FileName: Watched] = [:]
    private var taken = 0
    private var scan: UInt64 = 0
    /// Of each name that waits, when to look again. A turn that is not its file's any more is passed over.
    private var agenda = Heap<Turn>()

    public init(quietNanoseconds: UInt64) { quiet = quietNanoseconds }

    /// How many names wait for their time.
    public var waiting: Int { watched.count - taken }

    /// Whether it waits, or has been handed over.
    public func knows(_ name: FileName) -> Bool { watched[name] != nil }

    /// Whether it has been handed over and is not done yet: nothing about it needs to be looked at.
    public func isTaken(_ name: FileName) -> Bool { watched[name]?.isTaken ?? false }

    public func arrivedWhole(_ name: FileName) -> Bool { watched[name]?.arrivedWhole ?? false }

    public func wasFoundAtStart(_ name: FileName) -> Bool { watched[name]?.wasFoundAtStart ?? false }

    /// For how long nothing about a file is known to have changed; 0 for an unknown name. One that was there at the start
    /// is as old as its own time says, if that is not in the future.
    /// - Parameter wallClock: nanoseconds since 1970.
    public func unchanged(_ name: FileName, at now: UInt64, wallClock: Int64) -> UInt64 {
        guard let file = watched[name] else { return 0 }
        let seen = now &- file.lastChange
        return file.wasFoundAtStart ? max(seen, UInt64(clamping: wallClock &- file.facts.modified)) : seen
    }

    /// When a file that waits or is being taken was first seen; nil for an unknown name.
    public func firstSeen(_ name: FileName) -> UInt64? { watched[name]?.firstSeen }

    /// For how long a file has been waiting for its time; nil where it has been handed over, or is unknown.
    public func unfinished(_ name: FileName, at now: UInt64) -> UInt64? {
        guard let file = watched[name], !file.isTaken else { return nil }
        // A listing that takes a while sees files after the moment it began at.
        return now > file.firstSeen ? now - file.firstSeen : 0
    }

    /// Tells what stands under a name now.
    public mutating func observe(
        _ name: FileName,
        _ facts: FileFacts?,
        _ sign: Sign = .seen,
        at now: UInt64
    ) -> Answer {
        guard let facts else {
            if !isTaken(name) { forget(name) }
            return .leave
        }
        guard !name.isPartial else { return .leave }
        guard facts.kind == .regular else { return .refuse(facts.kind) }

        var file = watched[name] ?? Watched(facts, sign, since: now, at: now)
        guard !file.isTaken else { return .leave }
        if file.facts != facts {
            let turn = file.turn
            let isSameFile = file.facts.isSameFile(as: facts)
            file = Watched(facts, sign, since: isSameFile ? file.firstSeen : now, at: now)
            file.turn = turn
        }
        file.scan = scan
        switch sign {
        case .renamed: file.arrivedWhole = true
        // Whoever was waited for may be done.
        case .closed: file.notBefore = 0
        case .foundAtStart, .seen: break
        }

        let due = file.due(quiet)
        if now >= due {
            file.isTaken = true
            file.turn = nil
            taken += 1
            watched[name] = file
            return .take
        }
        schedule(name, &file, due)
        watched[name] = file
        return .wait(until: due)
    }

    /// The file has left the folder, or is known not to need another look.
    public mutating func finished(_ name: FileName) { forget(name) }

    private mutating func forget(_ name: FileName) {
        guard let file = watched.removeValue(forKey: name) else { return }
        if file.isTaken { taken -= 1 }
        // What held a backlog gives its memory back.
        if watched.isEmpty { watched = [:] }
    }

    /// The file stays and is tried again: after a second at first, then ever less often, at least every minute.
    /// - Returns: when to look again.
    public mutating func postponed(_ name: FileName, at now: UInt64) -> UInt64 {
        guard var file = watched[name] else { return now }
        let delay = min(UInt64(1) << UInt64(min(file.postponements, 6)), 60) * 1_000_000_000
        file.postponements += 1
        if file.isTaken { taken -= 1 }
        file.isTaken = false
        // What was written meanwhile must be quiet again.
        file.arrivedWhole = false
        file.unchangedSince = now
        file.notBefore = now &+ delay
        let due = file.due(quiet)
        schedule(name, &file, due)
        watched[name] = file
        return due
    }

    /// A scan begins: each name that it finds is looked at before it ends.
    public mutating func beginScan() { scan &+= 1 }

    /// Forgets names that a whole scan did not find.
    public mutating func endScan() {
        let gone = watched.filter { !$0.value.isTaken && $0.value.scan != scan }.keys
        for name in gone { forget(name) }
    }

    private mutating func schedule(_ name: FileName, _ file: inout Watched, _ due: UInt64) {
        // One turn a file: where it has to wait longer after all, it is put off when that turn comes.
        if let turn = file.turn, turn <= due { return }
        file.turn = due
        agenda.insert(Turn(time: Int64(clamping: due), name: name))
    }

    /// When somebody has to look at the next name; nil where none waits.
    public var nextTurn: UInt64? { agenda.first.map { UInt64(clamping: $0.time) } }

    /// The names whose time has come. Each is given once and has to be looked at.
    public mutating func due(at now: UInt64) -> [FileName] {
        var names: [FileName] = []
        while let turn = agenda.first, turn.time <= Int64(clamping: now) {
            _ = agenda.popFirst()
            guard let time = watched[turn.name]?.turn, Int64(clamping: time) == turn.time else { continue }
            watched[turn.name]?.turn = nil
            names.append(turn.name)
        }
        return names
    }
}
