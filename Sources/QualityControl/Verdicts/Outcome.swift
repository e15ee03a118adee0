/// What a rule, a QC result or a batch came to. Could-not-check is not a pass.
public enum Outcome: String, Sendable, Hashable, CaseIterable, Codable {
    case pass
    case warn
    case fail
    case notEvaluated = "not_evaluated"
}

extension Outcome: Comparable {
    /// By gravity: a failure is worse than what could not be checked, and that is worse than a warning.
    public static func < (left: Outcome, right: Outcome) -> Bool { left.gravity < right.gravity }

    private var gravity: Int {
        switch self {
        case .pass: 0
        case .warn: 1
        case .notEvaluated: 2
        case .fail: 3
        }
    }
}
