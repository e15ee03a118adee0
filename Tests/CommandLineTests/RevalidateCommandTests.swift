import Foundation
import TestSupport
import Testing

@Suite("revalidate, of what a change concerns")
struct RevalidateCommandTests {
    @Test("--material, --policy and --register take the batches that they concern")
    func selections() async throws {
        let laboratory = try await Laboratory.judged()
        try laboratory.put(
            "other.csv",
            "lab,certificate,date,sample,Cu_ppm_ME-ICP61\nALS,VA9,2026-03-10,C1,900\nALS,VA9,2026-03-10,C2,1730\n"
        )
        try laboratory.put("other-register.csv", "sample,type,reference,parent\nC2,crm,OREAS 620,\n")
        _ = try await laboratory.run("ingest", files: ["other-register.csv", "other.csv"])
        let gold = try await laboratory.run("revalidate", "--material", "oreas-602B", "--again", "--dry-run")
        #expect(gold.output.contains("2 certificates judged again, 0 verdicts would change"), "\(gold.errors)")
        let copper = try await laboratory.run("revalidate", "--material", "OREAS 620", "--again", "--dry-run")
        #expect(copper.output.contains("1 certificates judged again"))
        let both = try await laboratory.run(
            "revalidate",
            "--material",
            "OREAS 620",
            "--register",
            laboratory.file("register.csv"),
            "--again"
        )
        #expect(both.output.contains("3 certificates judged again"))
        let named = try await laboratory.run("revalidate", "--register", "other-register.csv", "--again")
        #expect(named.output.contains("1 certificates judged again"))
        let policy = try await laboratory.run("revalidate", "--policy", "default", "--again")
        #expect(policy.output.contains("3 certificates judged again"))
    }

    @Test("A name that the ledger does not know is 64, with what there is")
    func unknown() async throws {
        let laboratory = try await Laboratory.judged()
        let material = try await laboratory.run("revalidate", "--material", "OREAS 602")
        #expect((material.status, material.errors.contains("Near it: OREAS 602b")) == (64, true))
        let policy = try await laboratory.run("revalidate", "--policy", "resource")
        #expect((policy.status, policy.errors.contains("There is: default.")) == (64, true))
        let register = try await laboratory.run("revalidate", "--register", "registre.csv")
        #expect((register.status, register.errors.contains("There is: register.csv.")) == (64, true))
        let much = try await laboratory.run("revalidate", "--all", "--policy", "default")
        #expect(much.status == 64)
    }

    @Test("A dry run says which findings come and go, and what of the Standards is behind it")
    func causes() async throws {
        let laboratory = try await Laboratory.judged()
        try laboratory.lab.edit("policies/default.toml", replacing: "\nfail_sd = 3\n", with: "\nfail_sd = 4\n")
        let dry = try await laboratory.run("revalidate", "--all", "--dry-run")
        #expect(dry.output.contains("VA26030002: FAIL -> WARN\n  because: policy 'default' "))
        #expect(dry.output.contains("\n  - A205 (OREAS 602b): Au by Au-AA23 is 2.60 ppm"))
        let json = try await laboratory.run("revalidate", "--all", "--dry-run", "--json")
        let batches = try JSONShape.array(json.output)
        let changed = try #require(batches.first { $0["batch"] as? String == "VA26030002" })
        #expect(changed["outcome"] as? String == "warn")
        let change = try #require(changed["revalidation"] as? [String: Any])
        #expect(change["outcome_before"] as? String == "fail")
        #expect((change["vanished"] as? [Any])?.count == 1)

        _ = try await laboratory.run("revalidate", "--all")
        try laboratory.lab.edit("materials/OREAS_602b.csv", replacing: ",ppm,2.29,0.094", with: ",ppm,2.28,0.094")
        let standards = try await laboratory.run("revalidate", "--all", "--dry-run")
        #expect(standards.output.contains("(materials/OREAS_602b.csv)"), "\(standards.output)")
    }

    @Test("What was judged by the same Standards is left as it is, unless it is named or asked for")
    func again() async throws {
        let laboratory = try await Laboratory.judged()
        let nothing = try await laboratory.run("revalidate", "--all")
        #expect(nothing.status == 1, "one is held back, judged again or not")
        #expect(nothing.output.hasPrefix("0 certificates judged again, 0 verdicts changed, 2 left as they are"))
        let json = try await laboratory.run("revalidate", "--all", "--json")
        #expect(try JSONShape.array(json.output).map { $0["outcome"] as? String } == ["pass", "fail"])
        let named = try await laboratory.run("revalidate", "VA26030001")
        #expect(named.output.contains("VA26030001: unchanged, PASS\n1 certificates judged again"))
        let again = try await laboratory.run("revalidate", "--all", "--again")
        #expect(again.output.contains("2 certificates judged again, 0 verdicts changed"))
        // A register that says something new is judged at once; then there is nothing to do.
        try laboratory.put("late.csv", "sample,type,reference,parent\nA203,pulp_duplicate,,A202\n")
        _ = try await laboratory.run("ingest", files: ["late.csv"])
        let after = try await laboratory.run("revalidate", "--all")
        #expect(after.output.contains("2 left as they are"))
    }

    @Test("SIGTERM stops after the certificate in hand; run again, it goes on with what is left")
    func interrupted() async throws {
        let laboratory = try Laboratory()
        let count = 60
        var files: [String] = []
        for number in 10..<10 + count {
            let report = GoldReport("VA260400\(number)", samples: "S\(number)", standard: GoldReport.failing)
            try laboratory.put("\(number).csv", report.text)
            try laboratory.put("r\(number).csv", report.register)
            files += ["r\(number).csv", "\(number).csv"]
        }
        _ = try await laboratory.run("ingest", files: files)
        try laboratory.lab.edit("policies/default.toml", replacing: "\nfail_sd = 3\n", with: "\nfail_sd = 3.1\n")
        let program = try Program(["revalidate", "--root", laboratory.lab.path, "--all"], interruptedAt: "FAIL")
        let ended = try await program.ended()
        let words = try #require(ended.errors.split(separator: "\n").last)
        #expect(ended.status == 75, "\(ended.errors)")
        let done = try #require(words.split(separator: " ").compactMap { Int($0) }.first)
        #expect(words.contains("interrupted after \(done) of \(count) certificates; run the same command again"))
        #expect(done > 0 && done < count)
        let rest = try await laboratory.run("revalidate", "--all")
        #expect(rest.output.contains("\(count - done) certificates judged again"))
        #expect(rest.output.contains(" \(done) left as they are"))
        let end = try await laboratory.run("revalidate", "--all")
        #expect(end.output.contains("0 certificates judged again"))

        try laboratory.lab.edit("policies/default.toml", replacing: "\nfail_sd = 3.1\n", with: "\nfail_sd = 3\n")
        let all = ["revalidate", "--root", laboratory.lab.path, "--all", "--again"]
        let again = try await Program(all, interruptedAt: "FAIL").ended()
        #expect(again.status == 75, "\(again.errors)")
        #expect(again.errors.contains("--again leaves nothing out, so the next run begins with the first"))
    }
}
