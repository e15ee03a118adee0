/// What a rule, a QC result or a batch came to. Could-not-check is not a pass.
public enum Outcome: String, Sendable, Hashable, CaseIterable, Codable {
    case pass
    case warn
    case fail
    case notEvaluated = "not_evaluated"
}
