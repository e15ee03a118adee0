/// Student's t distribution: what chance does to a mean whose SD is only estimated.
///
/// Source: Abramowitz and Stegun 26.7.1, by the incomplete beta function.
public enum StudentDistribution {
    /// P(|T| > |t|), the two-sided p; not a number without a positive count of degrees of freedom.
    public static func twoSided(_ t: Double, degreesOfFreedom: Double) -> Double {
        guard degreesOfFreedom > 0, !t.isNaN else { return .nan }
        guard t.isFinite else { return 0 }
        let square = t * t
        let total = degreesOfFreedom + square
        guard total.isFinite else { return 0 }
        return IncompleteBeta.regularised(
            degreesOfFreedom / total,
            complement: square / total,
            degreesOfFreedom / 2,
            0.5
        )
    }

    /// P(T ≤ t).
    public static func cumulative(_ t: Double, degreesOfFreedom: Double) -> Double {
        let tail = twoSided(t, degreesOfFreedom: degreesOfFreedom) / 2
        return t > 0 ? 1 - tail : tail
    }
}
