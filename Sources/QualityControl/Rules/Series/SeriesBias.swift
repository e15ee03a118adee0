import Geochemistry

/// Whether the latest results of a material lie off the certified value by more than chance, and by how much.
///
/// Measured against the certified value with the certificate's SD, never against the series' own mean.
/// Source: bands of 5 and 10 percent over the last 20 results are common in consultants' reports; Student's t tells
/// whether chance explains them.
struct SeriesBias {
    let outcome: Outcome
    let bias: Bias
    let percent: Double
    let limit: ExactDecimal

    /// - Parameters:
    ///   - scores: oldest first.
    ///   - relativeSD: of the certified value, in percent of it.
    /// - Returns: nil where there are too few results, or nothing to tell.
    init?(_ scores: [Double], relativeSD: Double, limits: SeriesRules.BiasLimits) {
        let latest = Array(scores.suffix(limits.last))
        guard latest.count >= limits.minimum, let bias = Bias(latest, expected: 0),
            bias.p < limits.significance.approximate
        else { return nil }
        let percent = bias.mean * relativeSD
        func exceeds(_ limit: ExactDecimal) -> Bool { percent.magnitude > limit.approximate * (1 + 1e-9) }
        switch true {
        case exceeds(limits.failPercent): (outcome, limit) = (.fail, limits.failPercent)
        case exceeds(limits.warnPercent): (outcome, limit) = (.warn, limits.warnPercent)
        case exceeds(limits.showPercent): (outcome, limit) = (.pass, limits.showPercent)
        default: return nil
        }
        self.bias = bias
        self.percent = percent
    }
}
