import Geochemistry

extension QualityWords {
    /// - Parameter columns: by index.
    static func recovery(
        _ recovery: LaboratoryRecovery,
        rules: RecoveryRules,
        gate: ExactDecimal,
        columns: [Int: JudgedColumn]
    ) -> String {
        let outliers = recovery.outliers.map { outlier in
            let column = columns[outlier.result.columnIndex]
            return "\(column.map(determination) ?? "?") \(outlier.percent) % of \(outlier.result.reference)"
        }
        let counts = "\(recovery.outliers.count) of \(recovery.evaluable) results"
        let ungated = "\(recovery.outliersUngated) of \(recovery.evaluableUngated)"
        return "\(counts) of the laboratory's reference materials lie outside a recovery of \(rules.lowest) to "
            + "\(rules.highest) % (\(ungated), counting certified values below \(gate) detection limits): \(list(outliers))"
    }

    static func disagreement(_ comparison: LaboratoryComparison) -> String {
        let what = determination(comparison.column)
        let yours = side(comparison.client)
        let theirs = side(comparison.laboratory)
        return comparison.isSeenByClient
            ? "\(what): your reference materials fail or are biased (\(yours)), and the laboratory's own pass (\(theirs)): "
                + "the laboratory could not see it. Look for a swap or a wrong material first, then ask for a repeat "
                + "with your materials in it"
            : "\(what): the laboratory's own reference materials fail or are biased (\(theirs)), and yours pass (\(yours)): "
                + "ask the laboratory why it released the run"
    }

    /// `1 of 3 failed, mean z 2.41, mean recovery 106.7 %`.
    private static func side(_ side: LaboratoryComparison.Side) -> String {
        var words = ["\(side.failures) of \(side.results.count) failed"]
        if let z = side.meanZ { words.append("mean z \(z.shown(decimals: 2))") }
        if let recovery = side.meanRecovery { words.append("mean recovery \(recovery.shown(decimals: 1)) %") }
        return words.joined(separator: ", ")
    }
}
