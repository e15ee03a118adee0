public import Geochemistry

/// How pairs of duplicates are judged, by the step at which the sample was split.
public struct DuplicateRules: Sendable, Hashable {
    public struct Limit: Sendable, Hashable {
        /// Largest pair difference, percent of the pair's mean (RPD = 2 HARD).
        public var percent: ExactDecimal
        /// What a pair beyond it is: `warn` or `fail`.
        public var outcome: Outcome
        /// Where given, the limit is Simon's hyperbola: ``percent`` far above the detection limit, this many detection
        /// limits near it, and no floor beside it.
        public var hyperbolicDetectionLimits: ExactDecimal?

        public init(percent: ExactDecimal, outcome: Outcome, hyperbolicDetectionLimits: ExactDecimal? = nil) {
            self.percent = percent
            self.outcome = outcome
            self.hyperbolicDetectionLimits = hyperbolicDetectionLimits
        }
    }

    public var field: Limit
    public var coarse: Limit
    public var pulp: Limit
    /// A pair whose difference is at most this many detection limits passes whatever the percentage.
    public var floorDetectionLimits: ExactDecimal
    /// What is said of many pairs together; nil says nothing.
    public var set: DuplicateSetRules?

    public init(
        field: Limit,
        coarse: Limit,
        pulp: Limit,
        floorDetectionLimits: ExactDecimal,
        set: DuplicateSetRules? = nil
    ) {
        self.field = field
        self.coarse = coarse
        self.pulp = pulp
        self.floorDetectionLimits = floorDetectionLimits
        self.set = set
    }
}
