import Foundation
import TestSupport
import Testing

@testable import CupelService

@Suite("Running the alert command")
struct HookRunnerTests {
    private func run(
        _ script: String,
        input: String = "",
        seconds: Int = 60,
        environment: [String: String] = [:]
    ) async -> HookEnd {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                let end = HookRunner().run(
                    ["/bin/sh", "-c", script],
                    input: Array(input.utf8),
                    environment: environment,
                    seconds: seconds
                )
                continuation.resume(returning: end)
            }
        }
    }

    @Test("Input, output, status")
    func ordinary() async {
        #expect(await run("cat; echo said >&2; exit 3", input: "alert\n") == .exited(3, output: "alert\nsaid"))
        #expect(await run("true").isSuccess)
        #expect(await run("kill -KILL $$") == .killed(signal: 9, output: ""))
    }

    @Test("A program that is not there, or is none, is told")
    func missing() throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("text", "no program")
        let missing = HookRunner().run(["/nowhere/x"], input: [], environment: [:], seconds: 5)
        #expect(missing == .notStarted("No such file or directory"))
        let text = HookRunner().run([file.path], input: [], environment: [:], seconds: 5)
        #expect(text == .notStarted("Permission denied"))
    }

    @Test("It gets the variables it is given and no others, no descriptor of ours, no ignored and no blocked signal")
    func clean() async throws {
        // Whatever this process has open.
        let folder = try TemporaryFolder()
        let descriptor = open(folder.path, O_RDONLY)
        defer { close(descriptor) }
        signal(SIGPIPE, SIG_IGN)
        // Of grep's own signals: the shell blocks all while it waits.
        let script =
            "/usr/bin/env | grep -v ^PWD; ls /proc/$$/fd | tr '\\n' ' '; grep -E 'SigBlk|SigIgn' /proc/self/status"
        let end = await run(script, environment: ["PATH": "/usr/bin:/bin", "CUPEL_BATCH": "a b"])
        let lines = end.output.split(separator: "\n")
        #expect(Set(lines.prefix(2)) == ["CUPEL_BATCH=a b", "PATH=/usr/bin:/bin"])
        #expect(lines.contains { $0.hasPrefix("0 1 2 SigBlk: 0000000000000000") }, "\(end.output)")
        let ignored = lines.last.flatMap { UInt64($0.split(separator: " ")[1], radix: 16) } ?? .max
        // 32 and 33 are the C library's own.
        #expect(ignored & 0x7FFF_FFFF == 0)
    }

    @Test("One that does not read what it is given does no harm, however much it is")
    func unread() async {
        let megabytes = String(repeating: "x", count: 8 << 20)
        #expect(await run("exec <&-; exit 0", input: megabytes).isSuccess)
        #expect(await run("wc -c", input: megabytes) == .exited(0, output: "\(8 << 20)"))
    }

    @Test("Of what it writes the end is kept, without what a terminal would act upon")
    func output() async {
        let end = await run("yes aaaaaaaaaaaaaaa | head -c 3000000; printf '\\033[31mlast\\n'")
        #expect(end.output.utf8.count <= HookRunner.keptOutput)
        #expect(end.output.hasSuffix(" [31mlast"))
    }

    @Test("One that hangs is killed with all that it started, also where it ignores SIGTERM")
    func hanging() async throws {
        let folder = try TemporaryFolder()
        let script = """
            trap '' TERM
            (trap '' TERM; echo $(exec sh -c 'echo $PPID') > \(folder.path)/grandchild; while :; do sleep 0.1; done) &
            while :; do sleep 0.1; done
            """
        #expect(await run(script, seconds: 1) == .tooLong(seconds: 1, output: ""))
        let grandchild = try #require(
            Int32(try LabRoot.text(folder.path + "/grandchild").trimmingCharacters(in: .newlines))
        )
        try await eventually("the grandchild has gone") {
            let state = (try? LabRoot.text("/proc/\(grandchild)/stat")) ?? ""
            return state.isEmpty || state.contains(") Z ")
        }
    }

    @Test("What it leaves running in the background does not hold it up")
    func background() async throws {
        let folder = try TemporaryFolder()
        // It goes with the folder, however late this test is continued.
        let end = await run("while [ -d \(folder.path) ]; do sleep 0.2; done >&2 & echo $!", seconds: 3_600)
        #expect(end.isSuccess)
        let number = try #require(Int32(end.output))
        #expect(kill(number, 0) == 0)
        kill(number, SIGKILL)
    }

    @Test("When the daemon ends, so does the command, and none begins")
    func stopped() async throws {
        let runner = HookRunner()
        let end = Task.detached {
            await withCheckedContinuation { (continuation: CheckedContinuation<HookEnd, Never>) in
                DispatchQueue.global().async {
                    let words = ["/bin/sleep", "3600"]
                    continuation.resume(returning: runner.run(words, input: [], environment: [:], seconds: 3_600))
                }
            }
        }
        try await Task.sleep(for: .milliseconds(300))
        runner.stop()
        #expect(await end.value == .stopped)
        #expect(runner.run(["/bin/true"], input: [], environment: [:], seconds: 5) == .stopped)
    }
}
