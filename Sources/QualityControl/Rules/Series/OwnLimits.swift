import Geochemistry

/// The second chart: a laboratory against its own earlier results, by their median and robust SD.
///
/// A laboratory that is off the certified value, and always was, is stable; the bias is told elsewhere, and these limits
/// never stand in for the certificate's. Source: at least 20 results before own limits (Westgard QC); limits of one
/// laboratory lie inside those between laboratories (OREAS glossary, AMIS).
struct OwnLimits {
    let centre: RobustSummary
    let limit: ExactDecimal

    /// - Parameter earlier: scores of certificates before this one.
    /// - Returns: nil where they are too few, or do not scatter at all.
    init?(_ earlier: [Double], rules: SeriesRules.Stability) {
        guard earlier.count >= rules.minimum, let centre = RobustSummary(earlier), centre.spread > 0 else { return nil }
        self.centre = centre
        limit = rules.limit
    }

    /// In own SD.
    func distance(_ score: Double) -> Double { (score - centre.median) / centre.spread }

    func isExceeded(by score: Double) -> Bool { distance(score).magnitude > limit.approximate * (1 + 1e-9) }
}
