public import QualityControl

/// One result of a blank under a current verdict.
public struct BlankRecord: Sendable, Hashable {
    public var laboratory: String
    public var method: String
    public var analyte: String
    public var unit: String
    public var origin: QCOrigin
    /// `coarse_blank`, `pulp_blank`, for the laboratory's `preparation`, `analytical`; empty where nobody says.
    public var subtype: String
    public var entry: BlankTally.Entry
}
