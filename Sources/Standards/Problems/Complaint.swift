/// What is wrong, without the place: a severity, a stable code, the words.
///
/// The words of this target stand in `Complaint+….swift`, one factory for each problem.
public struct Complaint: Sendable, Hashable {
    public let severity: StandardsProblem.Severity
    public let code: String
    public let message: String

    public init(_ severity: StandardsProblem.Severity, _ code: String, _ message: String) {
        self.severity = severity
        self.code = code
        self.message = message
    }
}
