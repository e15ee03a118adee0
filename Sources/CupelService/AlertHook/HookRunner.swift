import CLinux
import Glibc
import Intake
import Synchronization

/// Runs a command to its end, or kills it and all that it started.
final class HookRunner: Sendable {
    /// How much of the output is kept, from its end, in bytes.
    static let keptOutput = 2_048
    /// How long a command has between SIGTERM and SIGKILL, in milliseconds.
    private static let grace: Int64 = 2_000

    private let isStopped = Atomic<Bool>(false)

    /// Ends the command that runs, and every later one at once.
    func stop() { isStopped.store(true, ordering: .relaxed) }

    /// Blocks until the command has ended.
    /// - Parameter input: stands on its standard input as a file in memory: a command that does not read it harms nobody.
    func run(_ words: [String], input: [UInt8], environment: [String: String], seconds: Int) -> HookEnd {
        guard !isStopped.load(ordering: .relaxed) else { return .stopped }
        let standardInput = cupel_memory_file("cupel-alert")
        guard standardInput >= 0, Self.fill(standardInput, input) else {
            let reason = String(cString: strerror(errno))
            if standardInput >= 0 { _ = close(standardInput) }
            return .notStarted(reason)
        }
        defer { _ = close(standardInput) }
        var ends: (reading: Int32, writing: Int32) = (-1, -1)
        guard cupel_pipe(&ends.reading, &ends.writing) == 0 else {
            return .notStarted(String(cString: strerror(errno)))
        }
        defer { _ = close(ends.reading) }
        let spawned = HookSpawn(words, environment: environment, input: standardInput, output: ends.writing)
        _ = close(ends.writing)
        guard let process = spawned.process else { return .notStarted(String(cString: strerror(spawned.error))) }
        return follow(process, output: ends.reading, seconds: seconds)
    }

    private static func fill(_ file: Int32, _ bytes: [UInt8]) -> Bool {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                write(file, $0.baseAddress.map { $0 + written }, bytes.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            written += count
        }
        return lseek(file, 0, SEEK_SET) == 0
    }

    private func follow(_ process: pid_t, output: Int32, seconds: Int) -> HookEnd {
        var tail = OutputTail(limit: Self.keptOutput)
        let deadline = Self.milliseconds + Int64(seconds) * 1_000
        var killAt: Int64?
        var isTooLong = false
        while !Self.hasEnded(process) {
            tail.wait(output, milliseconds: 50)
            let now = Self.milliseconds
            if let at = killAt {
                if now >= at { kill(-process, SIGKILL) }
            } else if now >= deadline || isStopped.load(ordering: .relaxed) {
                isTooLong = now >= deadline
                kill(-process, SIGTERM)
                killAt = now + Self.grace
            }
        }
        tail.drain(output)
        // While its number is not given back, the group is surely its own: nothing of it is left running.
        if killAt != nil { kill(-process, SIGKILL) }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        if killAt != nil { return isTooLong ? .tooLong(seconds: seconds, output: tail.text) : .stopped }
        let signal = status & 0x7F
        if signal != 0 { return .killed(signal: signal, output: tail.text) }
        return .exited((status >> 8) & 0xFF, output: tail.text)
    }

    private static func hasEnded(_ process: pid_t) -> Bool {
        var facts = siginfo_t()
        let result = waitid(P_PID, id_t(process), &facts, WEXITED | WNOHANG | WNOWAIT)
        return result != 0 ? errno != EINTR : facts.si_signo == SIGCHLD
    }

    private static var milliseconds: Int64 { Int64(clamping: MonotonicClock.now / 1_000_000) }
}
