import Geochemistry
import QualityControl
import Standards
import Testing

@Suite("Which line of a policy is in force")
struct PolicyExplanationTests {
    private static let length = SmallFolder.policy.count { $0 == "\n" }

    private func explain(_ overrides: String, _ subject: PolicySubject) throws -> PolicyExplanation {
        let loaded = try SmallFolder(["policies/default.toml": SmallFolder.policy + overrides]).load().defaultPolicy
        return PolicyExplanation(loaded, for: subject)
    }

    /// `4 line 52 < 3 line 8`, with lines of overrides counted from the first that was added.
    private func said(_ key: String, _ explanation: PolicyExplanation) -> String? {
        explanation.numbers.first { $0.figure.key == key }.map { number in
            ([number.figure] + number.beaten).map { figure in
                let line = figure.override == nil ? "\(figure.line)" : "+\(figure.line - Self.length)"
                return "\(figure.text) line \(line)"
            }.joined(separator: " < ")
        }
    }

    static let subject = PolicySubject(
        laboratory: "ALS",
        method: "ME-ICP61",
        digestion: .fourAcid,
        material: MaterialName("TEST 1"),
        element: Analyte("Cu")
    )

    @Test("What wins comes first, then what it beat, the strongest first, and the file at last")
    func order() throws {
        let explanation = try explain(
            """
            [[override]]
            for.material = "TEST*"
            crm.fail_sd = 5
            [[override]]
            for.analyte = "Cu"
            crm.fail_sd = 4
            [[override]]
            for.laboratory = "ALS"
            crm.fail_sd = 6
            crm.warn_sd = 2.50
            [[override]]
            for = { analyte = "Cu", laboratory = "SGS" }
            crm.fail_sd = 7
            """,
            Self.subject
        )
        #expect(said("crm.fail_sd", explanation) == "4 line +6 < 5 line +3 < 6 line +9 < 3 line 8")
        #expect(said("crm.warn_sd", explanation) == "2.50 line +10 < 2 line 7")
        #expect(said("crm.consecutive", explanation) == "2 line 9")
        #expect(explanation.unused.map(\.override) == [3])
        #expect(explanation.unused.map(\.obstacle) == [.laboratory])
    }

    @Test("A table that is taken whole shows the parts that are in force")
    func table() throws {
        let explanation = try explain(
            """
            significant_grade = { Au = "0.3 g/t" }
            [[override]]
            for.laboratory = "A*"
            reassay.significant_grade.Cu = "0.1 %"
            [[override]]
            for.laboratory = "ALS"
            reassay.significant_grade.Au = "1 g/t"
            """,
            Self.subject
        )
        #expect(said("reassay.significant_grade.Au", explanation) == "1 g/t line +7 < 0.3 g/t line \(Self.length + 1)")
        #expect(said("reassay.significant_grade.Cu", explanation) == nil)
    }

    @Test("The tier names the line that says so")
    func tiers() throws {
        func tier(_ overrides: String, _ element: String, _ digestion: DigestionClass? = nil) throws -> String {
            var subject = Self.subject
            subject.element = Analyte(element)
            subject.digestion = digestion
            let explanation = try explain(overrides, subject)
            let tier = try #require(explanation.tier)
            #expect(!explanation.numbers.contains { $0.figure.key.hasPrefix("tiers.") })
            return "\(tier.tier) \(tier.figure?.key ?? "-") \(tier.figure?.line ?? 0)"
        }
        #expect(try tier("", "Cu", .fourAcid) == "decision tiers.decision 2")
        #expect(try tier("", "LOI") == "information tiers.information 3")
        #expect(try tier("", "Fe", .fourAcid) == "support - 0")
        #expect(try tier("", "Si", .aquaRegia) == "information tiers.unsuitable.aqua_regia 5")
        let general = "[[override]]\nfor.laboratory = \"ALS\"\ntiers.tier = \"decision\"\n"
        #expect(try tier(general, "Fe") == "decision tiers.tier \(Self.length + 3)")
        #expect(try tier(general, "Si", .aquaRegia) == "information tiers.unsuitable.aqua_regia 5")
        let named = "[[override]]\nfor.analyte = \"Si\"\ntiers.tier = \"decision\"\n"
        #expect(try tier(named, "Si", .aquaRegia) == "decision tiers.tier \(Self.length + 3)")
    }

    @Test("Where no analyte is asked for, the lists of the tiers are shown as they stand")
    func lists() throws {
        let explanation = try explain("", PolicySubject())
        #expect(explanation.tier == nil)
        #expect(said("tiers.decision", explanation) == "Au, Cu line 2")
    }
}
