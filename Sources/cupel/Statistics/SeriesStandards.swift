import Geochemistry
import Ledger
import QualityControl
import Standards

/// The rules on series that are in force today, for what the ledger holds.
struct SeriesStandards {
    private let policy: Policy
    private let analytes: AnalyteTable

    /// - Parameter policy: a name; nil for the default policy.
    init(_ standards: StandardsSnapshot, policy name: String?) throws {
        analytes = standards.materials.analytes
        policy = try name.map { try standards.statisticsPolicy($0) } ?? standards.defaultPolicy.policy
    }

    func rules(for series: MaterialSeries) -> SeriesRules {
        policy.rules(
            for: PolicySubject(
                laboratory: series.key.laboratory,
                method: series.key.method,
                digestion: series.digestion,
                material: MaterialName(series.key.material),
                element: analytes.element(of: Analyte(series.key.analyte))
            )
        ).series
    }
}
