import Foundation
import Geochemistry
import TestSupport
import Testing

@testable import QualityControl

@Suite("Blanks")
struct BlankTests {
    private struct Case: Decodable {
        let value: String
        let dl: Double
        let rule: String
        let expect: String
        let ownMean: Double?
        let ownSD: Double?
        let limit: Double?

        enum CodingKeys: String, CodingKey {
            case value, dl, rule, expect, limit
            case ownMean = "own_mean"
            case ownSD = "own_sd"
        }
    }

    private func result(
        _ text: String,
        detectionLimit: String? = "0.005",
        rules: BlankRules = TestStandards.blankRules,
        of material: String = "",
        analyte: String = "Au"
    ) throws -> QCResult {
        var batch = Batch()
        batch.builder.column(analyte, "ppm", method: "M", .fourAcid, detectionLimit: detectionLimit)
        batch.policy.blank = rules
        batch.blank("20", "", text, of: material)
        return try #require(batch.judgement.result(0, column: 1))
    }

    @Test("The rules of detection limits answer the shared cases", .enabled(if: SharedFiles.arePresent))
    func goldenCases() throws {
        let bytes = try SharedFiles.bytes("golden/blank_cases.json")
        let cases = try JSONDecoder().decode([Case].self, from: Data(bytes))
        let limits = cases.filter { $0.rule.hasPrefix("k*DL") }
        #expect(limits.count == 6)
        for test in limits {
            let factor = ExactDecimal(test.rule.hasSuffix("k=3") ? 3 : 5)
            let rules = BlankRules(warnDetectionLimits: factor, failDetectionLimits: factor, backgroundSD: 3)
            let result = try result(test.value, rules: rules)
            switch test.expect {
            case "pass": #expect(result.outcome == .pass)
            case "fail": #expect(result.outcome == .fail)
            case "review": #expect(result.rule == .blankRaisedDetectionLimit && result.outcome == .warn)
            default: #expect(result.outcome == .notEvaluated && result.rule == .noResult)
            }
        }
        // The cases of carry-over are those of CarryOverTests.
        #expect(cases.count { $0.rule.hasPrefix("fraction") } == 2)
        let backgrounds = cases.filter { $0.rule.hasPrefix("background") }
        #expect(backgrounds.count == 1)
        for test in backgrounds {
            #expect((test.ownMean, test.ownSD) == (13.5, 0.8), "as the granite of these tests")
            var batch = Batch()
            batch.builder.column("La", "ppm", method: "M", .fourAcid, detectionLimit: "\(test.dl)")
            batch.blank("20", "", test.value, of: "Granite")
            let result = try #require(batch.judgement.result(0, column: 1))
            #expect(result.outcome == .pass)
            #expect(result.upperLimit?.approximate == test.limit)
        }
    }

    @Test(
        "A pulp blank has multiples of its own: below, on, on, above",
        arguments: [
            ("0.0099", Outcome.pass), ("0.01", .pass), ("0.0100", .pass), ("0.0101", .warn), ("0.0149", .warn),
            ("0.015", .warn), ("0.0150", .warn), ("0.0151", .fail),
        ]
    )
    func pulpBlanks(_ text: String, _ outcome: Outcome) throws {
        func result(_ type: SampleType, _ pulp: BlankRules.Multiples?) throws -> QCResult {
            var batch = Batch(detectionLimit: "0.005")
            batch.policy.blank.pulp = pulp
            batch.blank("20", text, as: type)
            return try #require(batch.judgement.result(0))
        }
        let pulp = BlankRules.Multiples(warn: 2, fail: 3)
        #expect(try result(.pulpBlank, pulp).outcome == outcome)
        #expect(try result(.pulpBlank, pulp).subtype == "pulp_blank")
        #expect(try result(.coarseBlank, pulp).subtype == "coarse_blank")
        #expect(try result(.blank, pulp).subtype == "")
        // Without a section of their own, and for all others, those of any blank.
        let coarse: Outcome = try result(.blank, pulp).outcome
        #expect(coarse == (text > "0.0150" ? .warn : .pass))
        #expect(try result(.coarseBlank, pulp).outcome == coarse)
        #expect(try result(.pulpBlank, nil).outcome == coarse)
    }

