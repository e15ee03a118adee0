/// Something wrong in the Standards folder, with the place where a person mends it.
public struct StandardsProblem: Sendable, Hashable {
    public enum Severity: String, Sendable, CaseIterable {
        /// The folder cannot be used.
        case error
        /// The folder can be used; somebody should look.
        case warning
    }

    public let severity: Severity
    /// A stable word for the sort of problem: `unknown_key`, `wrong_type`.
    public let code: String
    /// The file, relative to Standards/: `policies/default.toml`.
    public let file: String
    /// From 1; 0 where the whole file is meant.
    public let line: Int
    /// What is wrong and what to do.
    public let message: String

    public init(severity: Severity, code: String, file: String, line: Int, message: String) {
        self.severity = severity
        self.code = code
        self.file = file
        self.line = line
        self.message = message
    }

    /// The same problem, of a file that is called otherwise.
    func told(of file: String) -> StandardsProblem {
        StandardsProblem(severity: severity, code: code, file: file, line: line, message: message)
    }
}

extension StandardsProblem: CustomStringConvertible {
    /// `policies/default.toml:12: error: ...`, as compilers print it, so that editors jump there.
    public var description: String {
        let place = line > 0 ? "\(file):\(line)" : file
        return "\(place): \(severity.rawValue): \(message)"
    }
}

extension StandardsProblem: Comparable {
    /// By file, then by line, then errors first.
    public static func < (left: StandardsProblem, right: StandardsProblem) -> Bool {
        if (left.file, left.line) != (right.file, right.line) {
            return (left.file, left.line) < (right.file, right.line)
        }
        if left.severity != right.severity { return left.severity == .error }
        return left.message < right.message
    }
}

/// Every error of a folder at once, so that a person mends them in one go.
public struct StandardsProblems: Error, Sendable, Hashable, CustomStringConvertible {
    /// Errors and warnings, by file and line.
    public let problems: [StandardsProblem]

    public init(_ problems: [StandardsProblem]) {
        self.problems = problems.sorted()
    }

    public var description: String {
        problems.map(\.description).joined(separator: "\n")
    }
}
