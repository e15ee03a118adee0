public import Geochemistry

/// How pairs of duplicates are judged, by the step at which the sample was split.
public struct DuplicateRules: Sendable, Hashable {
    public struct Limit: Sendable, Hashable {
        /// Largest pair difference, percent of the pair's mean (RPD = 2 HARD).
        public var percent: ExactDecimal
        /// What a pair beyond it is: `warn` or `fail`.
        public var outcome: Outcome

        public init(percent: ExactDecimal, outcome: Outcome) {
            self.percent = percent
            self.outcome = outcome
        }
    }

    public var field: Limit
    public var coarse: Limit
    public var pulp: Limit
    /// A pair whose difference is at most this many detection limits passes whatever the percentage.
    public var floorDetectionLimits: ExactDecimal

    public init(field: Limit, coarse: Limit, pulp: Limit, floorDetectionLimits: ExactDecimal) {
        self.field = field
        self.coarse = coarse
        self.pulp = pulp
        self.floorDetectionLimits = floorDetectionLimits
    }
}
