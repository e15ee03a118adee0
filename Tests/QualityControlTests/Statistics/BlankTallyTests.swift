import Geochemistry
import QualityControl
import Testing

@Suite("Blanks counted")
struct BlankTallyTests {
    private func tally(_ texts: [String], limit: String? = "0.005") -> BlankTally {
        var tally = BlankTally()
        for text in texts {
            tally.add(
                .init(
                    value: ExactDecimal(text),
                    detectionLimit: limit.flatMap { ExactDecimal($0) },
                    outcome: .pass,
                    rule: .blankDetectionLimit
                )
            )
        }
        return tally
    }

    @Test("Shares above one, three and five detection limits are strict: below, on, on, above")
    func limits() {
        let tally = tally(["<0.005", "0.005", "0.0050", "0.0051", "0.015", "0.0151", "0.025", "0.0250", "0.0251"])
        #expect((tally.results, tally.withLimit) == (9, 9))
        #expect((tally.aboveLimit, tally.aboveThree, tally.aboveFive) == (6, 4, 1))
        #expect(tally.percent(tally.aboveThree).map { ($0 * 100).rounded() } == 4444)
    }

    @Test("Without a detection limit a result counts, and is in no share")
    func withoutLimit() {
        let tally = tally(["0.1"], limit: nil)
        #expect((tally.results, tally.withLimit, tally.aboveLimit) == (1, 0, 0))
        #expect(tally.percent(0) == nil)
    }

    @Test("What failed, warned, had a raised limit, and why")
    func outcomes() {
        var tally = BlankTally()
        func add(_ outcome: Outcome, _ rule: RuleName, _ cause: RuleName? = nil) {
            tally.add(.init(value: 1, detectionLimit: nil, outcome: outcome, rule: rule, cause: cause))
        }
        add(.fail, .blankDetectionLimit, .blankCarryOver)
        add(.fail, .blankDetectionLimit, .blankContamination)
        add(.fail, .blankBackground)
        add(.warn, .blankDetectionLimit, .blankContamination)
        add(.warn, .blankRaisedDetectionLimit)
        add(.notEvaluated, .noResult)
        add(.notEvaluated, .unreadable)
        add(.notEvaluated, .blankBackground)
        #expect((tally.results, tally.failures, tally.warnings, tally.raisedLimits) == (6, 3, 1, 1))
        #expect((tally.carryOvers, tally.contaminations) == (1, 2))
    }
}
