public import Geochemistry

/// How results of blanks are judged.
public struct BlankRules: Sendable, Hashable {
    /// Multiples of the detection limit.
    public var warnDetectionLimits: ExactDecimal
    public var failDetectionLimits: ExactDecimal
    /// A blank with certified background may reach mean + this many SD.
    public var backgroundSD: ExactDecimal
    /// Elements that any barren rock carries: information in a blank, unless its background is certified.
    public var rockForming: Set<Analyte>

    public init(
        warnDetectionLimits: ExactDecimal,
        failDetectionLimits: ExactDecimal,
        backgroundSD: ExactDecimal,
        rockForming: Set<Analyte> = []
    ) {
        self.warnDetectionLimits = warnDetectionLimits
        self.failDetectionLimits = failDetectionLimits
        self.backgroundSD = backgroundSD
        self.rockForming = rockForming
    }
}
