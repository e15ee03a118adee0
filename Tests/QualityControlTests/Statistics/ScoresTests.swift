import Foundation
import QualityControl
import TestSupport
import Testing

@Suite("Scores")
struct ScoresTests {
    private struct File: Decodable { let cases: [[String: Double]] }

    @Test("z, En, zeta and bias are those of the shared cases", .enabled(if: SharedFiles.arePresent))
    func goldenCases() throws {
        let bytes = try SharedFiles.bytes("golden/scores_z_en_zeta.json")
        let cases = try JSONDecoder().decode(File.self, from: Data(bytes)).cases
        #expect(cases.count == 5)
        for test in cases {
            func number(_ key: String) throws -> Double { try #require(test[key]) }
            let (x, assigned) = (try number("x"), try number("assigned"))
            let (ours, theirs) = (try number("U_lab(k=2)"), try number("U_ref(k=2)"))
            let z = try Scores.z(x, assigned: assigned, sd: number("sd"))
            let en = Scores.en(x, assigned: assigned, expandedLaboratory: ours, expandedReference: theirs)
            let zeta = Scores.zeta(
                x,
                assigned: assigned,
                standardLaboratory: ours / 2,
                standardReference: theirs / 2
            )
            let bias = Scores.biasPercent(x, assigned: assigned)
            for (found, key) in [(z, "z"), (en, "En"), (zeta, "zeta"), (bias, "bias_pct")] {
                #expect(abs(try #require(found) - number(key)) < 1e-9, "\(key) of \(x)")
            }
        }
    }

    @Test("Without an uncertainty there is no score")
    func undefined() {
        #expect(Scores.z(1, assigned: 1, sd: 0) == nil)
        #expect(Scores.en(1, assigned: 1, expandedLaboratory: 0, expandedReference: 0) == nil)
        #expect(Scores.biasPercent(1, assigned: 0) == nil)
    }
}
