/// Which alert is handed over next, and when: a value that is told what happened and answers what to do.
///
/// One at a time, in the order of their verdicts. One that fails is tried again after pauses that double, and given up
/// after the retries; until then those behind it wait.
struct HookSchedule: Equatable {
    enum Action: Equatable {
        /// Ask for verdicts behind new alerts.
        case look
        /// Run the command for the alert behind a verdict; attempts count from 1.
        case run(verdict: Int64, attempt: Int)
        /// Nothing to do for so many seconds.
        case wait(Int64)
    }

    enum End: Equatable {
        case succeeded
        case failed
        /// Its batch no longer waits.
        case needless
    }

    enum Consequence: Equatable {
        case finished
        /// It is run again in so many seconds.
        case again(Int64)
        case abandoned
    }

    /// How often the ledger is asked, in seconds. The question costs one row where nothing is new.
    static let pause: Int64 = 2
    static let longestPause: Int64 = 300

    private let retries: Int
    /// See ``AlertProgress``.
    private(set) var base: Int64
    private(set) var done: Int64
    private var due: ArraySlice<Int64> = []
    private var upTo: Int64
    private var failures = 0
    private var notBefore: Int64 = 0

    init(retries: Int, base: Int64, done: Int64) {
        self.retries = retries
        self.base = base
        self.done = done
        upTo = base
    }

    /// - Parameter now: seconds of a monotonic clock.
    func next(at now: Int64) -> Action {
        if now < notBefore { return .wait(notBefore - now) }
        if let verdict = due.first { return .run(verdict: verdict, attempt: failures + 1) }
        return .look
    }

    /// What looking came to.
    mutating func found(_ verdicts: [Int64], upTo newest: Int64, at now: Int64) {
        due = verdicts[...]
        upTo = newest
        notBefore = now + (verdicts.isEmpty ? Self.pause : 0)
        closeIfAllAreDone()
    }

    /// How the first of those due ended.
    mutating func ended(_ end: End, at now: Int64) -> Consequence {
        guard let verdict = due.first else { return .finished }
        if end == .failed, failures < retries {
            failures += 1
            let pause = min(Int64(1) << Int64(min(failures, 30)), Self.longestPause)
            notBefore = now + pause
            return .again(pause)
        }
        failures = 0
        due = due.dropFirst()
        done = verdict
        closeIfAllAreDone()
        return end == .failed ? .abandoned : .finished
    }

    /// A verdict that was superseded while others were handed over is looked at as one after them.
    private mutating func closeIfAllAreDone() {
        guard due.isEmpty, upTo > base else { return }
        base = upTo
        done = upTo
    }
}
