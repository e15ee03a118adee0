import Foundation
import TestSupport
import Testing

@Suite("statistics of duplicates and check assays")
struct PairStatisticsCommandTests {
    /// Five pairs of pulps, of which one is censored; a sixth whose original the batch before has; and five samples that
    /// SGS determines again, in percent, five per cent higher.
    private static func laboratory() async throws -> Laboratory {
        let laboratory = try Laboratory()
        let pairs = [("1000", "1100"), ("2000", "2000"), ("300", "330"), ("<1", "4"), ("50", "49")]
        var first = "lab,certificate,date,sample,Cu_ppm_ME-ICP61\n"
        var register = "sample,type,reference,parent\n"
        for (number, pair) in pairs.enumerated() {
            first += "ALS,VA1,2026-03-10,P\(number),\(pair.0)\nALS,VA1,2026-03-10,D\(number),\(pair.1)\n"
            register += "P\(number),routine,,\nD\(number),pulp_duplicate,,P\(number)\n"
        }
        register += "D9,pulp_duplicate,,P9\nU4,check,,P4\n"
        try laboratory.put("before.csv", "lab,certificate,date,sample,Cu_ppm_ME-ICP61\nALS,VA0,2026-03-01,P9,800\n")
        try laboratory.put("first.csv", first + "ALS,VA1,2026-03-10,D9,840\n")
        try laboratory.put(
            "second.csv",
            "lab,certificate,date,sample,Cu_pct_ICP40B\n"
                + "SGS,BB1,2026-04-10,P0,0.105\nSGS,BB1,2026-04-10,P1,0.21\nSGS,BB1,2026-04-10,P2,0.0315\n"
                + "SGS,BB1,2026-04-10,P9,0.084\nSGS,BB1,2026-04-10,U4,0.00525\n"
        )
        try laboratory.put("register.csv", register)
        let files = ["register.csv", "before.csv", "first.csv", "second.csv"]
        let ended = try await laboratory.run("ingest", files: files)
        try #require(ended.status == 1, "\(ended.errors)")
        return laboratory
    }

    private func statistics(_ laboratory: Laboratory, _ words: [String]) async throws -> Program.Ended {
        try await Program.run(["statistics", words[0], "--root", laboratory.lab.path] + words.dropFirst())
    }

    private func set(_ laboratory: Laboratory, _ words: String...) async throws -> [String: Any] {
        let ended = try await statistics(laboratory, words + ["--json"])
        try #require(ended.status == 0, "\(ended.errors)")
        let sets = try #require(try JSONShape.object(ended.output)["sets"] as? [[String: Any]])
        #expect(sets.count == 1)
        return try #require(sets.first)
    }

    @Test("Duplicates: figures by hand, the censored pair told, an original in another batch found")
    func duplicates() async throws {
        let laboratory = try await Self.laboratory()
        let found = try await set(laboratory, "duplicates")
        #expect(found["laboratory"] as? String == "ALS")
        #expect(found["kind"] as? String == "pulp_duplicate")
        #expect(found["origin"] as? String == "client")
        #expect(
            ["pairs", "censored", "used", "original_elsewhere", "without_original"].map { found[$0] as? Int } == [
                6, 1, 5, 1, 0,
            ]
        )
        // (10/210)² + 0 + (30/630)² + (1/99)² + (40/1640)²: CVavg = 100 √(2/5 Σ).
        let ratios: [Double] = [100.0 / 2100, 100.0 / 2100, 1.0 / 99, 40.0 / 1640]
        let sum = ratios.map { $0 * $0 }.reduce(0, +)
        let precision = try #require(found["precision"] as? [String: Any])
        let average = try #require(precision["cvavg_percent"] as? Double)
        #expect(abs(average - 100 * (0.4 * sum).squareRoot()) < 1e-9)
        // <1 beside 4, with a published detection limit of 1: within is what the limit of 20 % can judge.
        #expect((found["within"] as? Int, found["judged"] as? Int) == (5, 6))
        let bias = try #require(found["bias"] as? [String: Any])
        #expect((bias["original_above"] as? Int, bias["duplicate_above"] as? Int) == (1, 3))
        let p = try #require(bias["sign_p"] as? Double)
        #expect(abs(p - 0.625) < 1e-12)

        let half = try await set(laboratory, "duplicates", "--censored", "half_limit")
        #expect(half["used"] as? Int == 6)
        #expect(try await set(laboratory, "duplicates", "--to", "2026-03-10")["pairs"] as? Int == 6)
    }

    @Test("Duplicates in words: what became of censored results is said first")
    func words() async throws {
        let laboratory = try await Self.laboratory()
        let ended = try await statistics(laboratory, ["duplicates"])
        #expect(ended.status == 0, "\(ended.errors)")
        for words in [
            "Duplicates, all of the ledger: 6 pairs in 1 sets; pairs with a result below its detection limit are left out.",
            "ALS         pulp  ME-ICP61  Cu       6      1         5     ",
            "  ALS pulp ME-ICP61 Cu: 1 pairs have their original in another certificate",
        ] { #expect(ended.output.contains(words), "\(ended.output)") }
        let none = try await statistics(laboratory, ["duplicates", "--laboratory", "SGS", "--from", "2026-01-01"])
        #expect(none.output == "no duplicates (laboratory SGS, from 2026-01-01)\n")
    }

    @Test("Check assays: the second laboratory's bias, declared samples under another number, no material with them")
    func checks() async throws {
        let laboratory = try await Self.laboratory()
        let found = try await set(laboratory, "checks")
        #expect((found["laboratory"] as? String, found["check_laboratory"] as? String) == ("ALS", "SGS"))
        #expect((found["unit"] as? String, found["pairs"] as? Int, found["outliers"] as? Int) == ("ppm", 5, 0))
        #expect((found["batches"] as? Int, found["controlled_batches"] as? Int) == (1, 0))
        let bias = try #require(found["bias"] as? [String: Any])
        #expect(abs(try #require(bias["median_ratio"] as? Double) - 1.05) < 1e-12)
        let axis = try #require(found["reduced_major_axis"] as? [String: Any])
        #expect(abs(try #require(axis["slope"] as? Double) - 1.05) < 1e-9)
        let text = try await statistics(laboratory, ["checks"]).output
        for words in [
            "Cu (ppm): SGS ICP40B (four_acid) against ALS ME-ICP61 (four_acid)",
            "no reference material of yours was judged for it with the check samples, so a bias cannot be laid",
            "RMA: slope 1.050 +- 0.000 (bias +5.0 %)",
        ] { #expect(text.contains(words), "\(text)") }
    }

    @Test("A wrong option is 64")
    func usage() async throws {
        let laboratory = try Laboratory()
        for words in [
            ["duplicates", "--censored", "some"], ["duplicates", "--target-rsd", "0"],
            ["duplicates", "--from", "2026-03-02", "--to", "2026-03-01"], ["duplicates", "--from", "3/1/2026"],
            ["checks", "--outlier-percent", "200"],
        ] {
            #expect(try await statistics(laboratory, words).status == 64, "\(words)")
        }
    }
}
