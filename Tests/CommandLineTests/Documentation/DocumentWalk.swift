import Foundation
import Glibc
import TestSupport
import Testing

/// Does what a document says, in a folder of its own, with the program that this build made.
///
/// The folder looks like a checkout as far as documents need it: `Tests/Demo` holds the example certificates. A daemon
/// that the document starts goes on until the end of the document, and after each command that follows the walk waits
/// until it has taken everything from incoming/.
final class DocumentWalk {
    private let temporary: TemporaryFolder
    private let search: String
    private var daemon: (process: Process, incoming: URL)?

    var folder: URL { temporary.url }

    init() throws {
        temporary = try TemporaryFolder()
        search = Self.products.path + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")
        let demo = folder.appending(path: "Tests/Demo")
        try FileManager.default.createDirectory(at: demo, withIntermediateDirectories: true)
        let examples = SharedFiles.packageRoot.appending(path: "Tests/Demo")
        for name in try FileManager.default.contentsOfDirectory(atPath: examples.path) where name.hasSuffix(".csv") {
            try FileManager.default.copyItem(at: examples.appending(path: name), to: demo.appending(path: name))
        }
    }

    deinit {
        // A test that ended early leaves no daemon behind.
        if let daemon, daemon.process.isRunning { kill(daemon.process.processIdentifier, SIGKILL) }
    }

    /// Where this build put `cupel`: beside the tests.
    private static var products: URL {
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(filePath: tests).deletingLastPathComponent()
    }

    /// A document of the package.
    static func document(_ name: String) throws -> String {
        try String(contentsOf: SharedFiles.packageRoot.appending(path: name), encoding: .utf8)
    }

    /// Writes the files and runs the commands of a document, in its order, and looks for the output that it shows.
    func follow(_ document: String) throws {
        var printed: Set<Substring>?
        for block in MarkdownBlock.blocks(of: document) {
            if block.isOutput, let printed {
                for line in block.text.split(separator: "\n") {
                    #expect(printed.contains(line), "line \(block.line) shows what nothing printed")
                }
            }
            printed = nil
            if block.isFile {
                _ = try temporary.file(block.note, block.text)
            } else if block.isRun {
                printed = []
                for command in block.commands {
                    printed?.formUnion(try perform(command, line: block.line).split(separator: "\n"))
                }
            }
        }
        try stopDaemon()
    }

    /// - Returns: what the command printed.
    private func perform(_ command: DocumentedCommand, line: Int) throws -> String {
        if command.text.hasPrefix("cupel serve ") {
            try startDaemon(command.text)
            return ""
        }
        let ended = try run(command.text)
        let complaint: Comment = "block in line \(line): \(command.text)\n\(ended.output)\(ended.errors)"
        #expect(ended.status == command.status, complaint)
        try waitForDaemon()
        return ended.output
    }

    struct Ended {
        let status: Int32
        let output: String
        let errors: String
    }

    /// Runs a line of shell to its end.
    func run(_ line: String) throws -> Ended {
        let output = folder.appending(path: ".output")
        let errors = folder.appending(path: ".errors")
        let process = try start("/bin/bash", ["-c", line], output: output, errors: errors)
        process.waitUntilExit()
        return Ended(
            status: process.terminationStatus,
            output: try String(contentsOf: output, encoding: .utf8),
            errors: try String(contentsOf: errors, encoding: .utf8)
        )
    }

    private func start(_ program: String, _ arguments: [String], output: URL, errors: URL) throws -> Process {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ["PATH": search, "LC_ALL": "C.UTF-8", "HOME": folder.path]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try Self.writing(to: output)
        process.standardError = try Self.writing(to: errors)
        try process.run()
        return process
    }

    private static func writing(to file: URL) throws -> FileHandle {
        try Data().write(to: file)
        return try FileHandle(forWritingTo: file)
    }

    // MARK: - The daemon

    private func startDaemon(_ line: String) throws {
        let words = line.split(separator: " ").map(String.init)
        let root = words.last ?? ""
        let log = folder.appending(path: ".daemon")
        let process = try start(
            Self.products.appending(path: "cupel").path,
            Array(words.dropFirst()),
            output: folder.appending(path: ".daemon-output"),
            errors: log
        )
        daemon = (process, folder.appending(path: root).appending(path: "Watch/incoming"))
        try wait("the daemon to watch") {
            try String(contentsOf: log, encoding: .utf8).contains("watching incoming/")
        }
    }

    private func waitForDaemon() throws {
        guard let daemon else { return }
        try wait("the daemon to take what was delivered") {
            try FileManager.default.contentsOfDirectory(atPath: daemon.incoming.path).allSatisfy { $0.hasPrefix(".") }
        }
    }

    private func stopDaemon() throws {
        guard let process = daemon?.process else { return }
        kill(process.processIdentifier, SIGTERM)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "the daemon ends well when it is told to stop")
    }

    private func wait(_ what: String, until isDone: () throws -> Bool) throws {
        for _ in 0..<1_000 {
            if try isDone() { return }
            usleep(20_000)
        }
        Issue.record("waited 20 seconds for \(what)")
    }
}
