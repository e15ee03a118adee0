import Glibc
import Synchronization

/// Steps at which a test has the process killed, as `kill -9` or a power cut would: nothing is flushed and no handler
/// runs. What a killed process leaves behind must lead to the same end as a process that was never killed.
///
/// `CUPEL_FAILPOINT=alert_written:2` kills it when it comes to this step for the second time; without a number, the
/// first time. Where the variable is not set, a step costs one comparison.
package enum Failpoint: String, CaseIterable, Sendable {
    // Intake
    case sealed
    case attemptCounted = "attempt_counted"
    case read
    case archived
    case documentsKept = "documents_kept"
    // The transaction
    case standardsRecorded = "standards_recorded"
    case certificateStored = "certificate_stored"
    case registerStored = "register_stored"
    case deliveryRecorded = "delivery_recorded"
    case verdictStored = "verdict_stored"
    case beforeCommit = "before_commit"
    case committed
    // What follows it
    case alertWritten = "alert_written"
    case alertClosed = "alert_closed"
    case linked
    case leftIncoming = "left_incoming"
    case settled
    // Quarantine
    case refusalRecorded = "refusal_recorded"
    case noteWritten = "note_written"
    case setAside = "set_aside"
    // A file that is written whole or not at all
    case fileTorn = "file_torn"
    case fileFilled = "file_filled"
    case fileRenamed = "file_renamed"
    case alertTorn = "alert_torn"
    // The ledger's schema
    case migrated

    /// The step that was chosen, and how often it is passed before it kills.
    private static let chosen: (step: Failpoint, passes: Int)? = {
        guard let text = getenv("CUPEL_FAILPOINT").map({ String(cString: $0) }), !text.isEmpty else { return nil }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard let step = Failpoint(rawValue: String(parts[0])), parts.count <= 2,
            let times = parts.count == 2 ? Int(parts[1]) : 1, times > 0
        else {
            // A step that is misspelt would test nothing, and look as if it had.
            let words = Array("CUPEL_FAILPOINT: there is no step '\(text)'\n".utf8)
            _ = write(STDERR_FILENO, words, words.count)
            exit(64)
        }
        return (step, times - 1)
    }()

    private static let passed = Atomic<Int>(0)

    /// True where the process is to die at this step, now.
    package var isDue: Bool {
        guard let chosen = Self.chosen, chosen.step == self else { return false }
        return Self.passed.add(1, ordering: .relaxed).oldValue == chosen.passes
    }

    /// Dies here, where it is this step's turn.
    package func reach() {
        if isDue { Self.die() }
    }

    package static func die() -> Never {
        kill(getpid(), SIGKILL)
        // The signal comes before kill returns, or to another thread a moment later.
        while true { pause() }
    }
}
