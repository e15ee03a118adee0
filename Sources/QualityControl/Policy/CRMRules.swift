public import Geochemistry

/// How results of certified reference materials are judged.
public struct CRMRules: Sendable, Hashable {
    /// Multiples of the certified SD; a result exactly on the limit passes.
    public var warnSD: ExactDecimal
    public var failSD: ExactDecimal
    /// How many in a row beyond ``warnSD`` on the same side fail; 0 switches the rule off.
    public var consecutive: Int
    /// Percent of the certified value, where a certificate states no SD.
    public var warnPercent: ExactDecimal
    public var failPercent: ExactDecimal
    /// A certified value below this many detection limits is information only.
    public var detectionLimitGate: ExactDecimal
    /// A certified value whose SD is more than this percentage of it is not used for judging.
    public var unusableRSDPercent: ExactDecimal

    public init(
        warnSD: ExactDecimal,
        failSD: ExactDecimal,
        consecutive: Int,
        warnPercent: ExactDecimal,
        failPercent: ExactDecimal,
        detectionLimitGate: ExactDecimal,
        unusableRSDPercent: ExactDecimal
    ) {
        self.warnSD = warnSD
        self.failSD = failSD
        self.consecutive = consecutive
        self.warnPercent = warnPercent
        self.failPercent = failPercent
        self.detectionLimitGate = detectionLimitGate
        self.unusableRSDPercent = unusableRSDPercent
    }
}
