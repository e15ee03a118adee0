import Foundation
import TestSupport
import Testing

@Suite("queue, where two must accept")
struct FourEyesTests {
    private func accept(_ laboratory: Laboratory, by name: String) async throws -> Program.Ended {
        try await laboratory.run("queue", "accept", Laboratory.failing.batch, "--reason", "seen", "--by", name)
    }

    @Test("The first takes it into review, the same person is refused, another releases it")
    func fourEyes() async throws {
        let laboratory = try await Laboratory.judged()
        let batch = Laboratory.failing.batch
        try Data("[review]\nfour_eyes = true\n".utf8).write(to: URL(filePath: laboratory.lab.path + "/cupel.toml"))
        let comment = try await laboratory.run(
            "queue",
            "comment",
            batch,
            "--reason",
            "asked the laboratory",
            "--by",
            "C"
        )
        #expect(comment.output.hasPrefix("\(batch): in_review, by C"))
        let first = try await accept(laboratory, by: "A. Roy")
        #expect(first.status == 0)
        #expect(first.output.hasPrefix("\(batch): in_review, by A. Roy"))
        #expect(first.output.hasSuffix(": seen; a second person must accept it, too\n"))
        let same = try await accept(laboratory, by: "a. roy")
        #expect(same.status == 64)
        #expect(same.errors.contains("was accepted by A. Roy"))
        let second = try await accept(laboratory, by: "B. Tremblay")
        #expect(second.output.hasPrefix("\(batch): accepted, by B. Tremblay"))
        #expect(second.output.hasSuffix(": seen\n"))
    }

    @Test("Without the setting one is enough")
    func alone() async throws {
        let laboratory = try await Laboratory.judged()
        let ended = try await accept(laboratory, by: "A. Roy")
        #expect(ended.output.hasPrefix("\(Laboratory.failing.batch): accepted, by A. Roy"))
    }

    @Test("A change of the setting stands in the audit log, before the decision that it was made for")
    func recorded() async throws {
        let laboratory = try await Laboratory.judged()
        let file = URL(filePath: laboratory.lab.path + "/cupel.toml")
        try Data("[review]\nfour_eyes = true\n".utf8).write(to: file)
        let first = try await accept(laboratory, by: "A. Roy")
        #expect(first.output.contains("a second person must accept it, too"), "\(first.status) \(first.errors)")
        try FileManager.default.removeItem(at: file)
        let alone = try await accept(laboratory, by: "A. Roy")
        #expect(alone.status == 64, "one who accepted first stays the first, whatever the file says: \(alone.errors)")
        let log = try LedgerKnife(laboratory.lab.ledger).texts(
            "SELECT action || ' ' || subject FROM audit_log WHERE action IN ('configuration', 'decision') ORDER BY seq"
        )
        // The root's first cupel.toml, the one with the setting, and nothing of the decision that was refused.
        #expect(
            log == [
                "configuration configuration", "configuration configuration",
                "decision ALS \(Laboratory.failing.batch)",
            ]
        )
    }
}
