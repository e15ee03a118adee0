public import Geochemistry

/// One QC sample judged in one column. All numbers are in the unit and analyte that the laboratory reported.
public struct QCResult: Sendable, Hashable {
    /// Index into the certificate's samples.
    public var sampleIndex: Int
    /// Index into the certificate's columns.
    public var columnIndex: Int
    public var origin: QCOrigin
    public var kind: QCKind
    /// `field_duplicate`, `coarse_duplicate`, `pulp_duplicate`, `laboratory_duplicate`; `coarse_blank`, `pulp_blank`; of a
    /// laboratory's blank `preparation`, `analytical`; empty where there is only one sort, or nobody has named it.
    public var subtype: String
    /// The material, or for a duplicate the sample it repeats.
    public var reference: String
    /// The text that was judged, as printed.
    public var reported: String
    public var value: ExactDecimal?
    /// The certified value, the blank's background, or the original of a pair.
    public var expected: ExactDecimal?
    public var sd: ExactDecimal?
    /// (value - expected) / sd, computed from the exact terms.
    public var z: Double?
    /// 100 (value / expected - 1).
    public var biasPercent: Double?
    /// 100 |a - b| / ((a + b) / 2), for duplicates.
    public var differencePercent: Double?
    /// The limits that the deciding rule applied; nil where it has none on that side.
    public var lowerLimit: ExactDecimal?
    public var upperLimit: ExactDecimal?
    public var tier: Tier
    public var outcome: Outcome
    /// The rule that decided.
    public var rule: RuleName
    /// Why it could not be evaluated, or what a reader must know: `Fe to Fe2O3 x 1.429734`. Often empty.
    public var note: String

    public init(
        sampleIndex: Int,
        columnIndex: Int,
        origin: QCOrigin,
        kind: QCKind,
        subtype: String = "",
        reference: String,
        reported: String,
        tier: Tier,
        outcome: Outcome,
        rule: RuleName,
        note: String = ""
    ) {
        self.sampleIndex = sampleIndex
        self.columnIndex = columnIndex
        self.origin = origin
        self.kind = kind
        self.subtype = subtype
        self.reference = reference
        self.reported = reported
        self.tier = tier
        self.outcome = outcome
        self.rule = rule
        self.note = note
    }
}
