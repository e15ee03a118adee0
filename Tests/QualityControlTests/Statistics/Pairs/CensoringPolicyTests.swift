import Foundation
import Geochemistry
import QualityControl
import TestSupport
import Testing

@Suite("Censored results in a statistic")
struct CensoringPolicyTests {
    private func half(_ cell: Any) throws -> PairDifference.Half {
        if let text = cell as? String {
            return .below(try #require(ExactDecimal(String(text.dropFirst()))))
        }
        let number = try #require(cell as? NSNumber)
        return .number(try #require(ExactDecimal("\(number)")))
    }

    @Test("Five pairs give the published CVavg by each policy", .enabled(if: SharedFiles.arePresent))
    func golden() throws {
        let object = try JSONSerialization.jsonObject(
            with: Data(SharedFiles.bytes("golden/cvavg_censoring_policies.json"))
        )
        let file = try #require(object as? [String: Any])
        let printed = try #require(file["dl"] as? NSNumber)
        let limit = try #require(ExactDecimal("\(printed)"))
        let pairs = try #require(file["pairs"] as? [[Any]]).map { pair in
            ReportedPair(try half(pair[0]), try half(pair[1]), detectionLimit: limit)
        }
        let expected = try #require(file["cvavg_pct"] as? [String: Double])
        for (policy, key, used) in [
            (CensoringPolicy.exclude, "exclude_if_any_censored", 3),
            (.limit, "both_censored_zero_difference_other_at_DL (ESdat)", 5), (.halfLimit, "half_DL", 5),
            (.tenLimits, "only_mean_ge_10xDL (DL 0.01)", 2),
        ] {
            let counted = CensoredPairs(pairs, policy: policy)
            #expect((counted.total, counted.censored, counted.pairs.count) == (5, 2, used))
            #expect(counted.leftOut == 5 - used)
            #expect(isNear(PairPrecision(counted.pairs)?.rmsCVPercent, expected[key]), "\(key)")
        }
        #expect(expected.count == 4)
    }

    private func pair(_ original: PairDifference.Half, _ duplicate: PairDifference.Half) -> ReportedPair {
        ReportedPair(original, duplicate, detectionLimit: 1)
    }

    @Test("Zero and the limit over √2 are what they say")
    func substitutes() throws {
        #expect(CensoringPolicy.zero.value(of: pair(.below(2), .number(3))) == ValuePair(0.0, 3))
        let value = try #require(CensoringPolicy.limitOverRootTwo.value(of: pair(.number(3), .below(2))))
        #expect(isNear(value.duplicate, 2 * 0.5.squareRoot(), 1e-9))
    }

    @Test(
        "Two censored halves do not differ, whatever their limits",
        arguments: [CensoringPolicy.limit, .halfLimit, .zero]
    )
    func bothCensored(policy: CensoringPolicy) throws {
        let value = try #require(policy.value(of: pair(.below(1), .below(5))))
        #expect(value.difference == 0)
        #expect(value.original <= 1)
    }

    @Test("Nobody knows how far over its range a result is", arguments: CensoringPolicy.allCases)
    func overRange(policy: CensoringPolicy) {
        let counted = CensoredPairs([pair(.above(100), .number(90)), pair(.below(1), .above(100))], policy: policy)
        #expect((counted.pairs.count, counted.overRange, counted.censored) == (0, 2, 0))
    }

    @Test(
        "A mean of ten detection limits counts: below, on, on, above",
        arguments: [("9", "10.9", false), ("9", "11", true), ("9.0", "11.00", true), ("9", "11.1", true)]
    )
    func tenLimits(a: String, b: String, counts: Bool) throws {
        let reported = pair(
            .number(try #require(ExactDecimal(a))),
            .number(try #require(ExactDecimal(b)))
        )
        #expect((CensoringPolicy.tenLimits.value(of: reported) != nil) == counts)
        #expect(CensoringPolicy.exclude.value(of: reported) != nil)
    }
}
