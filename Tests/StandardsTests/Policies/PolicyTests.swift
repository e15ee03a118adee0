import Geochemistry
import QualityControl
import Standards
import Testing

@Suite("Policies")
struct PolicyTests {
    func told(_ old: String, _ new: String) throws -> [String] {
        try #require(SmallFolder.policy.contains(old))
        let problems = try SmallFolder(["policies/default.toml": SmallFolder.policy.replacing(old, with: new)]).told
        return problems.map { $0.replacing("policies/default.toml:", with: "") }
    }

    @Test("The shipped default policy has the numbers of the trade")
    func shippedDefault() throws {
        let policy = try ShippedFolderTests.snapshot().defaultPolicy.policy
        #expect(policy.name == "default")
        #expect((policy.crm.warnSD, policy.crm.failSD, policy.crm.consecutive) == (2, 3, 2))
        #expect((policy.crm.warnPercent, policy.crm.failPercent) == (5, 10))
        #expect((policy.crm.detectionLimitGate, policy.crm.unusableRSDPercent) == (10, 15))
        #expect((policy.blank.warnDetectionLimits, policy.blank.failDetectionLimits) == (3, 5))
        #expect(policy.blank.backgroundSD == 3)
        #expect(policy.blank.pulp == BlankRules.Multiples(warn: 2, fail: 3))
        #expect(policy.blank.carryOver == BlankRules.CarryOverRules(percent: 1, samples: 2))
        #expect(policy.duplicate.field == DuplicateRules.Limit(percent: 60, outcome: .warn))
        #expect(policy.duplicate.coarse == DuplicateRules.Limit(percent: 40, outcome: .warn))
        #expect(policy.duplicate.pulp == DuplicateRules.Limit(percent: 20, outcome: .fail))
        #expect(policy.duplicate.floorDetectionLimits == 2)
        #expect(
            policy.duplicate.set
                == DuplicateSetRules(pairs: 20, percent: 10, field: .warn, coarse: .warn, pulp: .fail)
        )
        #expect((policy.insertion.crms, policy.insertion.blanks, policy.insertion.duplicates) == (1, 1, 0))
        #expect(policy.insertion.uncoveredDecisionAnalyte == .warn)
        let rates = try #require(policy.insertion.rates)
        #expect((rates.crm?.percent, rates.blank?.percent, rates.duplicate?.percent) == (4, 3, 5))
        #expect((rates.crm?.outcome, rates.blank?.outcome, rates.duplicate?.outcome) == (.warn, .warn, .pass))
        #expect(policy.insertion.gradeCoverage?.outcome == .warn)
        #expect(policy.laboratory.recovery == RecoveryRules(lowest: 80, highest: 120, outcome: .pass))
        #expect(policy.laboratory.comparison == ComparisonRules(results: 3, biasSD: 3, outcome: .pass))
        #expect(policy.laboratory.worstOutcome == .warn)
        #expect(policy.laboratory.duplicate == DuplicateRules.Limit(percent: 20, outcome: .warn))
        #expect(policy.reassay.window == .betweenPassing)
        #expect(policy.tiers.decision.isSuperset(of: ["Au", "Sc", "Lu"].map { Analyte($0) }))
        for digestion in [DigestionClass.aquaRegia, .fourAcid] {
            let unsuitable = try #require(policy.tiers.unsuitable[digestion])
            #expect(unsuitable.isSuperset(of: ["Zr", "Hf", "Nb", "Ta", "Dy", "Yb"].map { Analyte($0) }))
        }
    }

    @Test("A re-assay closes nothing unless the policy says so")
    func reassayCloses() throws {
        #expect(try !ShippedFolderTests.snapshot().defaultPolicy.policy.reassay.closes)
        func closes(_ text: String) throws -> Bool {
            try SmallFolder(["policies/default.toml": SmallFolder.policy + text]).load().defaultPolicy.policy.reassay
                .closes
        }
        #expect(try !closes(""), "policies of before do not have the key")
        #expect(try closes("closes = true\n"))
        #expect(try !closes("closes = false\n"))
        #expect(
            try told("window = \"between_passing\"", "window = \"between_passing\"\ncloses = \"yes\"").first?
                .contains("true or false") == true
        )
    }

    @Test("The shipped default policy looks at series: runs and bias count, own limits and drift are told")
    func shippedSeries() throws {
        let series = try ShippedFolderTests.snapshot().defaultPolicy.policy.series
        #expect(!series.includesSupport)
        let runs = try #require(series.runs)
        #expect(runs == .init(fail: [], warn: [.fourBeyond1SD, .eightOnOneSide, .oppositeExtremes], show: [.nelson3]))
        let bias = try #require(series.bias)
        #expect((bias.last, bias.minimum) == (20, 10))
        #expect((bias.showPercent, bias.warnPercent, bias.failPercent) == (2, 5, 10))
        #expect(try #require(series.stability) == .init(minimum: 20, limit: 3, outcome: .pass))
        let drift = try #require(series.drift)
        #expect((drift.baseline, drift.cusumLimit, drift.ewmaLimit, drift.outcome) == (20, 5, 3, .pass))
    }

    @Test("Series are looked at as far as their sections go, and a mistake in them is told with its line")
    func seriesSections() throws {
        func told(_ section: String) throws -> [String] {
            let problems = try SmallFolder(["policies/default.toml": SmallFolder.policy + "\n" + section]).told
            return problems.map { String($0.drop { $0 != " " }) }
        }
        let bias = """
            [series.bias]
            last = 20
            minimum = 10
            significance = 0.01
            show_percent = 2
            warn_percent = 5
            fail_percent = 10
            """
        #expect(try told("") == [])
        #expect(try told("[series]\nsupport = true") == [])
        #expect(try told(bias) == [])
        let wrong = try told(bias.replacing("minimum = 10", with: "minimum = 21").replacing("0.01", with: "1"))
        #expect(
            wrong == [
                " error: 'minimum' is more than 'last', so that there would never be enough",
                " error: 'significance' must lie between 0 and 1",
            ]
        )
        let runs = try told("[series.runs]\nfail = [\"4_1s\"]\nwarn = [\"4_1s\"]\nshow = [\"4x\"]")
        #expect(runs.count == 2)
        #expect(runs.first == " error: '4_1s' stands in the lists twice; one rule has one consequence")
        #expect(runs.last?.contains("4x") == true)
    }

    @Test("A warning limit above the failing one is told; equal ones pass")
    func warnAboveFail() throws {
        #expect(
            try told(
                "warn_sd = 2\nfail_sd = 3\nconsecutive = 2\nwarn_percent = 5",
                "warn_sd = 4\nfail_sd = 3\nconsecutive = 2\nwarn_percent = 11"
            )
                == [
                    "10: error: 'warn_percent' is above 'fail_percent', so that a result would fail without a warning; "
                        + "exchange them",
                    "7: error: 'warn_sd' is above 'fail_sd', so that a result would fail without a warning; exchange them",
                ].reversed()
        )
        #expect(try told("warn_sd = 2\nfail_sd = 3", "warn_sd = 3\nfail_sd = 3") == [])
    }

    @Test("Unknown analytes, negative and zero numbers, and words out of place are told")
    func slips() throws {
        #expect(
            try told("[\"Au\", \"Cu\"]", "[\"Au\", \"Copper oxide\"]") == [
                "2: error: unknown analyte 'Copper oxide'; add it to analytes.csv if it is one"
            ]
        )
        #expect(
            try told("background_sd = 3\n[duplicate]", "background_sd = -3\n[duplicate]") == [
                "17: error: 'background_sd' wants a number that is not negative, and is -3"
            ]
        )
        #expect(
            try told("background_sd = 3\n[duplicate]", "background_sd = 0\n[duplicate]") == [
                "17: error: 'background_sd' is 0, so that every result would be beyond it"
            ]
        )
        #expect(
            try told("pulp = { percent = 20, outcome = \"fail\" }", "pulp = { percent = 20, outcome = \"pass\" }") == [
                "22: error: 'outcome' cannot be 'pass'; it may be: warn, fail"
            ]
        )
        #expect(
            try told("aqua_regia = [\"Si\"]", "aqua_regio = [\"Si\"]") == [
                "5: error: 'aqua_regio' is not a value of 'tiers.unsuitable'; did you mean 'aqua_regia'? it may be: "
                    + DigestionClass.allCases.map(\.rawValue).joined(separator: ", ")
            ]
        )
        #expect(
            try told("information = [\"LOI\"]", "information = [\"LOI\", \"Gold\"]") == [
                "3: warning: Au stands under decision and information; decision counts"
            ]
        )
        #expect(
            try told("[tiers]\n", "projects = [\"*\"]\n[tiers]\n") == [
                "1: error: 'projects' is empty, or nothing but *, so that everything would fit",
                "1: error: the default policy is for every project that has no policy of its own; remove 'projects'",
            ]
        )
    }

    @Test("An oxide in a tier counts as its element")
    func oxidesCountAsElements() throws {
        let text = SmallFolder.policy.replacing("[\"Au\", \"Cu\"]", with: "[\"Au\", \"Fe2O3(T)\"]")
        let policy = try SmallFolder(["policies/default.toml": text]).load().defaultPolicy.policy
        #expect(policy.tiers.decision == [Analyte("Au"), Analyte("Fe")])
    }

    @Test("The re-assay window is one of three, and either side wants a number of samples")
    func reassay() throws {
        func window(_ text: String) throws -> ReassayRules.Window {
            let policy = SmallFolder.policy.replacing("window = \"between_passing\"", with: text)
            return try SmallFolder(["policies/default.toml": policy]).load().defaultPolicy.policy.reassay.window
        }
        #expect(try window("window = \"whole_batch\"") == .wholeBatch)
        #expect(try window("window = \"either_side\"\nsamples = 10") == .eitherSide(10))
        #expect(
            try told("window = \"between_passing\"", "window = \"either_side\"") == [
                "46: error: missing key 'samples' in [reassay]; it wants a whole number"
            ]
        )
        #expect(
            try told("window = \"between_passing\"", "window = \"between_passing\"\nsamples = 3") == [
                "48: error: unknown key 'samples' in [reassay]; known here: closes, significant_grade, window"
            ]
        )
    }

    @Test("Significant grades are elements with a number and a unit")
    func significantGrades() throws {
        let text = SmallFolder.policy + "[reassay.significant_grade]\nAu = \"0.30 g/t\"\nCopper = \"0.1%\"\n"
        let analytes = SmallFolder.analytes.replacing("Cu,Copper,element,,,", with: "Cu,Copper,element,,,Copper")
        let reassay = try SmallFolder(["policies/default.toml": text, "analytes.csv": analytes]).load()
            .defaultPolicy.policy.reassay
        let gold = ReassayRules.Grade(value: ExactDecimal("0.3") ?? 0, unit: .gramsPerTonne)
        let copper = ReassayRules.Grade(value: ExactDecimal("0.1") ?? 0, unit: .percent)
        #expect(reassay.significantGrades == [Analyte("Au"): gold, Analyte("Cu"): copper])

        let wrong =
            SmallFolder.policy
            + "[reassay.significant_grade]\nAu = \"0,3 g/t\"\nCu = \"0.1\"\nFe2O3 = \"1 %\"\nXx = \"1 %\"\n"
        #expect(
            try SmallFolder(["policies/default.toml": wrong]).refusals.map {
                $0.replacing("policies/default.toml:", with: "")
            } == [
                "49: error: '0,3 g/t' for Au is no grade; write for instance \"0.3 g/t\"",
                "50: error: '0.1' for Cu is no grade; write for instance \"0.3 g/t\"",
                "51: error: 'Fe2O3' is an oxide; give the grade of its element",
                "52: error: unknown analyte 'Xx'; add it to analytes.csv if it is one",
            ]
        )
    }

    @Test("A project has the policy whose pattern fits, without regard to case, or the default")
    func projects() throws {
        let snapshot = try SmallFolder([
            "policies/crater.toml": "projects = [\"Crater*\", \"Nord Phase 2\"]\n" + SmallFolder.policy,
            "policies/spare.toml": SmallFolder.policy,
        ]).load()
        #expect(snapshot.policies.keys.sorted() == ["crater", "default", "spare"])
        #expect(snapshot.policy(for: " CRATER LAKE ").policy.name == "crater")
        #expect(snapshot.policy(for: "nord phase 2").policy.name == "crater")
        #expect(snapshot.policy(for: "Nord Phase 20").policy.name == "default")
        #expect(snapshot.policy(for: "").policy.name == "default")
    }

    @Test(
        "Two policies that can fit one project are an error",
        arguments: [
            ("Crater*", "*Lake", true), ("Crater*", "Crater Lake", true), ("a*c", "ab*", true), ("a*", "b*", false),
            ("Nord", "nord", true), ("Nord", "Nord 2", false), ("*a*", "*b*", true), ("ab", "a*b*c", false),
        ]
    )
    func overlap(first: String, second: String, overlaps: Bool) throws {
        let refusals = try SmallFolder([
            "policies/a.toml": "projects = [\"\(first)\"]\n" + SmallFolder.policy,
            "policies/b.toml": "# b\nprojects = [\"\(second)\"]\n" + SmallFolder.policy,
        ]).refusals
        let message =
            "policies/b.toml:2: error: a project can fit '\(second)' and '\(first)' of policies/a.toml at once; "
            + "one project has one policy"
        #expect(refusals == (overlaps ? [message] : []))
    }
}
