public import Geochemistry

/// The tolerance windows of one policy file. Every number comes from there; none has a default in code.
public struct Policy: Sendable, Hashable {
    public var name: String
    /// Projects (as certificates print them, patterns with `*`) that this policy is for; empty for the default.
    public var projects: [String]
    public var tiers: TierRules
    public var crm: CRMRules
    public var blank: BlankRules
    public var duplicate: DuplicateRules
    public var insertion: InsertionRules
    public var laboratory: LaboratoryRules
    public var reassay: ReassayRules

    public init(
        name: String,
        projects: [String],
        tiers: TierRules,
        crm: CRMRules,
        blank: BlankRules,
        duplicate: DuplicateRules,
        insertion: InsertionRules,
        laboratory: LaboratoryRules,
        reassay: ReassayRules
    ) {
        self.name = name
        self.projects = projects
        self.tiers = tiers
        self.crm = crm
        self.blank = blank
        self.duplicate = duplicate
        self.insertion = insertion
        self.laboratory = laboratory
        self.reassay = reassay
    }
}

/// Which analytes decide.
public struct TierRules: Sendable, Hashable {
    /// Elements; an oxide counts as its element.
    public var decision: Set<Analyte>
    public var information: Set<Analyte>
    /// Elements that a digestion does not bring into solution reliably: information there, whatever else they are.
    public var unsuitable: [DigestionClass: Set<Analyte>]

    public init(decision: Set<Analyte>, information: Set<Analyte>, unsuitable: [DigestionClass: Set<Analyte>]) {
        self.decision = decision
        self.information = information
        self.unsuitable = unsuitable
    }
}

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

public struct BlankRules: Sendable, Hashable {
    /// Multiples of the detection limit.
    public var warnDetectionLimits: ExactDecimal
    public var failDetectionLimits: ExactDecimal
    /// A blank with certified background may reach mean + this many SD.
    public var backgroundSD: ExactDecimal

    public init(warnDetectionLimits: ExactDecimal, failDetectionLimits: ExactDecimal, backgroundSD: ExactDecimal) {
        self.warnDetectionLimits = warnDetectionLimits
        self.failDetectionLimits = failDetectionLimits
        self.backgroundSD = backgroundSD
    }
}

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

/// What every batch must contain of the client's own QC.
public struct InsertionRules: Sendable, Hashable {
    public var crms: Int
    public var blanks: Int
    public var duplicates: Int
    /// What a decision analyte is for which no CRM of the batch has a certified value: `pass`, `warn`, `not_evaluated`.
    public var uncoveredDecisionAnalyte: Outcome

    public init(crms: Int, blanks: Int, duplicates: Int, uncoveredDecisionAnalyte: Outcome) {
        self.crms = crms
        self.blanks = blanks
        self.duplicates = duplicates
        self.uncoveredDecisionAnalyte = uncoveredDecisionAnalyte
    }
}

/// How the laboratory's own QC rows are judged. They never replace the client's.
public struct LaboratoryRules: Sendable, Hashable {
    /// The worst that a laboratory QC row can make of the batch: `pass` (shown only), `warn` or `fail`.
    public var worstOutcome: Outcome
    public var crm: CRMRules
    public var blank: BlankRules
    public var duplicate: DuplicateRules.Limit
    public var floorDetectionLimits: ExactDecimal

    public init(
        worstOutcome: Outcome,
        crm: CRMRules,
        blank: BlankRules,
        duplicate: DuplicateRules.Limit,
        floorDetectionLimits: ExactDecimal
    ) {
        self.worstOutcome = worstOutcome
        self.crm = crm
        self.blank = blank
        self.duplicate = duplicate
        self.floorDetectionLimits = floorDetectionLimits
    }
}

public struct ReassayRules: Sendable, Hashable {
    public enum Window: Sendable, Hashable {
        /// From the last passing to the next passing QC sample of the same kind.
        case betweenPassing
        /// This many ordinary samples on either side.
        case eitherSide(Int)
        case wholeBatch
    }

    public var window: Window

    public init(window: Window) { self.window = window }
}
