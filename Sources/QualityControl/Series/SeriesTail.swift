import Geochemistry

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

    /// Insertions in a row beyond the warning limit on one side; the last insertion is the last of them.
    public struct Run: Sendable, Hashable, Codable {
        public var side: Side
        /// How many, from 1, and no further than the policy's rule looks; a run that began in an earlier certificate is
        /// counted through.
        public var length: Int

        public init(side: Side, length: Int) {
            self.side = side
            self.length = length
        }
    }

    public var key: SeriesKey
    public var batch: String
    public var sample: String
    /// Only the analytes beyond the warning limit stand here; most tails are empty.
    public var beyondWarning: [Column: Run]

    public init(key: SeriesKey, batch: String, sample: String, beyondWarning: [Column: Run]) {
        self.key = key
        self.batch = batch
        self.sample = sample
        self.beyondWarning = beyondWarning
    }
}

extension SeriesTail.Column {
    init(_ column: ResultColumn) {
        self.init(analyte: column.analyte?.symbol ?? column.analyteText, unit: column.unit.symbol)
    }
}
