import Foundation
import TestSupport
import Testing

@Suite("policy show, policy test")
struct PolicyCommandTests {
    static let overrides = """

        [[override]]
        for.laboratory = "ALS"
        [override.crm]
        fail_sd = 5
        [[override]]
        for = { material = "OREAS 602b", analyte = "Au" }
        [override.crm]
        fail_sd = 4
        [override.tiers]
        tier = "support"
        [[override]]
        for.method = "ME-ICP61"
        [override.crm]
        fail_sd = 6

        """

    private func policy(_ laboratory: Laboratory, _ words: String...) async throws -> Program.Ended {
        let words = words.map { $0.hasSuffix(".toml") ? laboratory.file($0) : $0 }
        return try await Program.run(["policy", words[0], "--root", laboratory.lab.path] + words.dropFirst())
    }

    private func defaultPolicy(of laboratory: Laboratory) throws -> String {
        try LabRoot.text(laboratory.lab.standards + "/policies/default.toml")
    }

    /// The default policy with overrides behind it, put under a name of its own.
    private func put(_ name: String, _ overrides: String, in laboratory: Laboratory) throws {
        try laboratory.put(name, try defaultPolicy(of: laboratory) + overrides)
    }

    /// The line of a text, from 1.
    private func line(of text: String, in file: String) -> Int {
        file.prefix(upTo: file.range(of: text)?.lowerBound ?? file.startIndex).count { $0 == "\n" } + 1
    }

