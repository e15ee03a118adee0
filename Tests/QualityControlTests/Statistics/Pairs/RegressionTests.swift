import Geochemistry
import QualityControl
import TestSupport
import Testing

@Suite("Lines through pairs")
struct RegressionTests {
    @Test("Lines are the published ones", .enabled(if: SharedFiles.arePresent), arguments: SharedPairs.all)
    func golden(source: SharedPairs.Source) throws {
        let stats = try SharedPairs.figures("stats", of: source)
        let pairs = try SharedPairs.values(source)
        let line = try #require(LeastSquaresLine(pairs))
        let axis = try #require(ReducedMajorAxis(pairs))
        for (found, key) in [
            (axis.correlation, "pearson_r"), (line.slope, "OLS_slope"), (line.intercept, "OLS_intercept"),
            (axis.slope, "RMA_slope"), (axis.intercept, "RMA_intercept"),
            (axis.slopeStandardError, "RMA_slope_SE_Long"),
            (axis.biasPercent, "RMA_bias_pct(1-slope... dup vs orig)"),
        ] {
            #expect(isNear(found, stats[key], 1e-9), "\(key): \(found)")
        }
    }

    @Test("Points on a line have no standard error, and the axes may be exchanged")
    func exact() throws {
        let axis = try #require(ReducedMajorAxis([ValuePair(1.0, 3), ValuePair(2.0, 5), ValuePair(4.0, 9)]))
        #expect(isNear(axis.slope, 2) && isNear(axis.intercept, 1) && isNear(axis.correlation, 1))
        #expect(axis.slopeStandardError < 1e-6 && axis.interceptStandardError < 1e-6)
        let pairs = [ValuePair(1.0, 2), ValuePair(2.0, 2.5), ValuePair(3.0, 5), ValuePair(4.0, 4)]
        let there = try #require(ReducedMajorAxis(pairs))
        let back = try #require(ReducedMajorAxis(pairs.map { ValuePair($0.duplicate, $0.original) }))
        #expect(isNear(there.slope, 1 / back.slope, 1e-12))
        // By hand: SD of y² = 1.5625 · 4/3 ..., r = 0.84; s √((1 − r)/n (2 + (2.5/s_x)² (1 + r))).
        let sx2 = 5.0 / 3
        let sy2 = ((2 - 3.375) * (2 - 3.375) + 0.875 * 0.875 + 1.625 * 1.625 + 0.625 * 0.625) / 3
        let r = there.correlation
        let expected = (sy2 * (1 - r) / 4 * (2 + 6.25 / sx2 * (1 + r))).squareRoot()
        #expect(isNear(there.interceptStandardError, expected, 1e-12))
    }

    @Test("Two points, or one grade, draw no axis")
    func undefined() {
        #expect(ReducedMajorAxis([ValuePair(1.0, 2), ValuePair(2.0, 3)]) == nil)
        #expect(ReducedMajorAxis([ValuePair(1.0, 2), ValuePair(1.0, 3), ValuePair(1.0, 4)]) == nil)
        #expect(LeastSquaresLine([ValuePair(1.0, 2), ValuePair(1.0, 3)]) == nil)
    }
}
