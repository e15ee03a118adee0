import Geochemistry
import QualityControl
import Standards
import Testing

@Suite("Policies for insertion and the laboratory's QC")
struct QCPolicyTests {
    private static let rates = """
        [insertion.rates]
        window_samples = 200
        [insertion.rates.crm]
        percent = 4
        outcome = "warn"
        [insertion.grade_coverage]
        factor = 2
        percent = 10
        samples = 5
        outcome = "pass"

        """
    private static let laboratory = """
        [laboratory.recovery]
        low_percent = 80
        high_percent = 120
        outcome = "pass"
        [laboratory.comparison]
        results = 3
        bias_sd = 3
        outcome = "warn"

        """

    private func text(_ sections: String) -> String {
        SmallFolder.policy.replacing("[laboratory]\n", with: sections + "[laboratory]\n")
    }

    private func policy(_ sections: String) throws -> Policy {
        try SmallFolder(["policies/default.toml": text(sections)]).load().defaultPolicy.policy
    }

    private func told(_ sections: String) throws -> [String] {
        try SmallFolder(["policies/default.toml": text(sections)]).told.map {
            $0.replacing("policies/default.toml:", with: "")
        }
    }

    @Test("Without their sections the rules are off")
    func absent() throws {
        let policy = try policy("")
        #expect(policy.insertion.rates == nil)
        #expect(policy.insertion.gradeCoverage == nil)
        #expect(policy.laboratory.recovery == nil)
        #expect(policy.laboratory.comparison == nil)
    }

    @Test("A kind that is left out is not asked for")
    func present() throws {
        let insertion = try policy(Self.rates).insertion
        #expect(
            insertion.rates
                == InsertionRates(crm: .init(percent: 4, outcome: .warn), blank: nil, duplicate: nil, window: 200)
        )
        #expect(insertion.gradeCoverage == GradeCoverageRules(factor: 2, percent: 10, samples: 5, outcome: .pass))
        let laboratory = try policy(Self.laboratory).laboratory
        #expect(laboratory.recovery == RecoveryRules(lowest: 80, highest: 120, outcome: .pass))
        #expect(laboratory.comparison == ComparisonRules(results: 3, biasSD: 3, outcome: .warn))
    }

    @Test("Half a section, and words out of place, are told")
    func slips() throws {
        #expect(
            try told("[insertion.rates]\nwindow_samples = 200\n[insertion.rates.blank]\npercent = 3\n") == [
                "30: error: missing key 'outcome' in [insertion.rates.blank]; it wants a text"
            ]
        )
        #expect(
            try told(Self.rates.replacing("\"warn\"", with: "\"fail\"")) == [
                "32: error: 'outcome' cannot be 'fail'; it may be: pass, warn, not_evaluated"
            ]
        )
        #expect(
            try told(Self.rates.replacing("rates.crm", with: "rates.crms")).contains {
                $0.contains("unknown key 'crms' in [insertion.rates]; did you mean 'crm'?")
            }
        )
        #expect(
            try told(Self.laboratory.replacing("low_percent = 80", with: "low_percent = 130")).contains {
                $0.contains("'low_percent' is above 'high_percent'")
            }
        )
    }
}
