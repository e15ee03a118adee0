import Foundation
import QualityControl
import TestSupport
import Testing

@Suite("Run rules against the shared oracles")
struct RunRuleOracleTests {
    /// Names of the oracles: qcc's, and the trade's.
    static let names: [String: RunRule] = [
        "1_2s": .oneBeyond2SD, "1_3s": .oneBeyond3SD, "2_2s": .twoBeyond2SD, "R_4s": .oppositeExtremes,
        "4_1s": .fourBeyond1SD, "8x": .eightOnOneSide, "10x": .tenOnOneSide, "12x": .twelveOnOneSide,
        "2of3_2s": .twoOfThreeBeyond2SD, "3_1s": .threeBeyond1SD, "9x": .nineOnOneSide,
        "4of5_1s": .westernElectric3, "nelson3_6trend": .nelson3, "nelson4_14alt": .nelson4,
        "nelson7_15in1s": .nelson7, "nelson8_8out1s": .nelson8,
        "WER1": .westernElectric1, "WER2": .westernElectric2, "WER3": .westernElectric3, "WER4": .westernElectric4,
        "NEL1": .nelson1, "NEL2": .nelson2, "NEL3": .nelson3, "NEL4": .nelson4, "NEL5": .nelson5, "NEL6": .nelson6,
        "NEL7": .nelson7, "NEL8": .nelson8,
    ]

    static func expectHits(_ wanted: [String: [Int]], in series: ScoreSeries, _ place: String) {
        for (name, indices) in wanted.sorted(by: { $0.key < $1.key }) {
            switch name {
            case "6x": #expect(series.hits(OneSidedRun(length: 6)) == indices, "\(name) \(place)")
            case "7T": #expect(series.hits(SteadyTrend(length: 7)) == indices, "\(name) \(place)")
            default:
                guard let rule = names[name] else {
                    Issue.record("nobody knows the rule \(name) of \(place)")
                    continue
                }
                #expect(series.hits(rule) == indices, "\(name) \(place)")
            }
        }
    }

    @Test("The shared definitions of Westgard's rules, every index", .enabled(if: SharedFiles.arePresent))
    func westgard() throws {
        for test in try WestgardCase.all() {
            let batches = test.batches ?? test.z.map { _ in "A" }
            let series = ScoreSeries(test.z, batches: batches)
            let rules = ["1_2s", "1_3s", "2_2s", "R_4s", "4_1s", "10x"]
            let found = rules.flatMap { name in
                (Self.names[name].map { series.hits($0) } ?? []).map { "\(name)@\($0)" }
            }
            #expect(found.sorted() == test.expect.sorted(), "\(test.name)")
            Self.expectHits(test.extra ?? [:], in: series, test.name)
        }
    }

    @Test("The shared oracle of run rules and of qcc, every index", .enabled(if: SharedFiles.arePresent))
    func oracle() throws {
        let cases = try OracleCase.all()
        #expect(cases.map(\.z.count) == [60, 27])
        for test in cases {
            let series = ScoreSeries(test.z)
            Self.expectHits(test.violations, in: series, test.name)
            Self.expectHits(test.qcc, in: series, test.name)
        }
    }
}
