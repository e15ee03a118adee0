import Foundation
import TestSupport
import Testing

@Suite("init, doctor, standards, help")
struct RootCommandTests {
    @Test(
        "The help of each command shows an example",
        arguments: [
            "serve", "ingest", "validate", "revalidate", "queue", "show", "standards", "layouts", "audit", "backup",
            "doctor", "init", "statistics", "export",
        ]
    )
    func help(command: String) async throws {
        let ended = try await Program.run([command, "--help"])
        #expect(ended.status == 0)
        #expect(
            ended.output.contains("EXAMPLE\n    cupel \(command)")
                || ended.output.contains("EXAMPLE\n  cupel \(command)")
        )
    }

    @Test("An unknown command or option is 64, a root that is not there 64 with the command that makes one")
    func usage() async throws {
        #expect(try await Program.run(["judge"]).status == 64)
        #expect(try await Program.run(["queue", "--loud"]).status == 64)
        let ended = try await Program.run(["doctor", "--root", "/no/such/folder"])
        #expect(ended.status == 64)
        #expect(ended.errors.contains("cupel init /no/such/folder"))
    }

    @Test("init makes a root that works, and refuses to overwrite one")
    func initialise() async throws {
        let temporary = try TemporaryFolder()
        let root = temporary.path + "/lab"
        let made = try await Program.run(["init", root])
        #expect(made.status == 0, "\(made.errors)")
        #expect(try await Program.run(["doctor", "--root", root]).status == 0)
        #expect(try await Program.run(["standards", "--root", root, "check"]).status == 0)
        let again = try await Program.run(["init", root])
        #expect(again.status == 73)
        #expect(again.errors.contains("nothing was changed"))
    }

    @Test("doctor says in words what is wrong, with 1")
    func doctor() async throws {
        let laboratory = try Laboratory()
        let well = try await laboratory.run("doctor")
        #expect(well.status == 0, "\(well.output)")
        try FileManager.default.removeItem(atPath: laboratory.lab.quarantine)
        try laboratory.lab.edit("policies/default.toml", replacing: "\nfail_sd = 3", with: "\nfail_sdd = 3")
        let ill = try await laboratory.run("doctor")
        #expect(ill.status == 1)
        #expect(ill.output.contains("WRONG  quarantine/"))
        #expect(ill.output.contains("WRONG  Standards have"))
    }

    @Test("standards check names file and line, with 65")
    func check() async throws {
        let laboratory = try Laboratory()
        let text = try LabRoot.text(laboratory.lab.standards + "/policies/default.toml")
        let line = text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0 == "fail_sd = 3" }
        try laboratory.lab.edit("policies/default.toml", replacing: "\nfail_sd = 3", with: "\nfail_sdd = 3")
        let ended = try await laboratory.run("standards", "check")
        #expect(ended.status == 65)
        #expect(ended.output.contains("policies/default.toml:\(try #require(line) + 1)"), "\(ended.output)")
        #expect(ended.output.contains("fail_sd"))
        // Nothing is judged by half a rule book.
        #expect(try await laboratory.run("validate", files: ["passing.csv"]).status == 65)
    }

    @Test("standards show finds a material however it is typed, and names those near an unknown one")
    func show() async throws {
        let laboratory = try Laboratory()
        let found = try await laboratory.run("standards", "show", "oreas-602B")
        #expect(found.status == 0)
        #expect(found.output.contains("OREAS 602b"))
        let unknown = try await laboratory.run("standards", "show", "OREAS 602")
        #expect(unknown.status == 64)
        #expect(unknown.errors.contains("near it: "))
    }
}
