import Geochemistry
import TestSupport
import Testing

@testable import QualityControl

@Suite("Duplicate pairs")
struct PairDifferenceTests {
    private func pair(
        _ original: String,
        _ duplicate: String,
        _ type: SampleType = .pulpDuplicate,
        detectionLimit: String? = "1"
    ) throws -> QCResult {
        var batch = Batch(detectionLimit: detectionLimit)
        batch.routine("10", original)
        batch.duplicate("11", duplicate, of: "10", type)
        return try #require(batch.judgement.result(1))
    }

    @Test("Differences in percent of the mean are those of the shared table", .enabled(if: SharedFiles.arePresent))
    func goldenIdentities() throws {
        let rows = try SharedFiles.rows("golden/pair_identities.csv")
        #expect(rows.count == 8)
        for row in rows {
            let a = try #require(row["a"].flatMap { ExactDecimal($0) })
            let b = try #require(row["b"].flatMap { ExactDecimal($0) })
            let expected = try #require(row["RPD_pct"].flatMap { Double($0) })
            #expect(abs(try #require(PairDifference.percent(a, b)) - expected) < 1e-9)
            #expect(PairDifference.percent(a, b) == PairDifference.percent(b, a))
        }
    }

    @Test(
        "A pulp pair may differ by 20 % of its mean: below, on, on, above",
        arguments: [
            // 2 x 20 / (90 + 110) is 20 %.
            ("90", "109.9", Outcome.pass), ("90", "110", .pass), ("110", "90.0", .pass), ("90", "110.1", .fail),
        ]
    )
    func percent(_ original: String, _ duplicate: String, _ outcome: Outcome) throws {
        let result = try pair(original, duplicate)
        #expect(result.outcome == outcome)
        #expect(result.rule == .duplicatePairDifference)
        #expect(result.expected == ExactDecimal(original))
    }

    @Test("Each kind of duplicate has its own limit, and field duplicates only warn")
    func kinds() throws {
        #expect(try pair("100", "150", .pulpDuplicate).outcome == .fail)
        #expect(try pair("100", "150", .coarseDuplicate).outcome == .pass)
        #expect(try pair("100", "151", .coarseDuplicate).outcome == .warn)
        #expect(try pair("100", "151", .fieldDuplicate).outcome == .pass)
        #expect(try pair("100", "190", .fieldDuplicate).outcome == .warn)
        #expect(try pair("100", "190", .fieldDuplicate).subtype == "field_duplicate")
    }

    @Test(
        "Two detection limits of difference pass whatever the percentage",
        arguments: [
            ("2", "4", Outcome.pass), ("2", "4.0", .pass), ("2", "3.9", .pass), ("2", "4.1", .fail),
        ]
    )
    func floor(_ original: String, _ duplicate: String, _ outcome: Outcome) throws {
        let result = try pair(original, duplicate)
        #expect(result.outcome == outcome)
        #expect(result.rule == (outcome == .pass ? .duplicateNearDetectionLimit : .duplicatePairDifference))
    }

    @Test(
        "Censored halves prove what they can, and nothing more",
        arguments: [
            ("<1", "<1", Outcome.notEvaluated, RuleName.duplicateCensored),
            ("<1", "<5", .notEvaluated, .duplicateCensored),
            ("<1", "3", .pass, .duplicateNearDetectionLimit),
            ("3", "<1", .pass, .duplicateNearDetectionLimit),
            ("<1", "3.1", .fail, .duplicatePairDifference),
            ("<1", "0.8", .pass, .duplicateNearDetectionLimit),
            ("<50", "1", .notEvaluated, .duplicateCensored),
            ("<100", "110", .notEvaluated, .duplicateCensored),
            (">100", "110", .notEvaluated, .duplicateCensored),
            (">100", "90", .notEvaluated, .duplicateCensored),
            (">100", "50", .fail, .duplicatePairDifference),
            (">100", ">50", .notEvaluated, .duplicateCensored),
            (">100", "<50", .fail, .duplicatePairDifference),
            ("<50", ">100", .fail, .duplicatePairDifference),
            ("ND", "3", .pass, .duplicateNearDetectionLimit),
            ("NSS", "3", .notEvaluated, .noResult),
            ("3", "NSS", .notEvaluated, .noResult),
            ("", "3", .notEvaluated, .noResult),
        ]
    )
    func censored(_ original: String, _ duplicate: String, _ outcome: Outcome, _ rule: RuleName) throws {
        let result = try pair(original, duplicate)
        #expect(result.outcome == outcome)
        #expect(result.rule == rule)
    }

    @Test("A duplicate whose original is elsewhere brings one finding")
    func withoutParent() throws {
        var batch = Batch()
        batch.builder.column("Zn", "ppm", method: "ME-ICP61", .fourAcid)
        batch.duplicate("11", "100", "200", of: "9999")
        let judgement = batch.judgement
        #expect(judgement.results.map(\.rule) == [.duplicateWithoutParent, .duplicateWithoutParent])
        #expect(judgement.findings(.duplicateWithoutParent).count == 1)
        #expect(judgement.outcome == .warn)
    }

    @Test("A laboratory's Dup belongs to the Orig before it, a REP to the client's row")
    func laboratoryPairs() throws {
        var batch = Batch()
        batch.routine("10", "100")
        batch.laboratory("10 Orig", .laboratoryOriginal(of: "10"), "500")
        batch.laboratory("10 Dup", .laboratoryDuplicate(of: "10"), "505")
        batch.routine("11", "7")
        batch.laboratory("*REP 11", .laboratoryDuplicate(of: "11"), "70")
        let judgement = batch.judgement
        #expect(judgement.results.map(\.outcome) == [.pass, .fail])
        #expect(judgement.results.map(\.expected) == [500, 7])
        // The policy lets the laboratory warn at most.
        #expect(judgement.outcome == .warn)
        #expect(judgement.findings.map(\.outcome) == [.fail])
    }

    @Test("A finding shows both results and the limit")
    func message() {
        var batch = Batch()
        batch.routine("10", "1500")
        batch.duplicate("11", "1900", of: "10")
        #expect(
            batch.judgement.findings.map(\.message) == [
                "11 (pulp duplicate of 10): Cu by ME-ICP61 is 1900 ppm against 1500 ppm, "
                    + "23.53 % of the pair's mean apart (limit 20 %)"
            ]
        )
    }
}