    @Test("A finding on a pulp blank says so")
    func pulpMessage() {
        var batch = Batch(detectionLimit: "0.005")
        batch.policy.blank.pulp = .init(warn: 2, fail: 3)
        batch.blank("20", "0.016", as: .pulpBlank)
        #expect(
            batch.judgement.findings.map(\.message) == [
                "20: Cu by ME-ICP61 is 0.016 ppm, above the pulp blank's limit of 0.015 ppm (detection limit 0.005)"
            ]
        )
    }

    @Test(
        "Three limits warn, five fail: below, on, on, above",
        arguments: [
            ("0.0149", Outcome.pass), ("0.015", .pass), ("0.0150", .pass), ("0.0151", .warn), ("0.0249", .warn),
            ("0.025", .warn), ("0.0251", .fail), ("0", .pass), ("<0.005", .pass), ("<0.025", .pass), ("<0.026", .warn),
            ("ND", .pass), (">0.02", .notEvaluated), (">0.025", .fail), (">1", .fail),
        ]
    )
    func limits(_ text: String, _ outcome: Outcome) throws {
        #expect(try result(text).outcome == outcome)
    }

    @Test(
        "A blank of natural rock may reach its background plus 3 SD",
        arguments: [
            ("14.2", Outcome.pass), ("15.8", .pass), ("15.9", .pass), ("15.90", .pass), ("15.91", .fail), ("2", .pass),
            ("<0.1", .pass), ("<15.9", .pass), ("<16", .warn), (">16", .fail), (">10", .notEvaluated),
        ]
    )
    func background(_ text: String, _ outcome: Outcome) throws {
        var batch = Batch()
        batch.builder.column("La", "ppm", method: "M", .fourAcid, detectionLimit: "0.1")
        batch.policy.tiers.decision.insert(Analyte("La"))
        batch.blank("20", "", text, of: "granite")
        let result = try #require(batch.judgement.result(0, column: 1))
        #expect(result.outcome == outcome)
        #expect(result.expected == ExactDecimal("13.5"))
        if outcome == .pass || outcome == .fail {
            #expect(result.rule == .blankBackground)
            #expect(result.upperLimit == ExactDecimal("15.9"))
        }
    }

    @Test("A background below what the detection limit allows does not judge")
    func drownedBackground() throws {
        let result = try result("7", detectionLimit: "6", of: "Granite", analyte: "La")
        #expect(result.rule == .blankDetectionLimit)
        #expect(result.outcome == .pass)
    }

    @Test("Without any detection limit a number cannot be judged, and a person is told once for the sample")
    func noDetectionLimit() throws {
        var batch = Batch(detectionLimit: nil)
        batch.builder.column("Zn", "ppm", method: "ME-ICP61", .fourAcid)
        batch.blank("20", "12", "14")
        let judgement = batch.judgement
        #expect(judgement.results.map(\.rule) == [.blankNoDetectionLimit, .blankNoDetectionLimit])
        #expect(judgement.findings(.blankNoDetectionLimit).count == 1)
        #expect(try result("ND", detectionLimit: nil).rule == .blankNoDetectionLimit)
    }

    @Test("Where the header has no limits, the smallest printed one is the column's")
    func printedLimits() throws {
        var batch = Batch(detectionLimit: nil)
        batch.routine("1", "<0.5")
        batch.routine("2", " < 0.05")
        batch.routine("3", "<5")
        batch.blank("20", "0.16")
        let result = try #require(batch.judgement.result(3))
        #expect(result.outcome == .warn)
        #expect(result.upperLimit == ExactDecimal("0.15"))
    }

    @Test("A laboratory's preparation blank is rock: without a certified background nothing is held against it")
    func laboratoryBlanks() {
        var batch = Batch()
        batch.laboratory("Method Blank", .laboratoryBlank, "100")
        batch.laboratory("BRANCO_PREP", .laboratoryPreparationBlank, "100")
        let results = batch.judgement.results
        #expect(results.map(\.subtype) == ["analytical", "preparation"])
        #expect(results.map(\.rule) == [.blankDetectionLimit, .blankBackground])
        #expect(results.map(\.outcome) == [.fail, .notEvaluated])
        #expect(results.map(\.tier) == [.decision, .information])
        #expect(results.allSatisfy { $0.origin == .laboratory })
    }

    @Test("A rock-forming element is information in a blank, unless its background is certified")
    func rockForming() throws {
        var rules = TestStandards.blankRules
        rules.rockForming = [Analyte("Au")]
        let charted = try result("5", rules: rules)
        #expect(charted.outcome == .notEvaluated)
        #expect(charted.tier == .information)
        #expect(charted.note == "barren rock carries it, and the Standards hold no background")
        #expect(try result("5").outcome == .fail)
    }

    @Test("A published limit counts where the header has none, and a smaller printed one before it")
    func publishedLimits() throws {
        func limit(_ texts: [String], published: String?) -> ExactDecimal? {
            var column = ResultColumn(sheetColumn: 1, method: "M", analyteText: "Au", unitText: "ppm")
            column.publishedLimit = published.flatMap { ExactDecimal($0) }
            column.texts = PackedTexts(texts)
            return ColumnDetectionLimit.of(column, in: ResultVocabulary())
        }
        #expect(limit(["0.3", "0.2"], published: "0.005") == ExactDecimal("0.005"))
        #expect(limit(["<0.001", "0.2"], published: "0.005") == ExactDecimal("0.001"))
        #expect(limit(["<0.05", "0.2"], published: "0.005") == ExactDecimal("0.005"))
        #expect(limit(["0.3"], published: nil) == nil)
    }

    @Test("A finding on the client's blank shows the sample before it")
    func message() {
        var batch = Batch(detectionLimit: "0.005")
        batch.routine("19", "12.5")
        batch.blank("20", "0.030")
        #expect(
            batch.judgement.findings.map(\.message) == [
                "20: Cu by ME-ICP61 is 0.030 ppm, above the blank's limit of 0.025 ppm (detection limit 0.005); "
                    + "it is 0.24 % of the sample before it, 19 with 12.5 ppm"
            ]
        )
    }
}
