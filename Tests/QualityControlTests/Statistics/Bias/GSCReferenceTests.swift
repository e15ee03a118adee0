import Foundation
import Geochemistry
import QualityControl
import TestSupport
import Testing

/// CRM-X of the Geological Survey of Canada: no point beyond 2 SD, and a bias of 4.6 %.
@Suite("Bias and runs of GSC CRM-X", .enabled(if: SharedFiles.arePresent))
struct GSCReferenceTests {
    private struct Expected: Decodable {
        struct Test: Decodable {
            let t: Double
            let p: Double
        }
        struct Trend: Decodable {
            let s: Int
            let z: Double
            let p: Double

            enum CodingKeys: String, CodingKey {
                case p
                case s = "S"
                case z = "Z"
            }
        }

        let n: Int
        let mean: Double
        let sd: Double
        let relativeSD: Double
        let median: Double
        let mad: Double
        let printed: [String: Double]
        let biasPercent: Double
        let test: Test
        let z: [Double]
        let rules: [String: [Int]]
        let cusum: OracleCase.CUSUM
        let ewma: OracleCase.EWMA
        let trend: Trend

        enum CodingKeys: String, CodingKey {
            case n, mean, sd, median, z, rules
            case relativeSD = "rsd_pct"
            case biasPercent = "bias_pct"
            case mad = "mad_x1.4826"
            case printed = "rgr_printed"
            case test = "t_test_vs_certified"
            case cusum = "cusum_k0.5_h5"
            case ewma = "ewma_0.2_3"
            case trend = "mann_kendall"
        }
    }

    private let expected: Expected
    private let texts: [String]

    init() throws {
        let bytes = try SharedFiles.bytes("real/gsc/gsc_crm_X_expected.json")
        expected = try JSONDecoder().decode(Expected.self, from: Data(bytes))
        texts = try SharedFiles.rows("real/gsc/gsc_crm_test_cu.csv").filter { $0["CRM"] == "X" }
            .compactMap { $0["Cu_mgkg"] }
    }

    private func series() throws -> ScoreSeries {
        var series = ScoreSeries()
        let (accepted, sd) = (try #require(ExactDecimal("34.5")), try #require(ExactDecimal("2.19")))
        for (index, text) in texts.enumerated() {
            let value = try #require(ExactDecimal(text))
            series.append(StandardScore(deviation: try value - accepted, spread: sd), certificate: index)
        }
        return series
    }

    private func close(_ found: Double, _ wanted: Double, _ tolerance: Double = 1e-9) -> Bool {
        (found - wanted).magnitude <= tolerance
    }

    @Test("The mean is 4.6 % high, and that is no chance")
    func bias() throws {
        let values = texts.compactMap(Double.init)
        let bias = try #require(Bias(values, expected: 34.5))
        #expect(bias.count == expected.n)
        #expect(close(bias.mean, expected.mean))
        #expect(close(bias.sd, expected.sd))
        #expect(close(try #require(bias.relativeSD), expected.relativeSD))
        #expect(close(try #require(bias.percent), expected.biasPercent))
        #expect(close(bias.t, expected.test.t))
        #expect(close(bias.p, expected.test.p, 1e-9))
        #expect(bias.exceedsGuide33(uncertainty: 0.4))
        #expect(!bias.exceedsGuide33(uncertainty: 0.8))

        // The same, from the scores.
        let scores = try #require(Bias(try series().scores.compactMap { $0?.value }, expected: 0))
        #expect(close(scores.t, expected.test.t, 1e-6))
        #expect(close(100 * scores.mean * 2.19 / 34.5, expected.biasPercent, 1e-6))
    }

    @Test("The robust centre and spread, and what rgr prints")
    func robust() throws {
        let values = texts.compactMap(Double.init)
        let (robust, bias) = (try #require(RobustSummary(values)), try #require(Bias(values, expected: 34.5)))
        #expect(close(robust.median, expected.median))
        #expect(close(robust.spread, expected.mad))
        for (key, value, tolerance) in [
            ("N", Double(robust.count), 0), ("mean", bias.mean, 0.05), ("SD", bias.sd, 0.005),
            ("RSD%", bias.relativeSD ?? 0, 0.005), ("median", robust.median, 0.05), ("MAD", robust.spread, 0.005),
            ("rRSD%", 100 * robust.spread / robust.median, 0.005),
        ] {
            #expect(close(value, try #require(expected.printed[key]), tolerance + 1e-12), "\(key)")
        }
    }

    @Test("No point is beyond 2 SD; runs of six to twelve on one side are found where they should be")
    func runs() throws {
        let series = try series()
        #expect(zip(series.scores, expected.z).allSatisfy { close($0?.value ?? .nan, $1) })
        RunRuleOracleTests.expectHits(expected.rules, in: series, "CRM-X")
        #expect(series.hits(.oneBeyond2SD).isEmpty)
        #expect(series.hits(.eightOnOneSide).first == 10)
    }

    @Test("It is a constant bias, no drift: the CUSUM fires at last, EWMA and Mann-Kendall do not")
    func drift() throws {
        let z = try series().scores.compactMap { $0?.value }
        try DriftTests.expect(expected.cusum, of: z, "CRM-X")
        try DriftTests.expect(expected.ewma, of: z, "CRM-X")
        let trend = try #require(MannKendall(z))
        #expect(trend.s == expected.trend.s)
        #expect(close(trend.z, expected.trend.z))
        #expect(close(trend.p, expected.trend.p))
    }
}
