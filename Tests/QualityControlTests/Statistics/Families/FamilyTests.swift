import Foundation
import QualityControl
import TestSupport
import Testing

@Suite("Families of tests")
struct FamilyTests {
    private struct Threshold: Decodable {
        let alpha: Double
        let tests: Int
        let alphaPerTest: Double
        let z: Double

        enum CodingKeys: String, CodingKey {
            case alpha = "family_alpha"
            case tests = "n_tests"
            case alphaPerTest = "per_test_alpha_sidak"
            case z = "z_threshold_two_sided"
        }
    }

    @Test("Šidák's thresholds of the shared cases", .enabled(if: SharedFiles.arePresent))
    func sidak() throws {
        let bytes = try SharedFiles.bytes("golden/sidak_thresholds.json")
        let cases = try JSONDecoder().decode([Threshold].self, from: Data(bytes))
        #expect(cases.count == 24)
        for test in cases {
            let alpha = SidakCorrection.alphaPerTest(familyAlpha: test.alpha, tests: test.tests)
            #expect((alpha - test.alphaPerTest).magnitude < 1e-10)
            let threshold = SidakCorrection.threshold(familyAlpha: test.alpha, tests: test.tests)
            #expect((threshold - test.z).magnitude < 1e-9)
        }
    }

    private struct Rates: Decodable {
        let z: [Double]
        let p: [Double]
        let adjusted: [Double]
        let reject: [Bool]

        enum CodingKeys: String, CodingKey {
            case z
            case p = "p_two_sided"
            case adjusted = "p_adjusted_BH"
            case reject = "reject_at_0.05"
        }
    }

    @Test("Benjamini and Hochberg's adjustment of the shared case, in any order", .enabled(if: SharedFiles.arePresent))
    func benjaminiHochberg() throws {
        let bytes = try SharedFiles.bytes("golden/benjamini_hochberg.json")
        let test = try JSONDecoder().decode(Rates.self, from: Data(bytes))
        let p = test.z.map(NormalDistribution.twoSided)
        #expect(zip(p, test.p).allSatisfy { ($0 - $1).magnitude < 1e-9 })
        let adjusted = BenjaminiHochberg.adjusted(p)
        #expect(zip(adjusted, test.adjusted).allSatisfy { ($0 - $1).magnitude < 1e-9 })
        #expect(BenjaminiHochberg.rejected(p, rate: 0.05) == test.reject)
        #expect(BenjaminiHochberg.adjusted(p.reversed()) == adjusted.reversed())
    }

    @Test("A family of one is the test itself; an empty one asks nothing")
    func small() {
        #expect(SidakCorrection.alphaPerTest(familyAlpha: 0.05, tests: 1) == 0.05)
        #expect(SidakCorrection.alphaPerTest(familyAlpha: 0.05, tests: 0) == 0.05)
        #expect(BenjaminiHochberg.adjusted([0.03]) == [0.03])
        #expect(BenjaminiHochberg.adjusted([]) == [])
        #expect(BenjaminiHochberg.rejected([0.05], rate: 0.05) == [true])
    }

    @Test("How often chance flags a batch, as in the shared table", .enabled(if: SharedFiles.arePresent))
    func falseAlarms() throws {
        let rows = try SharedFiles.rows("golden/multi_element_false_alarm.csv")
        #expect(rows.count == 40)
        for row in rows {
            func number(_ key: String) throws -> Double { try #require(row[key].flatMap(Double.init)) }
            let expected = ExpectedAlarms(
                elements: Int(try number("n_elements")),
                insertions: Int(try number("crm_per_batch"))
            )
            for (found, key) in [
                (expected.anyBeyond(2), "P_any_gt2SD"), (expected.anyBeyond(3), "P_any_gt3SD"),
                (expected.anyTwoInARow(beyond: 2), "P_any_2consecutive_same_side_gt2SD"),
                (expected.failing(beyond: 3, twoInARow: 2), "P_1_3s_or_2_2s_approx"),
            ] {
                #expect((found - (try number(key))).magnitude < 6e-7, "\(key) of \(row)")
            }
        }
    }
}
