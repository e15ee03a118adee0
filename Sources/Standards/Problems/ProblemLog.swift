/// Collects what is wrong while a folder is read; reading goes on after each problem.
public final class ProblemLog {
    public private(set) var problems: [StandardsProblem] = []

    public init() {}

    /// - Parameter line: From 1; 0 for the whole file.
    public func add(_ complaint: Complaint, file: String, line: Int) {
        problems.append(
            StandardsProblem(
                severity: complaint.severity,
                code: complaint.code,
                file: file,
                line: line,
                message: complaint.message
            )
        )
    }
}
