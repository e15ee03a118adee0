import Geochemistry

/// Findings on the laboratory's own reference materials as a whole.
enum LaboratoryFindings {
    static func findings(of sheet: BatchSheet) -> [Finding] { recovery(sheet) + disagreements(sheet) }

    private static func recovery(_ sheet: BatchSheet) -> [Finding] {
        guard let rules = sheet.policy.laboratory.recovery else { return [] }
        let recovery = LaboratoryRecovery(sheet, rules: rules)
        guard !recovery.outliers.isEmpty else { return [] }
        let columns = Dictionary(sheet.columns.map { ($0.index, $0) }, uniquingKeysWith: { first, _ in first })
        return [
            Finding(
                rule: RuleName.laboratoryRecovery.rawValue,
                outcome: rules.outcome,
                origin: .laboratory,
                message: QualityWords.recovery(
                    recovery,
                    rules: rules,
                    gate: sheet.policy.laboratory.crm.detectionLimitGate,
                    columns: columns
                )
            )
        ]
    }

    private static func disagreements(_ sheet: BatchSheet) -> [Finding] {
        guard let rules = sheet.policy.laboratory.comparison else { return [] }
        return LaboratoryComparison.disagreements(in: sheet, rules: rules).map { comparison in
            Finding(
                rule: RuleName.laboratoryQCDisagrees.rawValue,
                outcome: rules.outcome,
                origin: comparison.isSeenByClient ? .client : .laboratory,
                analyte: comparison.column.analyte.symbol,
                method: comparison.column.method,
                message: QualityWords.disagreement(comparison)
            )
        }
    }
}
