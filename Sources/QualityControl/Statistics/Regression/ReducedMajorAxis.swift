/// The reduced major axis of two assays that both have errors: duplicate = intercept + slope × original.
///
/// The slope less one is the proportional bias of the second, the intercept a constant one. A wide range of grades lets
/// one sample steer the slope, so it stands beside a bias by grade class and a median ratio.
///
/// Source: Scott Long, "Practical quality control procedures in mineral inventory estimation" (1998), for the slope's
/// standard error, slope √((1 − r²) / N); Kermack and Haldane, "Organic correlation and allometry", Biometrika 37 (1950)
/// 30, for that of the intercept.
public struct ReducedMajorAxis: Sendable, Hashable {
    public let count: Int
    public let slope: Double
    public let intercept: Double
    public let slopeStandardError: Double
    public let interceptStandardError: Double
    /// Pearson's r.
    public let correlation: Double

    /// nil below three pairs, and where one side does not vary.
    public init?(_ pairs: [ValuePair]) {
        guard pairs.count >= 3,
            let moments = PairMoments(x: pairs.map(\.original), y: pairs.map(\.duplicate)),
            let r = moments.correlation
        else { return nil }
        count = moments.count
        correlation = r
        let steepness = (moments.yy / moments.xx).squareRoot()
        slope = r < 0 ? -steepness : steepness
        intercept = moments.meanY - slope * moments.meanX
        let n = Double(count)
        slopeStandardError = steepness * ((1 - r * r) / n).squareRoot()
        // (mean / SD)² of the first.
        let remoteness = moments.meanX * moments.meanX / (moments.xx / (n - 1))
        let variance = moments.yy / (n - 1)
        interceptStandardError =
            (variance * (1 - r.magnitude) / n * (2 + remoteness * (1 + r.magnitude))).squareRoot()
    }

    /// 100 (slope − 1).
    public var biasPercent: Double { 100 * (slope - 1) }
}
