import QualityControl
import Testing

/// Expected values were computed with 40 digits by mpmath 1.3 (ncdf, erfc, betainc, binomial sums).
@Suite("Distributions")
struct DistributionsTests {
    /// Equal to ten digits, however small.
    private func agree(_ found: Double, _ wanted: Double) -> Bool {
        found == wanted || (found - wanted).magnitude <= 1e-10 * wanted.magnitude
    }

    @Test(
        "The normal distribution keeps its digits far out",
        arguments: [
            (-8, 6.2209605742717841e-16), (-3, 0.0013498980316300945), (-1, 0.15865525393145705),
            (0.5, 0.6914624612740131), (2, 0.97724986805182079), (3, 0.99865010196836991), (5, 0.99999971334842812),
        ] as [(Double, Double)]
    )
    func normal(_ z: Double, _ p: Double) {
        #expect(agree(NormalDistribution.cumulative(z), p))
        #expect(agree(NormalDistribution.upperTail(-z), p))
    }

    @Test("5 % of 2 SD and 0.3 % of 3 SD exceedances are chance")
    func twoSided() {
        #expect(agree(NormalDistribution.twoSided(2), 0.045500263896358414))
        #expect(agree(NormalDistribution.twoSided(-3), 0.0026997960632601891))
        #expect(agree(NormalDistribution.twoSided(6), 1.9731752900753963e-9))
    }

    @Test(
        "The normal quantile turns a probability back into a score",
        arguments: [
            (1e-20, -9.2623400897984076), (1e-6, -4.7534243088228989), (0.025, -1.9599639845400542),
            (0.3, -0.52440051270804078), (0.5, 0), (0.9, 1.2815515655446005), (0.999, 3.0902323061678135),
        ] as [(Double, Double)]
    )
    func quantile(_ p: Double, _ z: Double) {
        #expect(agree(NormalDistribution.quantile(p), z))
    }

    @Test("At the ends the quantile is infinite, outside it is not a number")
    func quantileEdges() {
        #expect(NormalDistribution.quantile(0) == -.infinity)
        #expect(NormalDistribution.quantile(1) == .infinity)
        #expect(NormalDistribution.quantile(-0.1).isNaN)
        #expect(NormalDistribution.quantile(1.1).isNaN)
        #expect(NormalDistribution.quantile(.nan).isNaN)
    }

    @Test(
        "Student's t, two-sided",
        arguments: [
            (0, 5, 1), (1e-5, 3, 0.99999264894806121), (1, 1, 0.5), (2, 4, 0.11611652351681559),
            (2.0859634472658644, 20, 0.050000000000000044), (5.7772339394, 24, 5.9069423762839067e-6),
            (12, 3, 0.0012450158007893367), (40, 100, 2.4621076021400708e-63), (1.5, 1000, 0.13393003882208617),
            (3, 2.5, 0.072576095549031844),
        ] as [(Double, Double, Double)]
    )
    func student(_ t: Double, _ freedom: Double, _ p: Double) {
        #expect(agree(StudentDistribution.twoSided(t, degreesOfFreedom: freedom), p))
        #expect(agree(StudentDistribution.cumulative(-t, degreesOfFreedom: freedom), p / 2))
        #expect(agree(StudentDistribution.cumulative(t, degreesOfFreedom: freedom), 1 - p / 2))
    }

    @Test("Without degrees of freedom there is no p; infinitely far out it is nothing")
    func studentEdges() {
        #expect(StudentDistribution.twoSided(1, degreesOfFreedom: 0).isNaN)
        #expect(StudentDistribution.twoSided(.nan, degreesOfFreedom: 4).isNaN)
        #expect(StudentDistribution.twoSided(.infinity, degreesOfFreedom: 4) == 0)
        #expect(StudentDistribution.twoSided(1e200, degreesOfFreedom: 4) == 0)
    }

    @Test(
        "The binomial tail and its first term",
        arguments: [
            (1, 180, 0.0027, 0.38532234289854743, 0.29954210503490018), (5, 10, 0.5, 0.623046875, 0.24609375),
            (30, 45, 0.5, 0.017848901777597348, 0.0098017217619599251),
            (45, 499, 0.0455, 1.3994357288061495e-5, 7.5344748677991057e-6),
            (20, 180, 0.0455, 0.00022769569619318791, 0.00014715253128111336),
            (3, 3, 0.0455, 9.4196375e-5, 9.4196375e-5),
            (100, 10_000, 0.0027, 2.8818303839549957e-27, 2.1197708715983732e-27),
        ] as [(Int, Int, Double, Double, Double)]
    )
    func binomial(_ count: Int, _ total: Int, _ probability: Double, _ tail: Double, _ mass: Double) {
        #expect(agree(BinomialDistribution.upperTail(atLeast: count, of: total, probability: probability), tail))
        #expect(agree(BinomialDistribution.probability(of: count, of: total, probability: probability), mass))
        let rest = BinomialDistribution.lowerTail(atMost: count - 1, of: total, probability: probability)
        #expect((rest + tail - 1).magnitude < 1e-10)
    }

    @Test("Certain and impossible counts")
    func binomialEdges() {
        func tail(_ count: Int, _ total: Int, _ probability: Double = 0.1) -> Double {
            BinomialDistribution.upperTail(atLeast: count, of: total, probability: probability)
        }
        #expect(tail(0, 5) == 1)
        #expect(tail(6, 5) == 0)
        #expect(tail(0, 0) == 1)
        #expect(tail(1, 5, 0) == 0)
        #expect(tail(5, 5, 1) == 1)
        #expect(tail(1, 5, 1.5).isNaN)
        #expect(BinomialDistribution.probability(of: 0, of: 4, probability: 0) == 1)
        #expect(BinomialDistribution.probability(of: 4, of: 4, probability: 1) == 1)
        #expect(BinomialDistribution.probability(of: 5, of: 4, probability: 0.5) == 0)
    }
}