    @Test("show names every number with its line, what it beat, and the overrides that are not for this")
    func show() async throws {
        let laboratory = try Laboratory()
        let text = try defaultPolicy(of: laboratory) + Self.overrides
        try LabRoot.write(Array(text.utf8), to: laboratory.lab.standards + "/policies/default.toml")
        let first = line(of: "\n[[override]]", in: text) + 1
        let base = line(of: "\nfail_sd = 3", in: text) + 1

        let shown = try await policy(
            laboratory,
            "show",
            "--for",
            "laboratory=ALS",
            "method=Au-AA23",
            "material=oreas602b",
            "analyte=gold",
            "project=Lac Chamois"
        )
        #expect(shown.status == 0, "\(shown.errors)")
        let lines = shown.output.split(separator: "\n").map(String.init)
        #expect(
            lines.prefix(2) == [
                "Policy default (policies/default.toml), because no policy is for the project 'Lac Chamois'",
                "For laboratory ALS, digestion fire_assay (of the method), method Au-AA23, material OREAS 602b, analyte Au",
            ]
        )
        let own = "for analyte = Au; material = OREAS 602b"
        func row(_ key: String) -> String {
            lines.first { $0.hasPrefix(key + " ") }?.split(separator: " ").joined(separator: " ") ?? ""
        }
        #expect(row("tier") == "tier support policies/default.toml:\(first + 9) \(own)")
        #expect(
            row("crm.fail_sd")
                == "crm.fail_sd 4 policies/default.toml:\(first + 7) \(own) "
                + "5 (policies/default.toml:\(first + 3) for laboratory = ALS); 3 (policies/default.toml:\(base))"
        )
        #expect(row("crm.warn_sd") == "crm.warn_sd 2 policies/default.toml:\(line(of: "\nwarn_sd = 2", in: text) + 1)")
        #expect(
            lines.suffix(2) == [
                "Overrides that are not for this:",
                "  policies/default.toml:\(first + 10) method = ME-ICP61: the method is Au-AA23",
            ]
        )

        let document = try JSONShape.object(
            try await policy(laboratory, "show", "--for", "laboratory=ALS,analyte=Au", "--json").output
        )
        #expect(
            document.keys.sorted() == ["file", "not_for_this", "numbers", "policy", "subject", "tier"]
        )
        #expect(JSONShape.firstKeys(document["numbers"]) == ["file", "instead_of", "key", "line", "value"])
        let numbers = document["numbers"] as? [[String: Any]] ?? []
        let failing = numbers.first { $0["key"] as? String == "crm.fail_sd" }
        #expect(failing?["value"] as? String == "5")
        #expect(failing?["for"] as? String == "laboratory = ALS")
        #expect(failing?["line"] as? Int == first + 3)
        #expect(
            (document["not_for_this"] as? [[String: Any]])?.compactMap { $0["obstacle"] as? String } == [
                "material", "method",
            ]
        )
        let tier = document["tier"] as? [String: Any]
        #expect(tier?["value"] as? String == "decision")
        #expect(tier?["key"] as? String == "tiers.decision")
    }

    @Test("show of what a digestion leaves in the rock names the list that says so")
    func unsuitable() async throws {
        let laboratory = try Laboratory()
        let shown = try await policy(laboratory, "show", "default", "--for", "digestion=aqua_regia", "analyte=Zr")
        let row = shown.output.split(separator: "\n").first { $0.hasPrefix("tier ") }
        #expect(row?.contains("information") == true)
        #expect(row?.hasSuffix(" tiers.unsuitable.aqua_regia") == true)
        let none = try await policy(laboratory, "show", "--for", "analyte=Mo")
        #expect(none.output.contains("support"))
        #expect(none.output.contains("in no list of [tiers]"))
    }

    @Test("show refuses what it does not understand with 64")
    func misunderstood() async throws {
        let laboratory = try Laboratory()
        for (words, said) in [
            (["show", "nosuch"], "there is no policy 'nosuch' in policies/; there are: default"),
            (["show", "--for", "lab=ALS"], "write word=name, with a word of: project, laboratory"),
            (["show", "--for", "analyte=Unobtainium"], "no analyte 'Unobtainium'"),
            (["show", "--for", "digestion=acid"], "no digestion 'acid'"),
            (["show", "--for", "analyte=Au", "analyte=Cu"], "'analyte' is given twice"),
            (["show", "default", "--for", "project=X"], "not both"),
        ] {
            let ended = try await Program.run(["policy", words[0], "--root", laboratory.lab.path] + words.dropFirst())
            #expect(ended.status == 64, "\(words): \(ended.errors)")
            #expect(ended.errors.contains(said), "\(words): \(ended.errors)")
        }
    }

    @Test("test says which verdicts a file would change as another policy, and writes nothing")
    func replay() async throws {
        let laboratory = try await Laboratory.judged()
        try put("new.toml", Self.overrides, in: laboratory)
        let before = try await laboratory.run("show", "VA26030002", "--json").output
        let tested = try await policy(laboratory, "test", "new.toml", "--as", "default")
        #expect(tested.status == 0, "\(tested.errors)")
        #expect(tested.errors.isEmpty, "quiet in a pipe")
        let lines = tested.output.split(separator: "\n").map(String.init)
        #expect(lines.first == "VA26030002 (ALS, Lac Chamois): FAIL -> WARN")
        #expect(lines.contains { $0.hasPrefix("  + [WARN] A205 (OREAS 602b): Au by Au-AA23 is 2.60 ppm") })
        #expect(lines.contains { $0.hasPrefix("  - [FAIL] A205 (OREAS 602b): Au by Au-AA23 is 2.60 ppm") })
        #expect(
            lines.contains(
                "\(laboratory.file("new.toml")) as the policy 'default': 2 certificates judged, 1 verdicts would differ"
            )
        )
        func row(_ words: String) -> String? {
            lines.first { $0.hasPrefix(words + " ") }.map { String($0.dropFirst(words.count)).filter { $0 != " " } }
        }
        #expect(row("batches: PASS") == "11")
        #expect(row("batches: WARN") == "01")
        #expect(row("batches: FAIL") == "10")
        #expect(row("findings: crm_3sd, FAIL") == "10")
        #expect(lines.last == "1 would be held back no longer: VA26030002")
        #expect(try await laboratory.run("show", "VA26030002", "--json").output == before)
        #expect(try await laboratory.run("audit", "verify").status == 0)
    }

    @Test("test counts as a false alarm what a person accepted, and selects by laboratory, project and day")
    func selection() async throws {
        let laboratory = try await Laboratory.judged()
        let accepted = try await laboratory.run(
            "queue",
            "accept",
            "VA26030002",
            "--reason",
            "re-assay agrees",
            "--by",
            "M. Roy"
        )
        #expect(accepted.status == 0, "\(accepted.errors)")
        try put("new.toml", Self.overrides, in: laboratory)
        let document = try JSONShape.object(
            try await policy(laboratory, "test", "new.toml", "--as", "default", "--json").output
        )
        #expect(
            document.keys.sorted() == [
                "batches", "certificates", "changed", "false_alarms", "findings", "missed", "newly_held",
                "no_longer_held", "policy", "unreadable", "verdicts",
            ]
        )
        #expect(document["false_alarms"] as? [String: Int] == ["in_force": 1, "tried": 0])
        #expect((document["no_longer_held"] as? [[String: String]])?.map { $0["batch"] } == ["VA26030002"])
        #expect(
            JSONShape.firstKeys(document["verdicts"]) == [
                "appeared", "batch", "laboratory", "outcome_after", "outcome_before", "policy_after", "policy_before",
                "project", "vanished",
            ]
        )
        for (words, count) in [
            (["--laboratory", "SGS"], 0), (["--project", "Lac*"], 2), (["--from", "2026-03-05"], 1),
            (["--to", "2026-03-04"], 1), (["--from", "2026-03-06"], 0),
        ] {
            let ended = try await Program.run(
                ["policy", "test", "--root", laboratory.lab.path, laboratory.file("new.toml"), "--as", "default"]
                    + words
            )
            #expect(ended.status == 0)
            #expect(ended.output.contains(": \(count) certificates judged"), "\(words): \(ended.output)")
        }
    }

    @Test("test of a policy that is there judges by it what is selected; a file with projects changes only these")
    func named() async throws {
        let laboratory = try await Laboratory.judged()
        try LabRoot.write(
            Array((try defaultPolicy(of: laboratory) + Self.overrides).utf8),
            to: laboratory.lab.standards + "/policies/resource.toml"
        )
        let tested = try await policy(laboratory, "test", "resource")
        #expect(tested.status == 0, "\(tested.errors)")
        #expect(tested.output.contains("VA26030002 (ALS, Lac Chamois): FAIL -> WARN"))
        #expect(tested.output.contains("  by the policy 'resource' instead of 'default'"))
        #expect(tested.output.contains("the policy 'resource': 2 certificates judged, 1 verdicts would differ"))

        try laboratory.put(
            "chamois.toml",
            "projects = [\"Lac C*\"]\n" + (try defaultPolicy(of: laboratory)) + Self.overrides
        )
        try laboratory.put(
            "other.toml",
            "projects = [\"Crater*\"]\n" + (try defaultPolicy(of: laboratory)) + Self.overrides
        )
        #expect(try await policy(laboratory, "test", "chamois.toml").output.contains(" 1 verdicts would differ"))
        #expect(try await policy(laboratory, "test", "other.toml").output.contains(" 0 verdicts would differ"))
    }

    @Test("test refuses a file with a slip, with the line in that file, and one that nothing would be judged by")
    func refused() async throws {
        let laboratory = try await Laboratory.judged()
        let text = try defaultPolicy(of: laboratory)
        try laboratory.put("slip.toml", text.replacing("\nfail_sd = 3", with: "\nfail_sdd = 3"))
        let slip = try await policy(laboratory, "test", "slip.toml", "--as", "default")
        #expect(slip.status == 65)
        let line = line(of: "\nfail_sd = 3", in: text) + 1
        #expect(
            slip.errors.contains("slip.toml:\(line): error: unknown key 'fail_sdd' in [crm]; did you mean 'fail_sd'?")
        )

        try laboratory.put("new.toml", text)
        let idle = try await policy(laboratory, "test", "new.toml")
        #expect(idle.status == 64)
        #expect(
            idle.errors.contains(
                "names no projects, and there is no policy 'new', so that nothing would be judged by it; add --as default"
            )
        )
        #expect(try await policy(laboratory, "test", "missing.toml", "--as", "default").status == 65)
        #expect(try await policy(laboratory, "test", "nosuch").status == 64)
        #expect(try await policy(laboratory, "test", "default", "--as", "other").status == 64)
        #expect(
            try await policy(laboratory, "test", "new.toml", "--as", "default", "--from", "2026-13-01").status == 64
        )
    }
}
