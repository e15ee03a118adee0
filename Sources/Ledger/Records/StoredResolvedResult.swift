public import QualityControl

/// A result over the range of its method and the one that resolves it, with the words of sample and columns.
public struct StoredResolvedResult: Sendable, Hashable {
    public let sample: String
    public let analyte: String
    public let method: String
    public let unit: String
    public let resolvingAnalyte: String
    public let resolvingMethod: String
    public let resolvingUnit: String
    public let result: ResolvedResult

    public init(
        sample: String,
        analyte: String,
        method: String,
        unit: String,
        resolvingAnalyte: String,
        resolvingMethod: String,
        resolvingUnit: String,
        result: ResolvedResult
    ) {
        self.sample = sample
        self.analyte = analyte
        self.method = method
        self.unit = unit
        self.resolvingAnalyte = resolvingAnalyte
        self.resolvingMethod = resolvingMethod
        self.resolvingUnit = resolvingUnit
        self.result = result
    }

    /// From 1, in laboratory order.
    public var position: Int { result.sampleIndex + 1 }
}
