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

    private struct Watched {
        var facts: FileFacts
        /// Since when nothing about it has changed.
        var unchangedSince: UInt64
        /// It came by rename, or its writer closed it under a final name: there is nothing to wait for.
        var arrivedWhole: Bool
        var isTaken = false
        /// Not before this, after an attempt that has to be repeated.
        var notBefore: UInt64 = 0
        var postponements = 0
    }

    /// How long size, times and inode must stay the same.
    public let quiet: UInt64
    private var watched: [FileName: Watched] = [:]

    public init(quietNanoseconds: UInt64) { quiet = quietNanoseconds }

    /// How many names wait for their time.
    public var waiting: Int { watched.values.lazy.filter { !$0.isTaken }.count }

    /// Tells what stands under a name now.
    /// - Parameter arrivedWhole: the name appeared by rename, which is the way a careful sender delivers.
    public mutating func observe(
        _ name: FileName,
        _ facts: FileFacts?,
        arrivedWhole: Bool = false,
        at now: UInt64
    ) -> Answer {
        guard let facts else {
            if watched[name]?.isTaken != true { watched[name] = nil }
            return .leave
        }
        guard !name.isPartial else { return .leave }
        guard facts.kind == .regular else { return .refuse(facts.kind) }

        var file =
            watched[name] ?? Watched(facts: facts, unchangedSince: now, arrivedWhole: arrivedWhole)
        guard !file.isTaken else { return .leave }
        if file.facts != facts {
            file = Watched(facts: facts, unchangedSince: now, arrivedWhole: arrivedWhole)
        } else if arrivedWhole {
            file.arrivedWhole = true
        }

        let due = max(file.arrivedWhole ? now : file.unchangedSince &+ quiet, file.notBefore)
        if now >= due {
            file.isTaken = true
            watched[name] = file
            return .take
        }
        watched[name] = file
        return .wait(until: due)
    }

    /// The file has left the folder, or is known not to need another look.
    public mutating func finished(_ name: FileName) { watched[name] = nil }

    /// The file stays and is tried again: after a second at first, then ever less often, at least every minute.
    /// - Returns: when to look again.
    public mutating func postponed(_ name: FileName, at now: UInt64) -> UInt64 {
        guard var file = watched[name] else { return now }
        let delay = min(UInt64(1) << UInt64(min(file.postponements, 6)), 60) * 1_000_000_000
        file.postponements += 1
        file.isTaken = false
        // What was written meanwhile must be quiet again.
        file.arrivedWhole = false
        file.unchangedSince = now
        file.notBefore = now &+ delay
        watched[name] = file
        return max(file.notBefore, now &+ quiet)
    }

    /// Forgets names that a whole scan did not find.
    public mutating func keepOnly(_ names: Set<FileName>) {
        watched = watched.filter { names.contains($0.key) || $0.value.isTaken }
    }

    /// The names that wait for their time, when it has come.
    public func due(at now: UInt64) -> [FileName] {
        watched.compactMap { name, file in
            !file.isTaken && now >= max(file.arrivedWhole ? 0 : file.unchangedSince &+ quiet, file.notBefore)
                ? name : nil
        }
    }
}
