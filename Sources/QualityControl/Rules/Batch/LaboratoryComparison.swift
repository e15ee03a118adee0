import Geochemistry

/// What reference materials say of one column when the client inserts them, and when the laboratory does.
///
/// Both go through the same instrument. Where the client's fail or are biased and the laboratory's pass, the laboratory
/// could not see it, and repeating the run by its own QC will not help; the other way round it has released what it
/// should have stopped.
struct LaboratoryComparison {
    /// The evaluated results of one origin in a column.
    struct Side {
        let results: [QCResult]

        var failures: Int { results.count { $0.outcome == .fail } }

        /// nil where no result has an SD to be measured by.
        var meanZ: Double? { mean(results.compactMap(\.z)) }
        /// 100 × measured / certified.
        var meanRecovery: Double? { mean(results.compactMap(\.biasPercent)).map { 100 + $0 } }

        private func mean(_ numbers: [Double]) -> Double? {
            numbers.isEmpty ? nil : numbers.reduce(0, +) / Double(numbers.count)
        }

        /// The mean lies beyond chance: of n results within k SD / √n, or, where none has an SD, within the percentage
        /// at which one of them would warn.
        func isBiased(_ rules: ComparisonRules, warnPercent: ExactDecimal) -> Bool {
            let scores = results.compactMap(\.z)
            if scores.count >= rules.results, scores.count > 0, let mean = mean(scores) {
                return mean.magnitude * Double(scores.count).squareRoot() > rules.biasSD.approximate
            }
            let deviations = results.filter { $0.z == nil }.compactMap(\.biasPercent)
            guard deviations.count >= rules.results, let mean = mean(deviations) else { return false }
            return mean.magnitude > warnPercent.approximate
        }
    }

    let column: JudgedColumn
    let client: Side
    let laboratory: Side
    /// The client's results are the bad ones.
    let isSeenByClient: Bool

    /// The decision columns in which the two disagree.
    static func disagreements(in sheet: BatchSheet, rules: ComparisonRules) -> [LaboratoryComparison] {
        let judged = sheet.results.filter { $0.kind == .crm && $0.tier == .decision && $0.isEvaluated }
        let byColumn = Dictionary(grouping: judged, by: \.columnIndex)
        return sheet.columns.compactMap { column in
            let results = byColumn[column.index] ?? []
            let client = Side(results: results.filter { $0.origin == .client })
            let laboratory = Side(results: results.filter { $0.origin == .laboratory })
            guard !client.results.isEmpty, !laboratory.results.isEmpty else { return nil }
            let policy = sheet.policy.rules(for: sheet.subject(column))
            let clientBad = client.failures > 0 || client.isBiased(rules, warnPercent: policy.crm.warnPercent)
            let laboratoryBad =
                laboratory.failures > 0 || laboratory.isBiased(rules, warnPercent: policy.laboratory.crm.warnPercent)
            guard clientBad != laboratoryBad else { return nil }
            return LaboratoryComparison(
                column: column,
                client: client,
                laboratory: laboratory,
                isSeenByClient: clientBad
            )
        }
    }
}
