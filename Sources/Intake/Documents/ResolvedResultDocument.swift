/// A row of the view `resolved_results`: a result over the range of its method, and the one that says how much it is.
public struct ResolvedResultDocument: Sendable, Hashable, Encodable {
    public var batch: String
    public var position: Int
    public var sample: String
    public var analyte: String
    public var method: String
    public var unit: String
    public var reported: String
    public var resolvedAnalyte: String
    public var resolvedMethod: String
    public var resolvedUnit: String
    public var resolvedReported: String
    /// In ``analyte`` and ``unit``; text, because it is exact.
    public var resolvedValue: String
    public var conversion: String

    enum CodingKeys: String, CodingKey {
        case batch, position, sample, analyte, method, unit, reported, conversion
        case resolvedAnalyte = "resolved_analyte"
        case resolvedMethod = "resolved_method"
        case resolvedUnit = "resolved_unit"
        case resolvedReported = "resolved_reported"
        case resolvedValue = "resolved_value"
    }
}
