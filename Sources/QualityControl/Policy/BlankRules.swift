public import Geochemistry

/// How results of blanks are judged.
public struct BlankRules: Sendable, Hashable {
    /// Multiples of the detection limit.
    public struct Multiples: Sendable, Hashable {
        public var warn: ExactDecimal
        public var fail: ExactDecimal

        public init(warn: ExactDecimal, fail: ExactDecimal) {
            self.warn = warn
            self.fail = fail
        }
    }

    /// What a sample may leave behind for the next one.
    public struct CarryOverRules: Sendable, Hashable {
        /// Of what a sample before the blank holds more than the blank's background.
        public var percent: ExactDecimal
        /// How many ordinary samples before the blank are looked at; the highest counts.
        public var samples: Int

        public init(percent: ExactDecimal, samples: Int) {
            self.percent = percent
            self.samples = samples
        }
    }

    /// Multiples of the detection limit.
    public var warnDetectionLimits: ExactDecimal
    public var failDetectionLimits: ExactDecimal
    /// A blank with certified background may reach mean + this many SD.
    public var backgroundSD: ExactDecimal
    /// Elements that any barren rock carries: information in a blank, unless its background is certified.
    public var rockForming: Set<Analyte>
    /// For pulp blanks; nil where the policy judges them like all others.
    public var pulp: Multiples?
    /// nil where the policy does not tell carry-over from contamination.
    public var carryOver: CarryOverRules?

    public init(
        warnDetectionLimits: ExactDecimal,
        failDetectionLimits: ExactDecimal,
        backgroundSD: ExactDecimal,
        rockForming: Set<Analyte> = [],
        pulp: Multiples? = nil,
        carryOver: CarryOverRules? = nil
    ) {
        self.warnDetectionLimits = warnDetectionLimits
        self.failDetectionLimits = failDetectionLimits
        self.backgroundSD = backgroundSD
        self.rockForming = rockForming
        self.pulp = pulp
        self.carryOver = carryOver
    }

    /// What a blank of this kind may reach. One that nobody calls coarse or pulp is judged as coarse.
    func multiples(for kind: BlankKind?) -> Multiples {
        if kind == .pulp, let pulp { return pulp }
        return Multiples(warn: warnDetectionLimits, fail: failDetectionLimits)
    }
}
