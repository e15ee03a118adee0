import Geochemistry
import Ledger
import QualityControl

/// The statistics of check assays for a terminal: a block a set, because each is a verdict on two laboratories.
struct CheckText {
    let sets: [CheckSet]
    let selection: ResultSelection
    let options: CheckOptions

    var text: String {
        let selected = PairWords.selection(selection)
        guard !sets.isEmpty else { return "\(PairWords.noChecks) (\(selected))" }
        let pairs = sets.reduce(0) { $0 + $1.pairs.count }
        let head =
            "Check assays, \(selected): \(pairs) pairs in \(sets.count) sets; \(PairWords.censoring(options.policy)). "
            + "Outliers: beyond the hyperbola of \(options.outlierPercent) % and \(options.outlierDetectionLimits) "
            + "detection limits."
        return ([head, ""] + sets.flatMap { lines($0) + [""] } + [PairWords.checks]).joined(separator: "\n")
    }

    private func lines(_ set: CheckSet) -> [String] {
        let (key, summary) = (set.key, set.summary)
        var lines = [
            "\(key.analyte) (\(key.unit)): \(key.checkLaboratory) \(key.checkMethod) (\(key.checkDigestion.rawValue)) "
                + "against \(key.laboratory) \(key.method) (\(key.digestion.rawValue))",
            "  \(PairWords.control(set))",
        ]
        lines.append(
            "  pairs \(set.pairs.count), censored \(summary.counted.censored), over range \(summary.counted.overRange), "
                + "without result \(set.withoutResult), outliers \(summary.outliers)"
                + (summary.outliersAreKept ? " (kept: too many to be outliers)" : "")
                + ", used \(summary.used.count)"
        )
        if let precision = summary.precision {
            lines.append(
                "  mean \(Figure.significant(precision.meanDuplicate)) against "
                    + "\(Figure.significant(precision.meanOriginal)), bias \(signed(precision.biasOfMeansPercent)) %; "
                    + "RATIO \(Figure.text(summary.bias.medianRatio, decimals: 3)); "
                    + "CVavg \(Figure.text(precision.rmsCVPercent)) %; within the policy's limit for pulps "
                    + "\(Figure.text(summary.share.percent)) %"
            )
            lines.append(
                "  p: sign \(Figure.probability(summary.bias.sign.p)), signed rank "
                    + "\(Figure.probability(summary.bias.signedRank.p)), t \(Figure.probability(summary.bias.t?.p))"
            )
        }
        if let axis = summary.axis { lines.append("  \(text(axis, "RMA"))") }
        if summary.outliers > 0, !summary.outliersAreKept, let axis = summary.axisWithOutliers {
            lines.append("  \(text(axis, "with outliers"))")
        }
        var table = TextTable(["  GRADE", "PAIRS", "BIAS %", "RATIO"])
        for grade in summary.classes {
            table.add([
                "  \(Figure.significant(grade.lowest)) to \(Figure.significant(grade.highest))", "\(grade.count)",
                signed(grade.biasPercent), Figure.text(grade.medianRatio, decimals: 3),
            ])
        }
        return summary.classes.isEmpty ? lines : lines + [table.text]
    }

    private func text(_ axis: ReducedMajorAxis, _ name: String) -> String {
        "\(name): slope \(Figure.text(axis.slope, decimals: 3)) +- \(Figure.text(axis.slopeStandardError, decimals: 3)) "
            + "(bias \(signed(axis.biasPercent)) %), intercept \(Figure.significant(axis.intercept)) +- "
            + "\(Figure.significant(axis.interceptStandardError)), r \(Figure.text(axis.correlation, decimals: 4))"
    }

    private func signed(_ value: Double?) -> String {
        let text = Figure.text(value)
        return (value ?? 0) > 0 && text != "0.0" ? "+" + text : text
    }
}
