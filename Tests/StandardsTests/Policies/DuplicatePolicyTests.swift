import Geochemistry
import QualityControl
import Standards
import Testing

@Suite("Policies on duplicates")
struct DuplicatePolicyTests {
    private static let set =
        "[duplicate.set]\npairs = 20\npercent = 10\nfield = \"warn\"\ncoarse = \"warn\"\npulp = \"fail\"\n"

    private func duplicate(_ old: String, _ new: String) throws -> DuplicateRules {
        try SmallFolder(["policies/default.toml": SmallFolder.policy.replacing(old, with: new)]).load()
            .defaultPolicy.policy.duplicate
    }

    private func told(_ old: String, _ new: String) throws -> [String] {
        try #require(SmallFolder.policy.contains(old))
        let problems = try SmallFolder(["policies/default.toml": SmallFolder.policy.replacing(old, with: new)]).told
        return problems.map { $0.replacing("policies/default.toml:", with: "") }
    }

    @Test("A policy without a section on sets says nothing of them")
    func withoutSet() throws {
        #expect(try duplicate("x", "x").set == nil)
    }

    @Test("A section on sets is whole")
    func set() throws {
        let rules = try duplicate("[insertion]", Self.set + "[insertion]").set
        #expect(rules == DuplicateSetRules(pairs: 20, percent: 10, field: .warn, coarse: .warn, pulp: .fail))
        #expect(
            try told("[insertion]", Self.set.replacing("pairs = 20\n", with: "") + "[insertion]") == [
                "23: error: missing key 'pairs' in [duplicate.set]; it wants a whole number"
            ]
        )
        #expect(
            try told("[insertion]", Self.set.replacing("\"fail\"", with: "\"pass\"") + "[insertion]") == [
                "28: error: 'pulp' cannot be 'pass'; it may be: warn, fail"
            ]
        )
    }

    @Test("A kind of duplicate may have a hyperbola, which wants less than 200 %")
    func hyperbola() throws {
        let pulp = "pulp = { percent = 20, outcome = \"fail\" }"
        let hyperbolic = "pulp = { percent = 10, outcome = \"fail\", hyperbolic_detection_limits = 2.5 }"
        let limit = try duplicate(pulp, hyperbolic).pulp
        #expect(limit.hyperbolicDetectionLimits == ExactDecimal("2.5"))
        #expect(try duplicate(pulp, hyperbolic).coarse.hyperbolicDetectionLimits == nil)
        #expect(
            try told(pulp, hyperbolic.replacing("= 10", with: "= 200")) == [
                "22: error: 'percent' is 200, and no two results differ by more than 200 % of their mean; a hyperbola "
                    + "wants less"
            ]
        )
    }
}
