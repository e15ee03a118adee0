import Foundation
import TestSupport
import Testing

@Suite("policy simulate")
struct PolicySimulateCommandTests {
    @Test("A table of good and bad laboratories, the same for the same seed")
    func table() async throws {
        let laboratory = try Laboratory()
        let arguments = ["policy", "simulate", "--root", laboratory.lab.path, "--batches", "20", "--decision", "1"]
        let first = try await Program.run(arguments)
        #expect(first.status == 0, "\(first.errors)")
        #expect(first.output.contains("Policy 'default', seed 1: 20 batches of each good laboratory"))
        #expect(first.output.contains("GOOD LABORATORY"))
        #expect(first.output.contains("FOUND WITHIN 5 RESULTS"))
        #expect(try await Program.run(arguments).output == first.output)
    }

    @Test("The frontier, as one JSON document")
    func json() async throws {
        let laboratory = try Laboratory()
        let run = try await Program.run([
            "policy", "simulate", "--root", laboratory.lab.path, "--batches", "10", "--decision", "1", "--frontier",
            "--json",
        ])
        #expect(run.status == 0, "\(run.errors)")
        let document = try #require(
            try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        )
        #expect(document.keys.sorted() == ["alarms", "batches", "detections", "frontier", "policy", "seed"])
        #expect((document["frontier"] as? [Any])?.count == 12)
        #expect((document["alarms"] as? [Any])?.count == 2)
    }

    @Test("Numbers that make no sense and policies that are not there are told")
    func slips() async throws {
        let laboratory = try Laboratory()
        func run(_ words: String...) async throws -> Program.Ended {
            try await Program.run(["policy", "simulate", "--root", laboratory.lab.path] + words)
        }
        #expect(try await run("--batches", "1").status == 64)
        #expect(try await run("--decision", "0").status == 64)
        #expect(try await run("--support", "3").status == 64)
        let unknown = try await run("--policy", "infil")
        #expect(unknown.status == 65)
        #expect(unknown.errors.contains("there is no policy 'infil'"))
    }
}
