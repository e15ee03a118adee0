import Synchronization

/// What the intake knows of itself and the ledger does not. Watch and pipeline write it, whoever looks from outside reads
/// it, and neither waits for the other.
public final class IntakeFigures: Sendable {
    public struct State: Sendable {
        /// Files in incoming/ that are seen and not done.
        public internal(set) var waiting = 0
        /// Alerts that could not be written yet.
        public internal(set) var alertsOwed = 0
        /// From the moment a file was first seen until its verdict was on disk; of this run of the program.
        public internal(set) var latency = LatencyHistogram()
        /// The laboratories that the Standards know.
        public internal(set) var laboratories: Set<String> = []
        /// Runs of the alert command since the start, those that failed, and alerts that were given up.
        public internal(set) var hookSuccesses = 0
        public internal(set) var hookFailures = 0
        public internal(set) var hookAbandoned = 0
        /// In words, while no certificate has come for too long.
        public internal(set) var silence: String?
    }

    private let kept = Mutex(State())

    public init() {}

    public var state: State { kept.withLock { $0 } }

    func update(_ change: (inout State) -> Void) { kept.withLock { change(&$0) } }

    /// Counts a run of the alert command.
    public func count(hookSucceeded: Bool, abandoned: Bool) {
        update { state in
            if hookSucceeded { state.hookSuccesses += 1 } else { state.hookFailures += 1 }
            if abandoned { state.hookAbandoned += 1 }
        }
    }

    /// Says, or no longer says, that no certificate has come for too long.
    public func tell(silence: String?) { update { $0.silence = silence } }
}
