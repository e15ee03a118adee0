import Foundation
import TestSupport
import Testing

@Suite("validate, ingest, revalidate")
struct JudgingCommandTests {
    @Test("validate: 0 for a pass, 1 for a failure or what could not be evaluated; nothing is written")
    func validate() async throws {
        let laboratory = try Laboratory()
        let register = laboratory.file("register.csv")
        let passing = try await laboratory.run("validate", files: ["passing.csv"], "--register", register)
        #expect(passing.status == 0, "\(passing.errors)")
        #expect(passing.output.hasPrefix("VA26030001 (ALS): PASS - 0 failed"))
        #expect(passing.errors.isEmpty, "quiet in a pipe")
        let failing = try await laboratory.run("validate", files: ["failing.csv"], "--register", register)
        #expect(failing.status == 1)
        #expect(failing.output.hasPrefix("VA26030002 (ALS): FAIL"))
        let unknown = try await laboratory.run("validate", files: ["passing.csv"])
        #expect(unknown.status == 1)
        #expect(unknown.output.hasPrefix("VA26030001 (ALS): NOT EVALUATED"))
        #expect(LabRoot.names(in: laboratory.lab.watch) == ["alerts", "archive", "incoming", "quarantine"])
    }

    @Test("validate --json gives the document of the contract")
    func shape() async throws {
        let laboratory = try Laboratory()
        let ended = try await laboratory.run(
            "validate",
            files: ["passing.csv", "failing.csv"],
            "--register",
            laboratory.file("register.csv"),
            "--json"
        )
        #expect(ended.status == 1)
        let documents = try JSONShape.array(ended.output)
        #expect(documents.map { $0["batch"] as? String } == ["VA26030001", "VA26030002"])
        let failing = try #require(documents.last)
        #expect(
            failing.keys.sorted() == [
                "batch", "composites", "counts", "file", "findings", "laboratory", "outcome", "qc_results", "reassay",
                "resolved_results", "sha256",
            ]
        )
        #expect(JSONShape.keys(failing["counts"]) == ["fail", "not_evaluated", "pass", "warn"])
        #expect(
            JSONShape.firstKeys(failing["findings"]) == [
                "analyte", "batch", "message", "method", "origin", "outcome", "position", "reference", "rule", "sample",
            ]
        )
        #expect(
            JSONShape.firstKeys(failing["qc_results"]) == [
                "analyte", "batch", "bias_percent", "difference_percent", "digestion", "expected", "kind",
                "lower_limit", "method", "origin", "outcome", "position", "reference", "reported", "rule", "sample",
                "sd", "subtype", "tier", "unit", "upper_limit", "value", "z",
            ]
        )
        #expect(JSONShape.firstKeys(failing["reassay"]) == ["analytes", "because", "position", "sample"])
        #expect(failing["outcome"] as? String == "fail")
    }

    @Test("What cannot be read ends with 65: no file, no certificate, a register, an unknown policy")
    func unreadable() async throws {
        let laboratory = try Laboratory()
        try laboratory.put("odd.csv", "nothing that is known\n")
        for (words, said) in [
            (["missing.csv"], "there is no such file"), (["odd.csv"], "odd.csv"),
            (["register.csv"], "is a register, not a certificate"),
        ] {
            let ended = try await laboratory.run("validate", files: words)
            #expect(ended.status == 65, "\(words)")
            #expect(ended.errors.contains(said), "\(words): \(ended.errors)")
            #expect(ended.output.isEmpty)
        }
        let policy = try await laboratory.run("validate", files: ["passing.csv"], "--policy", "nosuch")
        #expect(policy.status == 65)
        #expect(policy.errors.contains("there are: default"))
    }

    @Test("ingest tells what became of each file, and leaves them where they are")
    func ingest() async throws {
        let laboratory = try Laboratory()
        let first = try await laboratory.run("ingest", files: ["register.csv", "passing.csv"])
        #expect(first.status == 0, "\(first.errors)")
        #expect(first.output.contains("VA26030001 (ALS): PASS"))
        #expect(first.errors.isEmpty, "quiet in a pipe")
        let again = try await laboratory.run("ingest", files: ["passing.csv"])
        #expect(again.status == 0)
        #expect(again.output.contains("in the ledger already"))
        let failing = try await laboratory.run("ingest", files: ["failing.csv"])
        #expect(failing.status == 1)
        let missing = try await laboratory.run("ingest", files: ["missing.csv"])
        #expect(missing.status == 65)
        #expect(LabRoot.names(in: laboratory.lab.outside) == ["failing.csv", "passing.csv", "register.csv"])
        #expect(
            LabRoot.names(in: laboratory.lab.alerts) == [
                "VA26030002.json", "VA26030002.reassay.csv", "VA26030002.txt", "closed",
            ]
        )
    }

    @Test("ingest - reads a list; the failure of a batch shows although its alert cannot be written")
    func list() async throws {
        let laboratory = try Laboratory()
        try FileManager.default.removeItem(atPath: laboratory.lab.alerts)
        try Data().write(to: URL(filePath: laboratory.lab.alerts))
        let paths = ["register.csv", "passing.csv", "failing.csv"].map(laboratory.file).joined(separator: "\n")
        let ended = try await laboratory.run("ingest", "-", input: paths + "\n\n")
        #expect(ended.status == 1)
        #expect(ended.output.contains("VA26030002 (ALS): FAIL"))
        #expect(ended.output.contains("2 judged, 1 held back, 1 registers"))
        #expect(ended.errors.contains("the alert could not be written"))
    }

    @Test("ingest takes a list of any length a piece at a time, between the files that are named")
    func longList() async throws {
        let laboratory = try Laboratory()
        let list = Array(repeating: laboratory.file("passing.csv"), count: 1100).joined(separator: "\n")
        let ended = try await laboratory.run(
            "ingest",
            files: ["register.csv"],
            "-",
            laboratory.file("failing.csv"),
            input: list
        )
        #expect(ended.status == 1, "\(ended.errors)")
        let lines = ended.output.split(separator: "\n")
        #expect(lines.count == 2, "of many files only what is held back is told")
        #expect(lines.first?.hasPrefix("VA26030002 (ALS): FAIL") == true)
        #expect(lines.last == "2 judged, 1 held back, 1 registers, 1099 known already")
    }

    @Test("revalidate --dry-run says what a changed policy would change, and writes nothing")
    func dryRun() async throws {
        let laboratory = try await Laboratory.judged()
        try laboratory.lab.edit("policies/default.toml", replacing: "\nfail_sd = 3", with: "\nfail_sd = 4")
        let before = try await laboratory.run("show", "VA26030002", "--json")
        let dry = try await laboratory.run("revalidate", "--all", "--dry-run")
        #expect(dry.status == 0, "\(dry.errors)")
        #expect(dry.output.contains("VA26030002: FAIL -> WARN"))
        #expect(dry.output.contains("2 certificates judged again, 1 verdicts would change"))
        let after = try await laboratory.run("show", "VA26030002", "--json")
        #expect(after.output == before.output)

        let real = try await laboratory.run("revalidate", "VA26030002", "--json")
        #expect(real.status == 0)
        #expect(try JSONShape.array(real.output).first?["outcome"] as? String == "warn")
        #expect(LabRoot.names(in: laboratory.lab.alerts) == ["closed"])
        let neither = try await laboratory.run("revalidate")
        #expect(neither.status == 64)
    }
}
