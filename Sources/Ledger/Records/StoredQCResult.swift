public import QualityControl

/// A QC result as it was judged, with the words of its sample and column.
public struct StoredQCResult: Sendable, Hashable {
    public let sample: String
    public let analyte: String
    public let method: String
    public let digestion: String
    public let unit: String
    public let result: QCResult

    /// From 1, in laboratory order.
    public var position: Int { result.sampleIndex + 1 }
}
