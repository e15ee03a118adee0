/// How far the mean of a series lies from what is expected, and whether chance explains it.
///
/// Measured against the certified value, never against the series' own mean: own limits would hide a bias.
/// Source: Student's t for the mean of a sample; ISO Guide 33 for the check with the uncertainty of the certificate.
public struct Bias: Sendable, Hashable {
    public let count: Int
    /// The mean of the deviations from the expectation, in the unit of the values.
    public let deviation: Double
    /// The SD of the values, with n − 1.
    public let sd: Double
    public let expected: Double

    /// - Returns: nil for fewer than two values, from which no scatter can be told.
    public init?(_ values: [Double], expected: Double) {
        guard values.count >= 2 else { return nil }
        let n = Double(values.count)
        // Deviations first: values that all equal the expectation must not differ from it by a rounded sum.
        let deviations = values.map { $0 - expected }
        let mean = deviations.reduce(0, +) / n
        count = values.count
        deviation = mean
        sd = (deviations.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)).squareRoot()
        self.expected = expected
    }

    public var mean: Double { expected + deviation }

    /// 100 (mean / expected − 1); nil where nothing is expected.
    public var percent: Double? { expected == 0 ? nil : 100 * deviation / expected }

    /// The relative SD in percent of the mean; nil where the mean is 0.
    public var relativeSD: Double? { mean == 0 ? nil : 100 * sd / mean.magnitude }

    /// (mean − expected) / (sd / √n); infinite where all values are the same wrong one.
    public var t: Double {
        if deviation == 0 { return 0 }
        return deviation / (sd / Double(count).squareRoot())
    }

    /// Two-sided, of ``t`` with n − 1 degrees of freedom.
    public var p: Double { StudentDistribution.twoSided(t, degreesOfFreedom: Double(count - 1)) }

    /// ISO Guide 33: |mean − expected| exceeds 2 √(sd²/n + u²).
    /// - Parameter uncertainty: the standard uncertainty (k = 1) of the certified value.
    public func exceedsGuide33(uncertainty: Double) -> Bool {
        let reach = 2 * (sd * sd / Double(count) + uncertainty * uncertainty).squareRoot()
        return deviation.magnitude > reach * (1 + 1e-9)
    }
}
