import Foundation
import Geochemistry
import QualityControl
import Standards
import TestSupport
import Testing

@Suite("Overrides of a policy file")
struct PolicyOverrideTests {
    static let als = """
        name = "ALS"
        [[method]]
        codes = ["Au-AA23", "Au-AA2*"]
        digestion = "fire_assay"
        technique = "aas"
        name = "Gold by fire assay"
        [[method]]
        codes = ["ME-ICP61"]
        digestion = "four_acid"
        technique = "icp_oes"
        name = "Elements by four acids"

        """

    /// The lines of the small policy; an override that is added begins on the next.
    static let length = SmallFolder.policy.count { $0 == "\n" }

    private func folder(_ overrides: String) throws -> SmallFolder {
        try SmallFolder([
            "policies/default.toml": SmallFolder.policy + overrides, "laboratories/als.toml": Self.als,
        ])
    }

    /// What the check tells, with lines from the first one that was added.
    private func told(_ overrides: String) throws -> [String] {
        try folder(overrides).told.map { problem in
            let rest = problem.replacing("policies/default.toml:", with: "")
            guard let colon = rest.firstIndex(of: ":"), let line = Int(rest[..<colon]) else { return problem }
            return "\(line - Self.length)\(rest[colon...])"
        }
    }

    @Test("An override states some numbers; all others are those of the file")
    func partial() throws {
        let loaded = try folder(
            """
            [[override]]
            for = { analyte = ["Cu", "SiO2"], laboratory = "ALS" }
            [override.crm]
            fail_sd = 4.50
            [override.duplicate.pulp]
            percent = 30
            [[override]]
            for.analyte = "Au"
            tiers = { tier = "support" }
            [override.laboratory.crm]
            warn_percent = 12
            """
        ).load().defaultPolicy
        let policy = loaded.policy
        try #require(policy.overrides.count == 2)
        #expect(policy.overrides.map(\.line) == [Self.length + 1, Self.length + 7])
        #expect(policy.overrides[0].stated == ["crm.fail_sd", "duplicate.pulp.percent"])
        #expect(policy.overrides[1].stated == ["tiers.tier", "laboratory.crm.warn_percent"])
        #expect(policy.overrides[0].selectors.description == "analyte = Cu, SiO2; laboratory = ALS")

        let subject = PolicySubject(laboratory: "ALS", element: Analyte("Si"))
        let rules = policy.rules(for: subject)
        #expect(rules.crm.failSD == ExactDecimal("4.5"))
        #expect(rules.crm.warnSD == 2)
        #expect(rules.duplicate.pulp == DuplicateRules.Limit(percent: 30, outcome: .fail))
        #expect(rules.duplicate.coarse == policy.duplicate.coarse)
        #expect(rules.tiers.stated == nil)
        let gold = policy.rules(for: PolicySubject(element: Analyte("Au")))
        #expect(gold.tiers.stated == .init(.support, namesAnalyte: true))
        #expect((gold.laboratory.crm.warnPercent, gold.laboratory.crm.failPercent) == (12, 20))
        #expect(gold.crm == policy.crm)
    }

