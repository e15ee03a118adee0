import Geochemistry
import QualityControl
import Testing

@Suite("A standard score")
struct StandardScoreTests {
    private func score(_ deviation: String, _ spread: String) throws -> StandardScore {
        let (deviation, spread) = (try #require(ExactDecimal(deviation)), try #require(ExactDecimal(spread)))
        return try #require(StandardScore(deviation: deviation, spread: spread))
    }

    @Test(
        "below, on, on and above two SD: only the last exceeds",
        arguments: [
            ("0.08999", "0.045", false), ("0.09", "0.045", false), ("0.0900", "0.0450", false),
            ("0.09001", "0.045", true),
            ("-0.09", "0.045", false), ("-0.09001", "0.045", true),
        ]
    )
    func limit(_ deviation: String, _ spread: String, _ exceeds: Bool) throws {
        #expect(try score(deviation, spread).exceeds(2) == exceeds)
        let two = try #require(ExactDecimal("2.0"))
        #expect(try score(deviation, spread).exceeds(two) == exceeds)
    }

    @Test("digits beyond the ninth decimal still tell beyond from on")
    func sticky() throws {
        #expect(try score("2.00000000000001", "1").exceeds(2))
        #expect(try !score("1.99999999999999", "1").exceeds(2))
        let (below, above) = (try #require(ExactDecimal("0.666666666")), try #require(ExactDecimal("0.666666667")))
        #expect(try score("2", "3").exceeds(below))
        #expect(try !score("2", "3").exceeds(above))
    }

    @Test("rescaling both terms changes nothing")
    func rescaling() throws {
        #expect(try score("2", "7") == score("20000", "70000"))
        #expect(try score("0.0002", "0.0007") == score("2", "7"))
    }

    @Test("sides, order and the number for charts")
    func order() throws {
        #expect(try score("1", "2") > score("-1", "2"))
        #expect(try score("0", "2").side == nil)
        #expect(try score("-1", "2").side == .below)
        #expect(try score("-3", "2").value == -1.5)
    }

    @Test("no score without a positive spread, nor beyond a billion SD")
    func none() throws {
        #expect(StandardScore(deviation: 1, spread: 0) == nil)
        #expect(StandardScore(deviation: 1, spread: -1) == nil)
        #expect(StandardScore(deviation: 1_000_000_000, spread: 1) == nil)
        #expect(StandardScore(deviation: 999_999_999, spread: 1) != nil)
    }
}
