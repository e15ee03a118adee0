import QualityControl
import Testing

@Suite("Bias")
struct BiasTests {
    @Test("Values that all equal the expectation have no bias, whatever their binary fractions")
    func none() throws {
        let bias = try #require(Bias([0.1, 0.1, 0.1], expected: 0.1))
        #expect(bias.deviation == 0 && bias.t == 0 && bias.p == 1)
        #expect(!bias.exceedsGuide33(uncertainty: 0))
    }

    @Test("The same wrong value each time is no chance")
    func constant() throws {
        let bias = try #require(Bias([2, 2, 2], expected: 1))
        #expect(bias.t == .infinity && bias.p == 0 && bias.percent == 100)
        #expect(bias.exceedsGuide33(uncertainty: 0.1))
    }

    @Test(
        "ISO Guide 33: below, on, on and above the limit",
        arguments: [(0.51, false), (0.5, false), (0.500, false), (0.49, true)]
    )
    func guide33(_ uncertainty: Double, _ exceeds: Bool) throws {
        for sign in [1.0, -1.0] {
            let bias = try #require(Bias([1 * sign, 1 * sign], expected: 0))
            #expect(bias.exceedsGuide33(uncertainty: uncertainty) == exceeds)
        }
    }

    @Test("One value has no scatter; where nothing is expected there is no percentage")
    func undefined() throws {
        #expect(Bias([1], expected: 1) == nil)
        #expect(try #require(Bias([1, -1], expected: 0)).percent == nil)
        #expect(try #require(Bias([1, -1], expected: 0)).relativeSD == nil)
        #expect(RobustSummary([]) == nil)
    }

    @Test("The median of an even number is between the two in the middle; one wild point moves nothing")
    func median() throws {
        #expect(RobustSummary.median([4, 1, 3, 2]) == 2.5)
        #expect(RobustSummary.median([1, 2, 1000]) == 2)
        let summary = try #require(RobustSummary([1, 2, 3, 4, 1000]))
        #expect(summary.median == 3 && summary.spread == 1.4826)
    }
}
