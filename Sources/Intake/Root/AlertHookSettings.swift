import Glibc

/// `[alerts]` of cupel.toml: a command that is run for every new alert.
public struct AlertHookSettings: Sendable, Hashable {
    /// The program, absolute, and its arguments; never empty.
    public let command: [String]
    public let timeLimitSeconds: Int
    /// How often it is tried again after it failed.
    public let retries: Int

    /// Why the program cannot be run, in words; nil where it can, as far as that can be seen.
    public var trouble: String? {
        let program = command[0]
        var facts = stat()
        guard stat(program, &facts) == 0 else {
            return "the alert command \(program) cannot be run: \(String(cString: strerror(errno)))"
        }
        guard facts.st_mode & S_IFMT == S_IFREG else { return "the alert command \(program) is no file" }
        guard access(program, X_OK) == 0 else {
            return "the alert command \(program) cannot be run by this user: \(String(cString: strerror(errno)))"
        }
        return nil
    }
}
