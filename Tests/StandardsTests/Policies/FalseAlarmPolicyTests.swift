import Geochemistry
import QualityControl
import Standards
import Testing

@Suite("Policies: false alarms")
struct FalseAlarmPolicyTests {
    private func text(_ support: String, alpha: String = "0.05", improbable: String = "0.001") -> String {
        SmallFolder.policy
            + "[false_alarms]\nsupport = \"\(support)\"\nalpha = \(alpha)\nimprobable = \(improbable)\n"
    }

    private func told(_ text: String) throws -> [String] {
        try SmallFolder(["policies/default.toml": text]).told.map { $0.replacing("policies/default.toml:", with: "") }
    }

    @Test("The section may be left out, and says how families are judged where it stands")
    func read() throws {
        #expect(try SmallFolder().load().defaultPolicy.policy.falseAlarms == nil)
        for family in FalseAlarmRules.Family.allCases {
            let policy = try SmallFolder(["policies/default.toml": text(family.rawValue)]).load().defaultPolicy.policy
            let rules = try #require(policy.falseAlarms)
            #expect(rules.support == family)
            #expect(rules.alpha == ExactDecimal("0.05"))
            #expect(rules.improbable == ExactDecimal("0.001"))
        }
    }

    @Test("The shipped policy judges support elements as families")
    func shipped() throws {
        let rules = try #require(try ShippedFolderTests.snapshot().defaultPolicy.policy.falseAlarms)
        #expect(rules.support == .benjaminiHochberg)
        #expect(rules.alpha == ExactDecimal("0.05"))
    }

    @Test("Probabilities lie between 0 and 1, and the method is one of three")
    func slips() throws {
        for wrong in ["0", "1", "5"] {
            #expect(
                try told(text("sidak", alpha: wrong)) == [
                    "50: error: 'alpha' wants a probability above 0 and below 1, and is \(wrong)"
                ]
            )
        }
        #expect(
            try told(text("bonferroni")) == [
                "49: error: 'bonferroni' is not a value of 'support'; it may be: none, sidak, benjamini_hochberg"
            ]
        )
    }
}
