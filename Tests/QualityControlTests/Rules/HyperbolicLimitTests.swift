import Foundation
import Geochemistry
import TestSupport
import Testing

@testable import QualityControl

@Suite("The hyperbolic limit")
struct HyperbolicLimitTests {
    @Test("Failures and m are the published ones", .enabled(if: SharedFiles.arePresent))
    func golden() throws {
        let pairs = try SharedPairs.decimals(SharedPairs.synthetic)
        let rows = try SharedPairs.rows("hyperbolic_fail_counts", of: SharedPairs.synthetic)
        #expect(rows.count == 3)
        for row in rows {
            func number(_ key: String) throws -> NSNumber { try #require(row[key] as? NSNumber) }
            let (printedError, printedFloor) = (try number("RE"), try number("b"))
            let error = try #require(ExactDecimal("\(printedError)"))
            let floor = try #require(ExactDecimal("\(printedFloor)"))
            let limit = HyperbolicLimit(percent: try error * 100, floor: floor)
            #expect(isNear(limit.slope, try number("m").doubleValue))
            let failing = try pairs.filter { try limit.isExceeded(by: $0, $1) }.count
            #expect(failing == (try number("n_fail").intValue))
            #expect(isNear(100 * Double(failing) / Double(pairs.count), try number("pct_fail").doubleValue))
        }
    }

    @Test(
        "m = 1.5 and b = 8: below, on, on, above",
        arguments: [
            // 10² = 1.5² 4² + 8².
            ("4", "9.99", false), ("4", "10", false), ("10.0", "4.00", false), ("4", "10.01", true),
            // Beside nothing, b alone.
            ("0", "7.99", false), ("0", "8", false), ("8.00", "0", false), ("0", "8.01", true),
        ]
    )
    func limits(a: String, b: String, exceeds: Bool) throws {
        let limit = HyperbolicLimit(percent: 40, floor: 8)
        #expect(limit.slope == 1.5)
        let (first, second) = (try #require(ExactDecimal(a)), try #require(ExactDecimal(b)))
        #expect(try limit.isExceeded(by: first, second) == exceeds)
        #expect(try limit.isExceeded(by: second, first) == exceeds)
    }

    @Test("Nothing differs by more than 200 % of its mean")
    func endless() throws {
        #expect(try !HyperbolicLimit(percent: 200, floor: 1).isExceeded(by: 0, 1000))
    }

    private func pair(_ original: String, _ duplicate: String, detectionLimit: String? = "1") throws -> QCResult {
        var batch = Batch(detectionLimit: detectionLimit)
        batch.policy.duplicate.pulp = .init(percent: 10, outcome: .fail, hyperbolicDetectionLimits: 3)
        batch.routine("10", original)
        batch.duplicate("11", duplicate, of: "10")
        return try #require(batch.judgement.result(1))
    }

    @Test(
        "A policy may judge by it; a censored half proves what it can",
        arguments: [
            ("100", "110", Outcome.pass, RuleName.duplicateHyperbolicLimit),
            ("100", "111", .fail, .duplicateHyperbolicLimit),
            // 3 detection limits.
            ("0.5", "3", .pass, .duplicateHyperbolicLimit), ("0", "3.1", .fail, .duplicateHyperbolicLimit),
            ("<1", "3", .pass, .duplicateNearDetectionLimit), ("3.0", "<1", .pass, .duplicateNearDetectionLimit),
            ("<1", "3.1", .notEvaluated, .duplicateCensored), ("<1", "3.3", .fail, .duplicateHyperbolicLimit),
            ("<1", "<1", .notEvaluated, .duplicateCensored), ("<4", "1", .notEvaluated, .duplicateCensored),
            (">100", "50", .fail, .duplicateHyperbolicLimit), (">100", "110", .notEvaluated, .duplicateCensored),
            ("NSS", "3", .notEvaluated, .noResult),
        ]
    )
    func judged(_ original: String, _ duplicate: String, _ outcome: Outcome, _ rule: RuleName) throws {
        let result = try pair(original, duplicate)
        #expect(result.outcome == outcome)
        #expect(result.rule == rule)
    }

    @Test("Where nothing states a detection limit, the hyperbola is its asymptote")
    func withoutDetectionLimit() throws {
        // m = 210 / 190 of 190.
        #expect(try pair("190", "210", detectionLimit: nil).outcome == .pass)
        #expect(try pair("190", "210.1", detectionLimit: nil).outcome == .fail)
    }

    @Test("A finding names the hyperbola")
    func message() {
        var batch = Batch()
        batch.policy.duplicate.pulp = .init(percent: 10, outcome: .fail, hyperbolicDetectionLimits: 3)
        batch.routine("10", "1500")
        batch.duplicate("11", "1900", of: "10")
        #expect(
            batch.judgement.findings.map(\.message) == [
                "11 (pulp duplicate of 10): Cu by ME-ICP61 is 1900 ppm against 1500 ppm, outside the hyperbola of "
                    + "10 % and 3 detection limits"
            ]
        )
    }
}
