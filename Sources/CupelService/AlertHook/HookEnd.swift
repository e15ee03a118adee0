import Glibc

/// How a run of the command ended.
enum HookEnd: Equatable {
    case exited(Int32, output: String)
    case killed(signal: Int32, output: String)
    case tooLong(seconds: Int, output: String)
    case notStarted(String)
    /// The daemon ends, and took it along.
    case stopped

    var isSuccess: Bool { if case .exited(0, _) = self { true } else { false } }

    var words: String {
        switch self {
        case .exited(let status, _): "it ended with status \(status)"
        case .killed(let signal, _): "signal \(signal) ended it"
        case .tooLong(let seconds, _): "it was still running after \(seconds) s and was killed"
        case .notStarted(let reason): "it could not be started: \(reason)"
        case .stopped: "the daemon ended"
        }
    }

    /// The end of what it wrote, for people.
    var output: String {
        switch self {
        case .exited(_, let output), .killed(_, let output), .tooLong(_, let output): output
        case .notStarted, .stopped: ""
        }
    }
}
