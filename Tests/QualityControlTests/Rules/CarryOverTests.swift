import Foundation
import Geochemistry
import TestSupport
import Testing

@testable import QualityControl

@Suite("Carry-over and contamination")
struct CarryOverTests {
    private struct Case: Decodable {
        let value: String
        let dl: Double
        let rule: String
        let expect: String
        let preceding: Double?
        let fractionPercent: Double?

        enum CodingKeys: String, CodingKey {
            case value, dl, rule, expect, preceding
            case fractionPercent = "fraction_pct"
        }
    }

    /// A blank behind these samples, the last one nearest.
    private func judged(
        _ blank: String,
        after samples: [String],
        percent: ExactDecimal = 1,
        count: Int = 2,
        detectionLimit: String = "0.005",
        _ change: (inout Batch) -> Void = { _ in }
    ) -> Judgement {
        var batch = Batch(detectionLimit: detectionLimit)
        batch.policy.blank.carryOver = .init(percent: percent, samples: count)
        for (index, text) in samples.enumerated() { batch.routine("\(index + 1)", text) }
        batch.blank("20", blank)
        change(&batch)
        return batch.judgement
    }

    private func causes(_ judgement: Judgement) -> [String] {
        judgement.findings.filter { $0.rule == "blank_carry_over" || $0.rule == "blank_contamination" }.map(\.rule)
    }

    @Test("The shared cases are told apart, and fail both", .enabled(if: SharedFiles.arePresent))
    func goldenCases() throws {
        let bytes = try SharedFiles.bytes("golden/blank_cases.json")
        let cases = try JSONDecoder().decode([Case].self, from: Data(bytes)).filter { $0.preceding != nil }
        #expect(cases.count == 2)
        for test in cases {
            let preceding = "\(try #require(test.preceding))"
            let judgement = judged(test.value, after: [preceding], detectionLimit: "\(test.dl)")
            let result = try #require(judgement.results.first)
            #expect(result.outcome == .fail)
            #expect(result.rule == .blankDetectionLimit)
            #expect(judgement.outcome == .fail)
            #expect(causes(judgement) == [test.expect == "carry-over" ? "blank_carry_over" : "blank_contamination"])
            let percent = CarryOver.percent(TestStandards.decimal(test.value), of: TestStandards.decimal(preceding))
            #expect(percent?.approximate == test.fractionPercent)
            let finding = try #require(judgement.findings.last)
            let words = "\(try #require(percent)) % of the sample before it, 1 with \(preceding) ppm"
            #expect(finding.message.contains(words))
        }
    }

    @Test(
        "Up to the tolerated percentage is carry-over: below, on, on, above",
        arguments: [
            ("0.0999", "blank_carry_over"), ("0.1", "blank_carry_over"), ("0.100", "blank_carry_over"),
            ("0.1001", "blank_contamination"),
        ]
    )
    func tolerance(_ blank: String, _ rule: String) {
        #expect(causes(judged(blank, after: ["10"])) == [rule])
    }

    @Test("The highest of the samples before counts, as many as the policy says, and no CRM between them")
    func sources() {
        #expect(causes(judged("0.1", after: ["12", "0.01"])) == ["blank_carry_over"])
        #expect(causes(judged("0.1", after: ["12", "0.01"], count: 1)) == ["blank_contamination"])
        #expect(causes(judged("0.1", after: ["12", "0.01", "0.02"])) == ["blank_contamination"])
        var batch = Batch(detectionLimit: "0.005")
        batch.policy.blank.carryOver = .init(percent: 1, samples: 1)
        batch.routine("1", "12")
        batch.crm("2", "1735")
        batch.blank("20", "0.1")
        #expect(causes(batch.judgement) == ["blank_carry_over"])
    }

    @Test(
        "What is not known of the samples before leaves it open",
        arguments: [
            (["NSS"], []), ([">1"], []), ([">10"], ["blank_carry_over"]), (["<0.005"], ["blank_contamination"]),
            (["<0.005", "NSS"], []), (["", "0.01"], []), (["NSS", "12"], ["blank_carry_over"]), ([], []),
        ] as [([String], [String])]
    )
    func open(_ samples: [String], _ rules: [String]) {
        #expect(causes(judged("0.1", after: samples)) == rules)
    }

    @Test("A blank over its range is contamination where even that is too much, and never carry-over")
    func overRange() {
        #expect(causes(judged(">0.2", after: ["10"])) == ["blank_contamination"])
        #expect(causes(judged(">0.1", after: ["10"])) == [])
    }

    @Test("What is told does not hang on a blank that passes or warns, nor on a policy without the rule")
    func onlyFailures() {
        #expect(causes(judged("0.025", after: ["12"])) == [])
        #expect(causes(judged("<0.05", after: ["12"])) == [])
        #expect(causes(judged("0.1", after: ["12"]) { $0.policy.blank.carryOver = nil }) == [])
    }

    @Test("The background of a certified blank is not carried over")
    func background() {
        func causes(_ blank: String, after sample: String) -> [String] {
            var batch = Batch()
            batch.builder.column("La", "ppm", method: "M", .fourAcid, detectionLimit: "0.1")
            batch.policy.blank.carryOver = .init(percent: 1, samples: 2)
            batch.routine("1", "", sample)
            batch.blank("20", "", blank, of: "Granite")
            return self.causes(batch.judgement)
        }
        // 3 ppm above the background of 13.5, of 300 ppm above it.
        #expect(causes("16.5", after: "313.5") == ["blank_carry_over"])
        #expect(causes("16.51", after: "313.5") == ["blank_contamination"])
        // A sample below the background leaves nothing behind.
        #expect(causes("16.5", after: "12") == ["blank_contamination"])
    }

    @Test("The words say how much of which sample, and what to look for")
    func words() {
        #expect(
            judged("0.030", after: ["12.5", "0.2"]).findings.map(\.message) == [
                "20: Cu by ME-ICP61 is 0.030 ppm, above the blank's limit of 0.025 ppm (detection limit 0.005); 0.24 % of a "
                    + "sample shortly before it, 1 with 12.5 ppm, explains it as carry-over (up to 1 %)",
                "20: Cu by ME-ICP61 is 0.030 ppm: 0.24 % of a sample shortly before it, 1 with 12.5 ppm, explains it as "
                    + "carry-over (up to 1 %)",
            ]
        )
        #expect(
            judged("0.030", after: ["0.05"]).findings.last?.message
                == "20: Cu by ME-ICP61 is 0.030 ppm: as carry-over it would be 60 % of the sample before it, 1 with 0.05 ppm "
                + "(up to 1 %), so look for contamination or a mix-up"
        )
        #expect(
            judged("0.030", after: ["0.01"]).findings.last?.message
                == "20: Cu by ME-ICP61 is 0.030 ppm: it is more than the sample before it, 1 with 0.01 ppm, could leave "
                + "behind, so look for contamination or a mix-up"
        )
    }

    @Test("The finding stands beside the failing one, is shown only, and names the column")
    func finding() throws {
        let judgement = judged("0.030", after: ["12.5"])
        #expect(judgement.findings.map(\.rule) == ["blank_detection_limit", "blank_carry_over"])
        let finding = try #require(judgement.findings.last)
        #expect((finding.outcome, finding.analyte, finding.method) == (.pass, "Cu", "ME-ICP61"))
        #expect((finding.sample, finding.position) == ("20", 2))
        #expect(judgement.counts.failed == 1)
        #expect(judgement.counts.passed == 0)
    }
}
