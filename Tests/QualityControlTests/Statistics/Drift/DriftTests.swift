import Foundation
import QualityControl
import TestSupport
import Testing

@Suite("Drift")
struct DriftTests {
    private func close(_ found: Double, _ wanted: Double, _ tolerance: Double = 1e-9) -> Bool {
        (found - wanted).magnitude <= tolerance
    }

    private func number(_ row: [String: String], _ key: String) throws -> Double {
        try #require(row[key].flatMap(Double.init))
    }

    @Test("The CUSUM that Montgomery and Runger print", .enabled(if: SharedFiles.arePresent))
    func montgomery() throws {
        let rows = try SharedFiles.rows("golden/cusum_montgomery.csv")
        #expect(rows.count == 20)
        var cusum = TabularCUSUM(target: 99, allowance: 1, limit: 10)
        for row in rows {
            #expect(cusum.add(try number(row, "x")) == nil)
            #expect(close(cusum.high, try number(row, "SH_printed")), "high at \(row["i"] ?? "")")
            #expect(close(cusum.low, try number(row, "SL_printed")), "low at \(row["i"] ?? "")")
        }
    }

    @Test("CUSUM and EWMA of the shared oracle, every point", .enabled(if: SharedFiles.arePresent))
    func oracle() throws {
        for test in try OracleCase.all() {
            try Self.expect(test.cusum, of: test.z, test.name)
            try Self.expect(test.ewma, of: test.z, test.name)
        }
    }

    /// Scores are cut off at nine decimals, and a sum of 25 has lost a little of each.
    static func expect(_ wanted: OracleCase.CUSUM, of z: [Double], _ name: String) throws {
        var cusum = TabularCUSUM(allowance: 0.5, limit: 5)
        var (above, below): ([Int], [Int]) = ([], [])
        for (index, score) in z.enumerated() {
            let signal = cusum.add(score)
            if signal == .above { above.append(index + 1) }
            if signal == .below { below.append(index + 1) }
            #expect((cusum.high - wanted.pos[index]).magnitude < 2e-8, "high at \(index + 1) of \(name)")
            if let neg = wanted.neg {
                #expect((cusum.low - neg[index]).magnitude < 2e-8, "low at \(index + 1) of \(name)")
            }
        }
        #expect(above == wanted.high)
        #expect(below == wanted.low)
    }

    static func expect(_ wanted: OracleCase.EWMA, of z: [Double], _ name: String) throws {
        var ewma = EWMA(lambda: 0.2, width: 3)
        var signals: [Int] = []
        for (index, score) in z.enumerated() {
            if ewma.add(score) != nil { signals.append(index + 1) }
            #expect((ewma.average - wanted.ewma[index]).magnitude < 1e-9, "EWMA at \(index + 1) of \(name)")
            if let limit = wanted.limit {
                #expect((ewma.reach - limit[index]).magnitude < 1e-9, "limit at \(index + 1) of \(name)")
            }
        }
        #expect(signals == wanted.signals)
    }

