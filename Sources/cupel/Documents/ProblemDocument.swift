import Standards

/// A problem of the Standards folder.
struct ProblemDocument: Encodable {
    let severity: String
    let code: String
    let file: String
    let line: Int
    let message: String

    init(_ problem: StandardsProblem) {
        severity = problem.severity.rawValue
        code = problem.code
        file = problem.file
        line = problem.line
        message = problem.message
    }
}
