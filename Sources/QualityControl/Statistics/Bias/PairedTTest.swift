/// Student's paired t test: whether the mean difference of pairs is zero. A pair of high grade may rule it, so it stands
/// behind the sign test and the signed rank test.
public struct PairedTTest: Sendable, Hashable {
    /// Of original − duplicate.
    public let t: Double
    public let degreesOfFreedom: Int
    /// Two-sided.
    public let p: Double

    /// nil below two pairs, and where all differ by the same.
    public init?(_ differences: [Double]) {
        guard differences.count >= 2 else { return nil }
        let mean = Center.mean(differences)
        let squares = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        guard squares > 0 else { return nil }
        let n = Double(differences.count)
        t = mean / (squares / (n - 1) / n).squareRoot()
        degreesOfFreedom = differences.count - 1
        p = StudentDistribution.twoSided(t, degreesOfFreedom: n - 1)
    }
}
