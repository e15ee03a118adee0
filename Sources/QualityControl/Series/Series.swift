public import Geochemistry

/// One series of insertions: a material measured by a method at a laboratory. Its order is report date, batch,
/// position - never arrival. An insertion in which an analyte has no number breaks that analyte's run.
public struct SeriesKey: Sendable, Hashable {
    public var origin: QCOrigin
    public var laboratory: String
    public var method: String
    public var material: MaterialName

    public init(origin: QCOrigin, laboratory: String, method: String, material: MaterialName) {
        self.origin = origin
        self.laboratory = laboratory
        self.method = method
        self.material = material
    }
}

/// On which side of the certified value, beyond the warning limit.
public enum Side: String, Sendable, Hashable, Codable {
    case above
    case below
}

/// The last insertion of a series in one certificate: which analytes ended beyond the warning limit.
public struct SeriesTail: Sendable, Hashable {
    public struct Column: Sendable, Hashable, Codable {
        public var analyte: String
        public var unit: String

        public init(analyte: String, unit: String) {
            self.analyte = analyte
            self.unit = unit
        }
    }

    public var key: SeriesKey
    public var batch: String
    public var sample: String
    /// Only the analytes beyond the warning limit stand here; most tails are empty.
    public var beyondWarning: [Column: Side]

    public init(key: SeriesKey, batch: String, sample: String, beyondWarning: [Column: Side]) {
        self.key = key
        self.batch = batch
        self.sample = sample
        self.beyondWarning = beyondWarning
    }
}

/// What earlier certificates left behind: for each series, the tail of the certificate before this one.
public struct SeriesHistory: Sendable, Hashable {
    public var previous: [SeriesKey: SeriesTail]

    public init(_ tails: [SeriesTail] = []) {
        previous = Dictionary(tails.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
