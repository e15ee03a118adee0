import Geochemistry
import Ledger
import QualityControl

/// The statistics of duplicates for a terminal: three tables, a line a set, and what their columns mean.
struct DuplicateText {
    let sets: [DuplicateSet]
    let selection: ResultSelection
    let policy: CensoringPolicy

    var text: String {
        let pairs = sets.reduce(0) { $0 + $1.pairs.count }
        let selected = PairWords.selection(selection)
        guard !sets.isEmpty else { return "\(PairWords.noDuplicates) (\(selected))" }
        return [
            "Duplicates, \(selected): \(pairs) pairs in \(sets.count) sets; \(PairWords.censoring(policy)).", "",
            precision, "", PairWords.precision, "", bias, "", PairWords.bias, "", thompsonHowarth, "",
            PairWords.thompsonHowarth,
        ].joined(separator: "\n") + notes
    }

    private static let head = ["LABORATORY", "KIND", "METHOD", "ANALYTE"]

    private func head(_ set: DuplicateSet) -> [String] {
        [set.key.laboratory, PairWords.kind(set.key.kind), set.key.method, set.key.analyte.symbol]
    }

    private var precision: String {
        var table = TextTable(
            Self.head + [
                "PAIRS", "CENSORED", "USED", "CVAVG %", "RPD %", "MEDIAN RPD %", "HARD %", "WITHIN %", "LIMIT",
            ]
        )
        for set in sets {
            let precision = set.summary.precision
            table.add(
                head(set) + [
                    "\(set.pairs.count)", "\(set.summary.counted.censored)", "\(set.summary.counted.pairs.count)",
                    Figure.text(precision?.rmsCVPercent), Figure.text(precision?.meanRPDPercent),
                    Figure.text(precision?.medianRPDPercent), Figure.text(precision?.meanHARDPercent),
                    Figure.text(set.summary.share.percent),
                    set.limits.map(PairWords.limit).joined(separator: " or "),
                ]
            )
        }
        return table.text
    }

    private var bias: String {
        var table = TextTable(
            Self.head + ["SIGN p", "SIGNED RANK p", "t p", "RATIO", "RMA SLOPE", "+-", "INTERCEPT", "+-", "r"]
        )
        for set in sets {
            let (bias, axis) = (set.summary.bias, set.summary.axis)
            let hasPairs = !set.summary.counted.pairs.isEmpty
            table.add(
                head(set) + [
                    Figure.probability(hasPairs ? bias.sign.p : nil),
                    Figure.probability(hasPairs ? bias.signedRank.p : nil), Figure.probability(bias.t?.p),
                    Figure.text(bias.medianRatio, decimals: 3), Figure.text(axis?.slope, decimals: 3),
                    Figure.text(axis?.slopeStandardError, decimals: 3), Figure.significant(axis?.intercept),
                    Figure.significant(axis?.interceptStandardError), Figure.text(axis?.correlation, decimals: 4),
                ]
            )
        }
        return table.text
    }

    private var thompsonHowarth: String {
        let percentiles = DuplicateSet.percentiles.flatMap {
            ["OUTSIDE \(Figure.text($0, decimals: 0)) %", "p"]
        }
        var table = TextTable(Self.head + ["TARGET RSD %"] + percentiles + ["S0", "K %"])
        for set in sets {
            let charts = set.summary.charts.flatMap { chart in
                ["\(chart.outside) of \(chart.count)", Figure.probability(chart.count == 0 ? nil : chart.probability)]
            }
            let line = set.summary.regression
            table.add(
                head(set) + [Figure.text(set.targetRSDPercent)] + charts + [
                    Figure.significant(line?.intercept), Figure.text(line.map { 100 * $0.slope }),
                ]
            )
        }
        return table.text
    }

    /// What is missing from the pairs that count, and pairs over two certificates.
    private var notes: String {
        let lines = sets.flatMap { set -> [String] in
            let name = head(set).joined(separator: " ")
            return [
                (set.originalElsewhere, "pairs have their original in another certificate"),
                (
                    set.withoutOriginal,
                    "duplicates are left out: the ledger has no result of their original by this method"
                ),
                (set.withoutResult, "pairs are left out: one of the two has no result"),
                (set.summary.counted.overRange, "pairs are left out: one of the two is over the range of its method"),
            ].filter { $0.0 > 0 }.map { "  \(name): \($0.0) \($0.1)" }
        }
        return lines.isEmpty ? "" : (["", "", "Notes"] + lines).joined(separator: "\n")
    }
}