    @Test("The EWMA of the NIST handbook, to its two decimals and beyond", .enabled(if: SharedFiles.arePresent))
    func nist() throws {
        let bytes = try SharedFiles.bytes("golden/ewma_nist_limits.json")
        let limits = try JSONDecoder().decode([String: Double].self, from: Data(bytes))
        func limit(_ key: String) throws -> Double { try #require(limits[key]) }
        let start = try limit("start")
        var ewma = EWMA(lambda: try limit("lambda"), width: try limit("k"), start: start, sd: try limit("s"))
        for row in try SharedFiles.rows("golden/ewma_nist.csv") {
            #expect(ewma.add(try number(row, "x")) == nil)
            #expect(close(ewma.average, try number(row, "ewma_computed")))
            #expect(close(ewma.average, try number(row, "ewma_handbook_2dec"), 0.005_000_1))
        }
        #expect(ewma.count == 20)
        #expect(close(start + ewma.steadyReach, try limit("UCL_steady")))
        #expect(close(start - ewma.steadyReach, try limit("LCL_steady")))
        // The handbook cuts the lower one off behind its fourth decimal.
        #expect(close(start + ewma.steadyReach, try limit("handbook_UCL"), 1e-4))
        #expect(close(start - ewma.steadyReach, try limit("handbook_LCL"), 1e-4))
    }

    private struct Trend: Decodable {
        struct Published: Decodable {
            let s: Int
            let z: Double
            let p: Double

            enum CodingKeys: String, CodingKey {
                case s = "S"
                case z = "Z"
                case p = "p_one_sided"
            }
        }

        let x: [Double]
        let s: Int
        let variance: Double
        let z: Double
        let published: Published?
        let p: Double
        let slope: Double

        enum CodingKeys: String, CodingKey {
            case x, published
            case s = "S"
            case variance = "VarS"
            case z = "Z"
            case p = "p_two_sided_normal"
            case slope = "sen_slope_per_step"
        }
    }

    @Test("Mann-Kendall with ties, and Sen's slope, of the shared cases", .enabled(if: SharedFiles.arePresent))
    func mannKendall() throws {
        let bytes = try SharedFiles.bytes("golden/mann_kendall.json")
        let cases = try JSONDecoder().decode([Trend].self, from: Data(bytes))
        #expect(cases.count == 2)
        for test in cases {
            let found = try #require(MannKendall(test.x))
            #expect(found.s == test.s)
            #expect(close(found.variance, test.variance))
            #expect(close(found.z, test.z))
            #expect(close(found.p, test.p))
            #expect(close(found.senSlope, test.slope))
            if let published = test.published {
                #expect(found.s == published.s)
                #expect(close(found.z, published.z, 5e-5))
                #expect(close(found.p / 2, published.p, 5e-5))
            }
        }
    }

    @Test("Mirrored points mirror the trend; equal points and few points have none")
    func mannKendallEdges() throws {
        let (up, down) = (try #require(MannKendall([1, 3, 2, 5])), try #require(MannKendall([-1, -3, -2, -5])))
        #expect(up.s == -down.s)
        #expect(up.z == -down.z)
        #expect(up.senSlope == -down.senSlope)
        let level = try #require(MannKendall([2, 2, 2, 2]))
        #expect(level.z == 0 && level.p == 1 && level.senSlope == 0 && level.variance == 0)
        #expect(MannKendall([1, 2]) == nil)
    }

    @Test("S counts every pair of points, with and without ties, whatever their number")
    func pairs() throws {
        var random = SeededGenerator("pairs of a trend")
        for count in Array(3...40) + [63, 64, 65, 500] {
            for step in [1.0, 20.0, 1000.0] {
                let values = (0..<count).map { _ in (Double.random(in: 0..<1, using: &random) * step).rounded() }
                var wanted = 0
                for later in values.indices {
                    for earlier in 0..<later { wanted += (values[later] > values[earlier] ? 1 : 0) }
                    for earlier in 0..<later { wanted -= (values[later] < values[earlier] ? 1 : 0) }
                }
                #expect(MannKendall(values)?.s == wanted, "\(count) points")
            }
        }
        let sorted = (0..<1000).map(Double.init)
        #expect(MannKendall(sorted)?.s == 499_500)
        #expect(MannKendall(sorted.reversed())?.s == -499_500)
    }

    @Test(
        "A CUSUM below, on, on and above its limit",
        arguments: [(0.4, false), (0.5, false), (0.50, false), (0.501, true)]
    )
    func cusumLimit(_ last: Double, _ signals: Bool) {
        for sign in [1.0, -1.0] {
            var cusum = TabularCUSUM(allowance: 0.5, limit: 2)
            cusum.add(2.5 * sign)
            #expect(cusum.signal == nil)
            let signal = cusum.add(last * sign)
            #expect(signal == (signals ? (sign > 0 ? .above : .below) : nil))
        }
    }

    @Test("A sum of binary fractions on the limit has not crossed it")
    func cusumRounding() {
        var cusum = TabularCUSUM(allowance: 0, limit: 0.3)
        for _ in 0..<3 { cusum.add(0.1) }
        #expect(cusum.high > 0.3)
        #expect(cusum.signal == nil)
    }

    @Test("A CUSUM says how far the mean moved, and since when")
    func cusumShift() throws {
        var cusum = TabularCUSUM(allowance: 0.5, limit: 5)
        for _ in 0..<4 { cusum.add(-1) }
        #expect(cusum.shift == nil)
        for _ in 0..<4 { cusum.add(2) }
        #expect(cusum.signal == .above)
        #expect(cusum.highFor == 4)
        #expect(close(try #require(cusum.shift), 2))
        #expect(cusum.lowFor == 0)
    }

    @Test(
        "An EWMA of weight 1 is the Shewhart chart",
        arguments: [(2.999, false), (3, false), (3.0, false), (3.001, true)]
    )
    func ewmaLimit(_ x: Double, _ signals: Bool) {
        for sign in [1.0, -1.0] {
            var ewma = EWMA(lambda: 1, width: 3)
            #expect(ewma.signal == nil)
            let signal = ewma.add(x * sign)
            #expect(signal == (signals ? (sign > 0 ? .above : .below) : nil))
            #expect(ewma.reach == 3)
        }
    }
}
