import Foundation
import Geochemistry
import QualityControl
import TestSupport
import Testing

@Suite("Thompson and Howarth")
struct ThompsonHowarthTests {
    private func number(_ row: [String: Any], _ key: String) throws -> Double {
        try #require((row[key] as? NSNumber)?.doubleValue)
    }

    @Test("The control chart counts and its tail are the published ones", .enabled(if: SharedFiles.arePresent))
    func chart() throws {
        let pairs = try SharedPairs.values(SharedPairs.synthetic)
        let rows = try SharedPairs.rows("thompson_howarth_control_chart", of: SharedPairs.synthetic)
        #expect(rows.count == 12)
        for row in rows {
            let chart = ThompsonHowarthChart(
                pairs,
                targetRSDPercent: try number(row, "target_RSD_pct"),
                percentile: try number(row, "percentile")
            )
            #expect(isNear(chart.limitFactor, try number(row, "limit_factor_times_mean")))
            #expect(Double(chart.outside) == (try number(row, "n_outside")))
            #expect(Double(chart.count) == (try number(row, "n")))
            #expect(isNear(chart.probability, try number(row, "p_binomial_ge")))
        }
    }

    @Test("rgr prints the same tails for Stanley's pairs", .enabled(if: SharedFiles.arePresent))
    func stanley() throws {
        let pairs = try SharedPairs.values(SharedPairs.stanley)
        let rows = try SharedPairs.rows("rgr_thplot1_probabilities", of: SharedPairs.stanley)
        #expect(rows.count == 3)
        for row in rows {
            let chart = ThompsonHowarthChart(
                pairs,
                targetRSDPercent: try number(row, "rsd"),
                percentile: try number(row, "ptile")
            )
            #expect(Double(chart.outside) == (try number(row, "n_outside")))
            // It prints four to seven digits.
            #expect(isNear(chart.probability, try number(row, "p"), 6e-9))
        }
    }

    @Test("The limit is Φ⁻¹(0.95) √2 times the target, and a pair on it is inside")
    func limit() {
        let factor = ThompsonHowarthChart([], targetRSDPercent: 10, percentile: 90).limitFactor
        #expect(isNear(factor, 1.6448536269514722 * 2.0.squareRoot() * 0.1))
        func outside(_ pair: ValuePair) -> Int {
            ThompsonHowarthChart([pair], targetRSDPercent: 10, percentile: 90).outside
        }
        #expect(outside(ValuePair(1 + factor * 0.499, 1 - factor * 0.499)) == 0)
        #expect(outside(ValuePair(1 + factor * 0.501, 1 - factor * 0.501)) == 1)
        #expect(outside(ValuePair(0, 0)) == 0)
    }

    @Test("The conversions to a standard deviation are 0.70711, 1.48260 and 1.04836")
    func conversions() throws {
        /// Pairs that all differ by 1, over three groups of like content.
        let pairs = (0..<33).map { place -> ValuePair in
            let content = Double(10 + 10 * (place / 11))
            return ValuePair(content + 0.5, content - 0.5)
        }
        let factors: [(ThompsonHowarthRegression.Estimator, Double)] = [
            (.rootMeanSquare, 0.70711), (.medianDifference, 1.04836),
            // Of the pairs' SD, which is 1 / √2.
            (.medianSD, 1.48260 * 0.5.squareRoot()),
        ]
        for (estimator, factor) in factors {
            let line = try #require(ThompsonHowarthRegression(pairs, estimator: estimator))
            #expect(abs(line.intercept - factor) < 5e-6)
            #expect(abs(line.slope) < 1e-12)
        }
    }

    @Test("A standard deviation of 0.02 + 5 % is found again, and less than three groups draw no line")
    func line() throws {
        let pairs = (1...44).map { number -> ValuePair in
            let mean = Double(number)
            let half = (0.02 + 0.05 * mean) * 0.5.squareRoot()
            return ValuePair(mean + half, mean - half)
        }
        let line = try #require(ThompsonHowarthRegression(pairs, estimator: .rootMeanSquare))
        #expect(line.groups == 4)
        #expect(abs(line.slope - 0.05) < 0.001)
        #expect(abs(line.intercept - 0.02) < 0.06)
        #expect(ThompsonHowarthRegression(Array(pairs.prefix(32))) == nil)
    }
}
