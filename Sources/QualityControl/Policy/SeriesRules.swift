public import Geochemistry

/// How the series of reference materials across certificates are looked at. What is absent is not looked at.
public struct SeriesRules: Sendable, Hashable {
    /// What a pattern of a run makes of the batch; a rule in none of the lists is not looked at.
    public struct Runs: Sendable, Hashable {
        public var fail: [RunRule]
        public var warn: [RunRule]
        /// Told, and of no consequence.
        public var show: [RunRule]

        public init(fail: [RunRule], warn: [RunRule], show: [RunRule]) {
            self.fail = fail
            self.warn = warn
            self.show = show
        }

        /// Each rule once: overrides of a policy may leave one in two lists, and the graver consequence counts.
        var all: [(rule: RunRule, outcome: Outcome)] {
            var seen: Set<RunRule> = []
            return (fail.map { ($0, .fail) } + warn.map { ($0, .warn) } + show.map { ($0, .pass) })
                .filter { seen.insert($0.0).inserted }
        }
    }

    /// The mean of the latest results against the certified value.
    public struct BiasLimits: Sendable, Hashable {
        /// How many of the latest results count, and how many there must be.
        public var last: Int
        public var minimum: Int
        /// A mean that chance explains more often than this (Student's t, two-sided) is no bias.
        public var significance: ExactDecimal
        /// Percent of the certified value; a bias on a limit has not exceeded it.
        public var showPercent: ExactDecimal
        public var warnPercent: ExactDecimal
        public var failPercent: ExactDecimal

        public init(
            last: Int,
            minimum: Int,
            significance: ExactDecimal,
            showPercent: ExactDecimal,
            warnPercent: ExactDecimal,
            failPercent: ExactDecimal
        ) {
            self.last = last
            self.minimum = minimum
            self.significance = significance
            self.showPercent = showPercent
            self.warnPercent = warnPercent
            self.failPercent = failPercent
        }
    }

    /// The laboratory against itself: the median and robust SD of its own earlier results.
    public struct Stability: Sendable, Hashable {
        /// From how many earlier results on.
        public var minimum: Int
        /// In own SD.
        public var limit: ExactDecimal
        public var outcome: Outcome

        public init(minimum: Int, limit: ExactDecimal, outcome: Outcome) {
            self.minimum = minimum
            self.limit = limit
            self.outcome = outcome
        }
    }

    /// Slow change, held against how the series began.
    public struct Drift: Sendable, Hashable {
        /// How many of the oldest results say how the series began.
        public var baseline: Int
        /// k and h of the tabular CUSUM, in own SD.
        public var cusumAllowance: ExactDecimal
        public var cusumLimit: ExactDecimal
        /// λ and L of the EWMA.
        public var ewmaWeight: ExactDecimal
        public var ewmaLimit: ExactDecimal
        /// A trend that chance explains more often than this (Mann-Kendall, two-sided) is none.
        public var trendSignificance: ExactDecimal
        public var outcome: Outcome

        public init(
            baseline: Int,
            cusumAllowance: ExactDecimal,
            cusumLimit: ExactDecimal,
            ewmaWeight: ExactDecimal,
            ewmaLimit: ExactDecimal,
            trendSignificance: ExactDecimal,
            outcome: Outcome
        ) {
            self.baseline = baseline
            self.cusumAllowance = cusumAllowance
            self.cusumLimit = cusumLimit
            self.ewmaWeight = ewmaWeight
            self.ewmaLimit = ewmaLimit
            self.trendSignificance = trendSignificance
            self.outcome = outcome
        }
    }

    /// Whether support analytes are looked at like decision analytes; a failure of theirs warns.
    public var includesSupport: Bool
    public var runs: Runs?
    public var bias: BiasLimits?
    public var stability: Stability?
    public var drift: Drift?

    public init(
        includesSupport: Bool = false,
        runs: Runs? = nil,
        bias: BiasLimits? = nil,
        stability: Stability? = nil,
        drift: Drift? = nil
    ) {
        self.includesSupport = includesSupport
        self.runs = runs
        self.bias = bias
        self.stability = stability
        self.drift = drift
    }
}
