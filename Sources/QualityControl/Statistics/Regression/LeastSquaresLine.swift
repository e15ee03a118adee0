/// The line of least squares, y on x: right only where x has no error of its own. For two assays, which both have one,
/// see ``ReducedMajorAxis``.
public struct LeastSquaresLine: Sendable, Hashable {
    public let slope: Double
    public let intercept: Double

    /// nil below two points, and where x does not vary.
    public init?(x: [Double], y: [Double]) {
        guard let moments = PairMoments(x: x, y: y), moments.xx > 0 else { return nil }
        slope = moments.xy / moments.xx
        intercept = moments.meanY - slope * moments.meanX
    }

    public init?(_ pairs: [ValuePair]) {
        self.init(x: pairs.map(\.original), y: pairs.map(\.duplicate))
    }
}