    @Test("Every number keeps its line, and its text as typed")
    func figures() throws {
        let loaded = try folder(
            "[[override]]\nfor.analyte = \"Cu\"\n[override.crm]\nfail_sd = 4.50\n"
        ).load().defaultPolicy
        #expect(
            loaded.figures.filter { $0.key == "crm.fail_sd" } == [
                PolicyFigure(key: "crm.fail_sd", text: "3", line: 8),
                PolicyFigure(key: "crm.fail_sd", text: "4.50", line: Self.length + 4, override: 0),
            ]
        )
        #expect(
            loaded.figures.contains(PolicyFigure(key: "duplicate.pulp.outcome", text: "fail", line: 22))
        )
        #expect(loaded.figures.contains(PolicyFigure(key: "tiers.decision", text: "Au, Cu", line: 2)))
        #expect(!loaded.figures.contains { $0.key.split(separator: ".").contains("for") })
    }

    @Test("Every number of the default policy can be stated in an override, but for the lists of tiers")
    func complete() throws {
        let loaded = try ShippedFolderTests.snapshot().defaultPolicy
        let others = loaded.figures.filter { Policy.field(of: $0.key) == nil }.map(\.key)
        #expect(
            others == [
                "tiers.decision", "tiers.information", "tiers.unsuitable.aqua_regia", "tiers.unsuitable.four_acid",
            ]
        )
    }

    @Test("Numbers on series, and a composite as an analyte")
    func seriesAndComposites() throws {
        let shipped = SharedFiles.packageRoot.appending(path: "Standards")
        let copy = try TemporaryFolder()
        let standards = URL(filePath: copy.path + "/Standards")
        try FileManager.default.copyItem(at: shipped, to: standards)
        let file = standards.appending(path: "policies/default.toml")
        let overrides = """

            [[override]]
            for.analyte = "Cu"
            [override.series.bias]
            warn_percent = 3
            [override.series.runs]
            fail = ["r_4s"]
            warn = ["8x"]

            [[override]]
            for.analyte = "TREO*"
            [override.crm]
            fail_sd = 4
            """
        let text = try String(contentsOf: file, encoding: .utf8)
        try Data((text + overrides).utf8).write(to: file)
        let policy = try StandardsFolder(standards.path).load().defaultPolicy.policy
        func rules(_ symbol: String) -> Policy { policy.rules(for: PolicySubject(element: Analyte(symbol))) }
        #expect(rules("Cu").series.bias?.warnPercent == 3)
        #expect(rules("Cu").series.bias?.failPercent == 10)
        #expect(rules("Cu").series.runs == .init(fail: [.oppositeExtremes], warn: [.eightOnOneSide], show: [.nelson3]))
        #expect(rules("Zn").series == policy.series)
        #expect(["TREO", "TREO+Y", "Sc2O3", "La"].map { rules($0).crm.failSD } == [4, 4, 3, 3])
    }

    @Test("A pattern on analytes means the elements of all analytes that it fits")
    func analytePatterns() throws {
        let policy = try folder("[[override]]\nfor.analyte = \"*O*\"\n[override.crm]\nfail_sd = 4\n").load()
            .defaultPolicy.policy
        func failSD(_ symbol: String) -> ExactDecimal {
            policy.rules(for: PolicySubject(element: Analyte(symbol))).crm.failSD
        }
        #expect(["Fe", "Si", "LOI", "Au"].map(failSD) == [4, 4, 4, 3])
    }

    @Test("Slips are told with their line and the nearest word")
    func slips() throws {
        let crm = "\n[override.crm]\nfail_sd = 4\n"
        #expect(
            try told("[[override]]\nfor = { analite = \"Cu\" }" + crm) == [
                "2: error: 'for' names nothing; a number for all results stands in the file itself, outside of "
                    + "[[override]]",
                "2: error: unknown key 'analite' in [override.for]; did you mean 'analyte'?",
            ]
        )
        #expect(
            try told("[[override]]\nfor.analyte = \"Copper oxide\"" + crm) == [
                "2: error: unknown analyte 'Copper oxide'; add it to analytes.csv if it is one"
            ]
        )
        #expect(
            try told("[[override]]\nfor.digestion = \"four_acids\"" + crm) == [
                "2: error: 'four_acids' is not a value of 'digestion'; did you mean 'four_acid'? it may be: "
                    + DigestionClass.allCases.map(\.rawValue).joined(separator: ", ")
            ]
        )
        #expect(
            try told("[[override]]\nfor.laboratory = \"*\"" + crm) == [
                "2: error: 'laboratory' is empty, or nothing but *, so that everything would fit"
            ]
        )
        #expect(
            try told("[[override]]" + crm) == [
                "1: error: missing key 'for' in [override]; it wants a table [for]"
            ]
        )
        #expect(
            try told("[[override]]\nfor.analyte = \"Cu\"\n[override.crm]\nfail_sdd = 4\n") == [
                "4: error: unknown key 'fail_sdd' in [override.crm]; did you mean 'fail_sd'?"
            ]
        )
        #expect(
            try told("[[override]]\nfor.analyte = \"Cu\"\n[override.crn]\nfail_sd = 4\n") == [
                "3: error: unknown key 'crn' in [override]; did you mean 'crm'?"
            ]
        )
        #expect(
            try told("[[override]]\nfor.analyte = \"Cu\"\n[override.tiers]\ntier = \"suport\"\ndecision = [\"Cu\"]\n")
                == [
                    "4: error: 'suport' is not a value of 'tier'; did you mean 'support'? it may be: decision, support, "
                        + "information",
                    "5: error: unknown key 'decision' in [override.tiers]; known here: tier",
                ]
        )
        #expect(
            try told("[[override]]\nfor.analyte = \"Cu\"\n") == [
                "1: error: this override states no number; write for instance [override.crm] and fail_sd = 4 below it, "
                    + "or remove it"
            ]
        )
        #expect(
            try told("[[override]]\nfor.analyte = \"Cu\"\n[override.crm]\nfail_sd = 0\nwarn_percent = -1\n") == [
                "4: error: 'fail_sd' is 0, so that every result would be beyond it",
                "5: error: 'warn_percent' wants a number that is not negative, and is -1",
            ]
        )
    }

    @Test("A number is stated by a selector that it has")
    func scopes() throws {
        #expect(
            try told("[[override]]\nfor = { laboratory = \"ALS\", analyte = \"Cu\" }\n[override.insertion]\ncrms = 2\n")
                == [
                    "4: error: 'insertion.crms' is of a whole batch, which only 'laboratory' can select, so that an override "
                        + "for 'analyte' would never be used for it; state it in an override of its own"
                ]
        )
        #expect(
            try told("[[override]]\nfor.material = \"TEST 1\"\n[override.duplicate.pulp]\npercent = 30\n") == [
                "4: error: 'duplicate.pulp.percent' is of a column, and has no material, so that an override for "
                    + "'material' would never be used for it; state it in an override of its own"
            ]
        )
        #expect(try told("[[override]]\nfor.laboratory = \"ALS\"\n[override.insertion]\ncrms = 2\n") == [])
    }

    @Test("An override is sound over the file, and two that can meet are sound together")
    func order() throws {
        #expect(
            try told("[[override]]\nfor.analyte = \"Cu\"\n[override.crm]\nfail_sd = 1.5\n") == [
                "4: error: 'warn_sd' is above 'fail_sd', so that a result would fail without a warning; exchange them"
            ]
        )
        let first = "[[override]]\nfor.analyte = \"Cu\"\n[override.crm]\nwarn_sd = 2.8\n"
        func second(_ failSD: String, _ selector: String) -> String {
            "[[override]]\nfor.\(selector)\n[override.crm]\nfail_sd = \(failSD)\n"
        }
        #expect(
            try told(first + second("2.5", "laboratory = \"ALS\"")) == [
                "5: error: this override and the one on line \(Self.length + 1) can hold for one result, and there "
                    + "'crm.warn_sd' would be above 'crm.fail_sd', so that it would fail without a warning; state both "
                    + "numbers in both overrides"
            ]
        )
        #expect(try told(first + second("2.8", "laboratory = \"ALS\"")) == [])
        #expect(try told(first + second("2.5", "analyte = \"Au\"")) == [])
    }

    @Test("What the Standards do not know is a warning of the check, with the nearest that they do")
    func unknown() throws {
        let crm = "\n[override.crm]\nfail_sd = 4\n"
        #expect(
            try told("[[override]]\nfor.laboratory = [\"ALS\", \"AL\"]" + crm) == [
                "2: warning: no file of laboratories/ is of a laboratory 'AL'; did you mean 'ALS'?"
            ]
        )
        #expect(
            try told("[[override]]\nfor.method = [\"ME-ICP6l\", \"au-aa23\", \"Au-AA25\", \"ME-*\"]" + crm) == [
                "2: warning: no laboratory that this override is for has a method 'ME-ICP6l'; did you mean 'ME-ICP61'?"
            ]
        )
        #expect(
            try told("[[override]]\nfor.material = [\"TEST 2\", \"test-1\", \"TEST*\"]" + crm) == [
                "2: warning: no reference material is called 'TEST 2'; did you mean 'TEST 1'?"
            ]
        )
        #expect(
            try told("[[override]]\nfor.material = \"Quartz\"\n[override.blank]\nfail_detection_limits = 8\n") == []
        )
        #expect(
            try told("[[override]]\nfor = { method = \"ME-ICP61\", digestion = \"fire_assay\" }" + crm) == [
                "2: warning: no method ME-ICP61 is by fire_assay, so that this override is never used; take one of the "
                    + "two out"
            ]
        )
        #expect(
            try told("[[override]]\nfor = { material = \"TEST 1\", analyte = \"Fe\" }" + crm) == [
                "2: warning: TEST 1 has no certified value that this override could be used for (Fe)"
            ]
        )
        // A warning forbids nothing.
        #expect(try folder("[[override]]\nfor.laboratory = \"AL\"" + crm).refusals == [])
    }

    @Test("More overrides than anybody can oversee are refused")
    func many() throws {
        let one = "[[override]]\nfor.analyte = \"Cu\"\n[override.crm]\nfail_sd = 4\n"
        #expect(try told(String(repeating: one, count: 500)) == [])
        #expect(
            try told(String(repeating: one, count: 501)) == [
                "1: error: 501 overrides, and at most 500 are read; write lists of names, or a policy file for a project"
            ]
        )
    }

    @Test("A file that is not sound without its overrides tells of itself only")
    func unsound() throws {
        let policy = SmallFolder.policy.replacing("fail_sd = 3\nconsecutive", with: "consecutive")
        let folder = try SmallFolder([
            "policies/default.toml": policy + "[[override]]\nfor.analyte = \"Cu\"\n[override.crm]\nfail_sd = 4\n"
        ])
        #expect(
            folder.told.map { $0.replacing("policies/default.toml:", with: "") } == [
                "6: error: missing key 'fail_sd' in [crm]; it wants a number",
                "29: error: missing key 'fail_sd' in [laboratory.crm]; it wants a number",
            ]
        )
    }
}
