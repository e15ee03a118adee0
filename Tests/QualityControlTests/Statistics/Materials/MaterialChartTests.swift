import Foundation
import Geochemistry
import QualityControl
import TestSupport
import Testing

@Suite("Two charts of a reference material")
struct MaterialChartTests {
    private static func points(_ texts: [String]) -> [MaterialPoint] {
        texts.enumerated().map { index, text in
            MaterialPoint(
                batch: "B\(index / 2)",
                sample: "S\(index)",
                position: 1,
                reported: nil,
                value: ExactDecimal(text),
                outcome: .pass
            )
        }
    }

    private static let rules = SeriesRules(
        runs: .init(fail: [], warn: [.eightOnOneSide, .fourBeyond1SD], show: []),
        stability: .init(minimum: 20, limit: 3, outcome: .pass)
    )

    @Test("CRM-X of the GSC: biased by 4.6 %, stable, and eight in a row above", .enabled(if: SharedFiles.arePresent))
    func survey() throws {
        let texts = try SharedFiles.rows("real/gsc/gsc_crm_test_cu.csv").filter { $0["CRM"] == "X" }
            .compactMap { $0["Cu_mgkg"] }
        let points = Self.points(texts)
        let (certified, sd) = (try #require(ExactDecimal("34.5")), ExactDecimal("2.19"))
        let accuracy = MaterialAccuracy(points, certified: certified, sd: sd, rules: Self.rules)
        let bias = try #require(accuracy.bias)
        #expect(abs(try #require(bias.percent) - 4.612173913) < 1e-9)
        #expect(abs(bias.p - 5.9069e-06) < 1e-9)
        #expect((accuracy.beyondTwo, accuracy.beyondThree) == (0, 0))
        #expect(abs(try #require(accuracy.expectedBeyondTwo) - 25 * 0.0455002638963584) < 1e-9)
        #expect(accuracy.runs.map(\.rule) == [.eightOnOneSide])
        #expect(accuracy.runs.map(\.hits) == [7])
        let stability = try #require(MaterialStability(points, rules: Self.rules))
        #expect(abs(stability.centre.median - 35.8) < 1e-9)
        #expect(abs(stability.centre.spread - 1.40847) < 1e-9)
        #expect(stability.beyond == 0)
    }

    @Test("Own limits want twenty numbers, whatever the number of insertions")
    func few() {
        let nineteen = (0..<19).map { "\(100 + $0 % 3)" }
        #expect(MaterialStability(Self.points(nineteen + ["NSS"]), rules: Self.rules) == nil)
        #expect(MaterialStability(Self.points(nineteen + ["100"]), rules: Self.rules) != nil)
    }

    @Test("Beyond 2 SD is strict: 120 of 100 with an SD of 10 lies on it")
    func limits() {
        for (text, two, three) in [("119.9", 0, 0), ("120", 0, 0), ("120.1", 1, 0), ("130", 1, 0), ("130.1", 1, 1)] {
            let accuracy = MaterialAccuracy(Self.points(["100", text]), certified: 100, sd: 10, rules: Self.rules)
            #expect((accuracy.beyondTwo, accuracy.beyondThree) == (two, three), "\(text)")
        }
    }

    @Test("Without an SD there is a bias, and nothing is counted beyond one")
    func withoutSD() {
        let accuracy = MaterialAccuracy(Self.points(["110", "112"]), certified: 100, sd: nil, rules: Self.rules)
        #expect(accuracy.bias?.percent == 11)
        #expect(accuracy.beyondTwo == nil)
        #expect(accuracy.latest == nil)
    }

    @Test("A series of equal results is no series of outliers")
    func still() throws {
        let points = Self.points((0..<20).map { _ in "100" } + ["101"])
        let stability = try #require(MaterialStability(points, rules: Self.rules))
        #expect(stability.beyond == 0)
        #expect(stability.distances.allSatisfy { $0 == nil })
    }
}
