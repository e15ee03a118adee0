import Geochemistry
import QualityControl
import Standards
import Testing

@Suite("Policies for blanks")
struct BlankPolicyTests {
    private func blank(_ sections: String) throws -> BlankRules {
        let text = SmallFolder.policy.replacing("[duplicate]\n", with: sections + "[duplicate]\n")
        return try SmallFolder(["policies/default.toml": text]).load().defaultPolicy.policy.blank
    }

    private func told(_ sections: String) throws -> [String] {
        let text = SmallFolder.policy.replacing("[duplicate]\n", with: sections + "[duplicate]\n")
        return try SmallFolder(["policies/default.toml": text]).told.map {
            $0.replacing("policies/default.toml:", with: "")
        }
    }

    @Test("Without their sections pulp blanks are judged like all others, and nothing is told apart")
    func absent() throws {
        let rules = try blank("")
        #expect(rules.pulp == nil)
        #expect(rules.carryOver == nil)
    }

    @Test("Sections are read whole")
    func present() throws {
        let rules = try blank(
            """
            [blank.pulp]
            warn_detection_limits = 2
            fail_detection_limits = 3
            [blank.carry_over]
            percent = 0.5
            samples = 1

            """
        )
        #expect(rules.pulp == BlankRules.Multiples(warn: 2, fail: 3))
        #expect(rules.carryOver?.percent.description == "0.5")
        #expect(rules.carryOver?.samples == 1)
    }

    @Test("Half a section, senseless numbers and sections out of place are told")
    func slips() throws {
        #expect(
            try told("[blank.pulp]\nwarn_detection_limits = 4\nfail_detection_limits = 3\n") == [
                "19: error: 'warn_detection_limits' is above 'fail_detection_limits', so that a result would fail without a "
                    + "warning; exchange them"
            ]
        )
        #expect(
            try told("[blank.carry_over]\npercent = 1\n") == [
                "18: error: missing key 'samples' in [blank.carry_over]; it wants a whole number"
            ]
        )
        #expect(
            try told("[laboratory.blank.carry_over]\npercent = 1\nsamples = 2\n").contains {
                $0.contains("unknown key 'carry_over' in [laboratory.blank]")
            }
        )
    }
}
