import Foundation
import Synchronization

/// The program itself, as it was built beside these tests, in a process of its own.
///
/// Standard output and error go to files, so that nothing blocks however much is written. The process is killed with
/// the value.
public final class Program: Sendable {
    public struct Ended: Sendable {
        /// The exit status, or the signal that ended it, negative.
        public let status: Int32
        public let output: String
        public let errors: String
    }

    private let folder: TemporaryFolder
    private let process: pid_t
    private let end = Mutex<Int32?>(nil)

    /// - Parameters:
    ///   - path: another program, to look at this one or to hinder it.
    ///   - user: the user and group to run as; nil for that of the tests.
    ///   - input: what stands on standard input.
    ///   - descriptors: how many files it may have open; nil for as many as the tests.
    ///   - word: it gets SIGTERM as soon as it prints this, from a shell: these tests may look much later.
    public init(
        _ arguments: [String],
        environment: [String: String] = [:],
        input: String = "",
        path: String = Program.path,
        user: Int? = nil,
        descriptors: Int? = nil,
        interruptedAt word: String? = nil
    ) throws {
        folder = try TemporaryFolder()
        let standardInput = try folder.file("input", input)
        var words = [path] + arguments
        if let user {
            words = ["/usr/bin/setpriv", "--reuid=\(user)", "--regid=\(user)", "--clear-groups"] + words
        }
        if let descriptors { words = ["/usr/bin/prlimit", "--nofile=\(descriptors)"] + words }
        if let word {
            let script = """
                "${@:3}" & child=$!
                until grep -q "$2" "$1" || ! kill -0 $child; do sleep 0.01; done
                kill -TERM $child; wait $child
                """
            words = ["/bin/bash", "-c", script, "bash", folder.path + "/output", word] + words
        }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, standardInput.path, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, folder.path + "/output", O_WRONLY | O_CREAT, 0o644)
        posix_spawn_file_actions_addopen(&actions, 2, folder.path + "/errors", O_WRONLY | O_CREAT, 0o644)

        let surroundings = ProcessInfo.processInfo.environment.merging(environment) { _, given in given }
        var process = pid_t()
        let result = Forking.fork {
            Self.withCStrings(words) { argv in
                Self.withCStrings(surroundings.map { "\($0.key)=\($0.value)" }) { envp in
                    posix_spawn(&process, words[0], &actions, nil, argv, envp)
                }
            }
        }
        guard result == 0 else { throw NeverHappened(description: "\(words[0]) cannot be started: error \(result)") }
        self.process = process
    }

    deinit {
        guard status == nil else { return }
        kill(process, SIGKILL)
        var word: Int32 = 0
        waitpid(process, &word, 0)
    }

    public static var path: String {
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(filePath: tests).deletingLastPathComponent().appending(path: "cupel").path
    }

    /// Runs a command to its end.
    public static func run(
        _ arguments: [String],
        environment: [String: String] = [:],
        input: String = ""
    ) async throws -> Ended {
        try await Program(arguments, environment: environment, input: input).ended()
    }

    public var output: String { (try? LabRoot.text(folder.path + "/output")) ?? "" }
    public var errors: String { (try? LabRoot.text(folder.path + "/errors")) ?? "" }
    public var isRunning: Bool { status == nil }
    public var number: Int32 { process }

    /// Lets it have this many files open from now on.
    public func limit(descriptors: Int) async throws {
        let tool = try Program(["--pid", "\(process)", "--nofile=\(descriptors):"], path: "/usr/bin/prlimit")
        let ended = try await tool.ended()
        guard ended.status == 0 else { throw NeverHappened(description: ended.errors) }
    }

    /// The most memory that it had at a time, in MB; nil when it has ended.
    public var peakMegabytes: Int? { memory("VmHWM").map { $0 >> 10 } }

    /// A figure of its memory in kB, as /proc/PID/status names it: `VmRSS`, `RssFile`; nil when it has ended.
    public func memory(_ figure: String) -> Int? {
        let lines = (try? LabRoot.text("/proc/\(process)/status"))?.split(separator: "\n") ?? []
        let words = lines.first { $0.hasPrefix(figure + ":") }?.split(whereSeparator: \.isWhitespace)
        return words?.dropFirst().first.flatMap { Int($0) }
    }

    public func signal(_ number: Int32) { if status == nil { kill(process, number) } }

    /// Waits for its end. Nothing is said of speed: all other tests may have both cores.
    public func ended(within limit: Duration = .seconds(240)) async throws -> Ended {
        try await eventually("the program ended; it said: \(errors)", within: limit) { self.status != nil }
        return Ended(status: status ?? 0, output: output, errors: errors)
    }

    private var status: Int32? {
        end.withLock { end in
            if let end { return end }
            var word: Int32 = 0
            guard waitpid(process, &word, WNOHANG) == process else { return nil }
            let signal = word & 0x7F
            end = signal == 0 ? (word >> 8) & 0xFF : -signal
            return end
        }
    }

    private static func withCStrings<Result>(
        _ texts: [String],
        _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let copies = texts.map { strdup($0) } + [nil]
        defer { for copy in copies { free(copy) } }
        return body(copies)
    }
}
