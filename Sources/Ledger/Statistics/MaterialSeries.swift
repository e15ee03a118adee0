public import Geochemistry
public import QualityControl

/// All results of a reference material in one series: laboratory, method, material, analyte, and one certified value.
///
/// Where the certified value or its SD changes, another series begins.
public struct MaterialSeries: Sendable, Hashable {
    public struct Key: Sendable, Hashable {
        public var material: String
        public var analyte: String
        public var unit: String
        public var method: String
        public var laboratory: String
        public var origin: QCOrigin
        public var certified: ExactDecimal
        public var sd: ExactDecimal?
    }

    public var key: Key
    public var digestion: DigestionClass
    /// Oldest first: by report date, certificate, position.
    public var points: [MaterialPoint]
}
