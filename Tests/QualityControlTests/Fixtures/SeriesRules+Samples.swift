import Geochemistry
import QualityControl

extension SeriesRules {
    /// As the starter policy has them.
    static var starter: SeriesRules {
        SeriesRules(
            runs: Runs(fail: [], warn: [.fourBeyond1SD, .eightOnOneSide, .oppositeExtremes], show: [.nelson3]),
            bias: BiasLimits(
                last: 20,
                minimum: 10,
                significance: ExactDecimal(coefficient: 1, scale: 2),
                showPercent: 2,
                warnPercent: 5,
                failPercent: 10
            ),
            stability: Stability(minimum: 20, limit: 3, outcome: .pass),
            drift: Drift(
                baseline: 20,
                cusumAllowance: ExactDecimal(coefficient: 5, scale: 1),
                cusumLimit: 5,
                ewmaWeight: ExactDecimal(coefficient: 2, scale: 1),
                ewmaLimit: 3,
                trendSignificance: ExactDecimal(coefficient: 1, scale: 2),
                outcome: .pass
            )
        )
    }
}
