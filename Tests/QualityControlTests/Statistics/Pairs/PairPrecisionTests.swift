import Geochemistry
import QualityControl
import TestSupport
import Testing

@Suite("The precision of pairs")
struct PairPrecisionTests {
    @Test("A pair's figures are those of the shared table", .enabled(if: SharedFiles.arePresent))
    func identities() throws {
        let rows = try SharedFiles.rows("golden/pair_identities.csv")
        #expect(rows.count == 8)
        for row in rows {
            let a = try #require(row["a"].flatMap { ExactDecimal($0) })
            let b = try #require(row["b"].flatMap { ExactDecimal($0) })
            let pair = ValuePair(exact: a, b)
            for (found, key) in [
                (pair.mean, "mean"), (pair.difference.magnitude, "abs_diff"), (pair.sd, "pair_sd"),
                (pair.rpdPercent, "RPD_pct"), (pair.hardPercent, "HARD_pct"), (pair.cvPercent, "CV_pct"),
            ] {
                #expect(isNear(found, row[key].flatMap { Double($0) }), "\(key) of \(pair)")
            }
        }
    }

    @Test("Two zeros do not differ")
    func zeros() {
        #expect(ValuePair(0, 0).cvPercent == 0)
    }

    @Test("Sets have the published figures", .enabled(if: SharedFiles.arePresent), arguments: SharedPairs.all)
    func sets(source: SharedPairs.Source) throws {
        let stats = try SharedPairs.figures("stats", of: source)
        let precision = try #require(PairPrecision(try SharedPairs.values(source)))
        #expect(Double(precision.count) == stats["n"])
        for (found, key) in [
            (precision.meanOriginal, "mean_orig"), (precision.meanDuplicate, "mean_dup"),
            (precision.meanDifference, "mean_pair_diff(orig-dup)"),
            (precision.meanRPDPercent, "AMPD_mean_of_RPD_pct"), (precision.medianRPDPercent, "median_RPD_pct"),
            (precision.meanHARDPercent, "mean_HARD_pct"), (precision.meanCVPercent, "CV_mean_of_pair_CVs_pct"),
            (precision.rmsCVPercent, "CVavg_RMS_StanleyLawie_pct"), (precision.pooledSD, "SD_pooled_duplicates"),
            (precision.pooledRSDPercent, "RSD_pooled_over_grand_mean_pct"),
            (precision.biasOfMeansPercent, "bias_of_means_pct"),
        ] as [(Double?, String)] {
            #expect(isNear(found, stats[key]), "\(key): \(String(describing: found))")
        }
    }

    @Test(
        "The share of pairs within a limit is that of the sources, but for pairs on the limit that binary numbers lose",
        .enabled(if: SharedFiles.arePresent),
        arguments: SharedPairs.all
    )
    func shares(source: SharedPairs.Source) throws {
        let stats = try SharedPairs.figures("stats", of: source)
        let pairs = try SharedPairs.decimals(source)
        for (percent, keys) in [
            (10, ["pct_pairs_HARD_le_5", "pct_pairs_RPD_le_10"]),
            (20, ["pct_pairs_HARD_le_10", "pct_pairs_RPD_le_20"]), (30, ["pct_pairs_RPD_le_30"]),
            (40, ["pct_pairs_HARD_le_20"]), (60, ["pct_pairs_HARD_le_30"]),
        ] {
            let limit = DuplicateRules.Limit(percent: ExactDecimal(percent), outcome: .fail)
            let within = try pairs.filter { a, b in
                try PairDifference.judge(.number(a), .number(b), limit: limit, floor: 0).outcome == .pass
            }
            // 1.9 beside 2.1 is a HARD of exactly 5 %, and of 5.000000000000004 to the sources.
            let lost = within.count { a, b in
                let (a, b) = (a.approximate, b.approximate)
                return 200 * abs(a - b) / (a + b) > Double(percent)
            }
            #expect(lost == (percent == 10 && source.pairs == SharedPairs.survey.pairs ? 2 : 0))
            for key in keys {
                let share = 100 * Double(within.count - lost) / Double(pairs.count)
                #expect(isNear(share, stats[key], 1e-9), "\(key)")
            }
        }
    }

    @Test("An empty set has no precision")
    func empty() {
        #expect(PairPrecision([]) == nil)
    }
}
