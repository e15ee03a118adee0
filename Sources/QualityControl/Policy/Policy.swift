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
    /// nil: each warning stands by itself, and flags are not counted.
    public var falseAlarms: FalseAlarmRules?
    public var series: SeriesRules
    /// Numbers that hold for some results only, in the order of the file.
    public var overrides: [PolicyOverride]

    public init(
        name: String,
        projects: [String],
        tiers: TierRules,
        crm: CRMRules,
        blank: BlankRules,
        duplicate: DuplicateRules,
        insertion: InsertionRules,
        laboratory: LaboratoryRules,
        reassay: ReassayRules,
        falseAlarms: FalseAlarmRules? = nil,
        series: SeriesRules = SeriesRules(),
        overrides: [PolicyOverride] = []
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
        self.falseAlarms = falseAlarms
        self.series = series
        self.overrides = overrides
    }
}
