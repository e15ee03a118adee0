/// Whole files that wait for the desk, and whose turn it is: a value that knows nothing of clocks and folders.
///
/// What arrives goes first. What was there at the start, or came in such numbers that nobody can be waiting for each,
/// is a backlog: it is worked through oldest first, so that the series of a material grows in the order of time and
/// little is judged twice, and in handfuls so small that a file that arrives meanwhile waits for a moment only. When no
/// file waits, verdicts are renewed that came after others of the backlog in a series.
struct WaitingLine: Sendable {
    /// What is handed to the desk together.
    enum Handful: Sendable, Equatable {
        case arrivals([FileName])
        case backlog([FileName])
        /// No file waits: as many of the verdicts may be renewed that a backlog has left so.
        case renewals(atMost: Int)

        var names: [FileName] {
            switch self {
            case .arrivals(let names), .backlog(let names): names
            case .renewals: []
            }
        }

        var count: Int {
            if case .renewals(let count) = self { count } else { names.count }
        }

        /// Nobody waits for it.
        var isBacklog: Bool {
            if case .arrivals = self { false } else { true }
        }
    }

    /// How a handful went.
    enum Ending: Sendable {
        /// Some file of it is done, or its sender is not; some verdict was renewed.
        case worked
        /// No verdict was left to be renewed.
        case nothingLeft
        /// Something of ours was in the way of each.
        case hindered
    }

    /// What is more than this waits with the backlog: it cannot be judged within a second anyway.
    static let arrivalLimit = 64
    /// Files in a handful at most.
    static let handful = 16
    /// How long a handful of the backlog should take.
    static let handfulNanoseconds: UInt64 = 250_000_000
    /// Where arrivals never end, every so many handfuls one is of the backlog: nothing waits for ever.
    static let share = 8
    /// Where nothing can be taken, the backlog is tried again after a second, two, four, and at last so often.
    static let longestPauseNanoseconds: UInt64 = 8_000_000_000

    private var arrivals: [FileName] = []
    private var backlog = Heap<Turn>()
    private var size = 4
    private var arrivalsInARow = 0
    private var pause: UInt64 = 0
    private var pausedUntil: UInt64 = 0
    /// A run before this one may have left some.
    private var mayHaveRenewals = true

    var count: Int { arrivals.count + backlog.count }
    var isEmpty: Bool { arrivals.isEmpty && backlog.isEmpty }

    /// A file of today.
    /// - Parameter modified: by the file system's clock; it orders the backlog and decides nothing.
    mutating func arrive(_ name: FileName, modified: Int64) {
        if arrivals.count < Self.arrivalLimit { arrivals.append(name) } else { join(name, modified: modified) }
    }

    /// A file of the backlog.
    mutating func join(_ name: FileName, modified: Int64) { backlog.insert(Turn(time: modified, name: name)) }

    /// Whose turn it is; nil where nobody waits, or the backlog pauses.
    mutating func next(at now: UInt64) -> Handful? {
        let isPaused = now < pausedUntil
        let backlogMayGo = !backlog.isEmpty && !isPaused
        if !arrivals.isEmpty, !backlogMayGo || arrivalsInARow < Self.share {
            arrivalsInARow += 1
            let names = Array(arrivals.prefix(Self.handful))
            arrivals.removeFirst(names.count)
            return .arrivals(names)
        }
        guard backlogMayGo else {
            return backlog.isEmpty && mayHaveRenewals && !isPaused ? .renewals(atMost: size) : nil
        }
        arrivalsInARow = 0
        var names: [FileName] = []
        while names.count < size, let turn = backlog.popFirst() { names.append(turn.name) }
        return .backlog(names)
    }

    /// Learns from a handful how large the next one may be, and whether to pause.
    mutating func ended(_ handful: Handful, _ ending: Ending, after took: UInt64, at now: UInt64) {
        if case .backlog = handful { mayHaveRenewals = true }
        switch ending {
        case .nothingLeft: (pause, mayHaveRenewals) = (0, false)
        case .worked:
            pause = 0
            guard handful.isBacklog else { return }
            let fitting = Double(handful.count) * Double(Self.handfulNanoseconds) / Double(max(took, 1_000_000))
            size = min(max(Int(fitting), 1), size * 2, Self.handful)
        case .hindered:
            guard handful.isBacklog else { return }
            // One file finds out as well as sixteen whether it goes on.
            size = 1
            pause = min(max(pause &* 2, 1_000_000_000), Self.longestPauseNanoseconds)
            pausedUntil = now &+ pause
        }
    }

    /// When the backlog is to be tried again; nil where it does not pause.
    func pauseEnds(after now: UInt64) -> UInt64? {
        (!backlog.isEmpty || mayHaveRenewals) && pausedUntil > now ? pausedUntil : nil
    }

    mutating func removeAll() {
        arrivals = []
        backlog = Heap()
    }
}
