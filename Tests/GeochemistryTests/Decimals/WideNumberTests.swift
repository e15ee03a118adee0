import Geochemistry
import TestSupport
import Testing

@Suite("Wide numbers")
struct WideNumberTests {
    @Test("multiply, add and compare far beyond 38 digits, as paper does")
    func schoolbook() {
        // (10^38 - 1)^2 = 10^76 - 2 x 10^38 + 1.
        let nines = WideNumber.powerOfTen(38).distance(to: WideNumber(1))
        let square = WideNumber.powerOfTen(76) + WideNumber(1)
        #expect(nines.squared + WideNumber.powerOfTen(38) + WideNumber.powerOfTen(38) == square)
        #expect(nines.squared < WideNumber.powerOfTen(76))
        #expect(WideNumber(UInt128.max) + WideNumber(1) == WideNumber(1 << 64).squared)
        #expect(WideNumber(0) * nines == .zero)
        #expect(WideNumber.zero.distance(to: nines) == nines)
        #expect(nines.distance(to: nines) == .zero)
    }

    @Test("are decimals in steps of a scale, without their sign")
    func decimals() throws {
        let a = try #require(ExactDecimal("-1.50"))
        #expect(WideNumber(a, scale: 2) == WideNumber(150))
        #expect(WideNumber(a, scale: 40) == WideNumber(15) * WideNumber.powerOfTen(39))
    }

    @Test("agree with UInt128 where that is wide enough")
    func random() {
        var generator = SeededGenerator("wide numbers agree with UInt128")
        for _ in 0..<1000 {
            let a = UInt128(UInt64.random(in: 0...(.max), using: &generator))
            let b = UInt128(UInt64.random(in: 0...(.max), using: &generator))
            #expect(WideNumber(a) * WideNumber(b) == WideNumber(a * b))
            #expect(WideNumber(a) + WideNumber(b) == WideNumber(a + b))
            #expect(WideNumber(a).distance(to: WideNumber(b)) == WideNumber(a > b ? a - b : b - a))
            #expect((WideNumber(a) < WideNumber(b)) == (a < b))
        }
    }
}
