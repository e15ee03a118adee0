/// `cupel serve` on a root of its own.
public final class Daemon: Sendable {
    public let program: Program

    /// Starts it and waits until it watches.
    public init(_ root: LabRoot, environment: [String: String] = [:], user: Int? = nil) async throws {
        let program = try Program(
            ["serve", "--verbose", "--root", root.path],
            environment: environment,
            user: user
        )
        self.program = program
        try await eventually("the daemon watched: \(program.errors)") {
            if !program.isRunning { throw NeverHappened(description: "it ended") }
            return program.errors.contains("notice: watching incoming/")
        }
    }

    public var log: String { program.errors }

    /// Asks it to end, and gives its status.
    public func stop() async throws -> Int32 {
        program.signal(15)
        return try await program.ended().status
    }

    /// Ends it in the middle of whatever it does.
    public func kill() async throws {
        program.signal(9)
        _ = try await program.ended()
    }
}
