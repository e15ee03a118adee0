import Geochemistry
import Testing

@Suite("Ratios")
struct ExactRatioTests {
    @Test("Ratios are equal by value, and then hash alike")
    func equality() throws {
        let third = ExactRatio(1, 3)
        let same = ExactRatio(try #require(ExactDecimal("0.20")), try #require(ExactDecimal("0.6")))
        #expect(third == same)
        #expect(third.hashValue == same.hashValue)
        #expect(ExactRatio(240, 7) != ExactRatio(241, 7))
        #expect(ExactRatio(0, 7) == ExactRatio(0, 9))
    }

    @Test("Random ratios hash alike when both terms are multiplied")
    func hashing() throws {
        var generator = SeededDecimals("ratios and their multiples")
        for _ in 0..<500 {
            let top = generator.decimal(digits: 12)
            let bottom = try generator.decimal(digits: 12).magnitude + 1
            let factor = ExactDecimal(generator.integer(in: 1...1_000_000))
            let left = ExactRatio(top, bottom)
            let right = ExactRatio(try top * factor, try bottom * factor)
            #expect(left == right)
            #expect(left.hashValue == right.hashValue)
        }
    }

    @Test("A ratio times its inverse is one")
    func inverse() throws {
        let ounces = ExactRatio(240, 7)
        #expect(try ounces * ounces.inverse == .one)
    }
}
