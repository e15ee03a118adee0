public import Geochemistry

/// What one certificate adds to a series: its insertions of the material, in laboratory order, with their scores.
///
/// A segment follows from its certificate and the Standards, never from what came before. So a certificate that arrives
/// late changes no segment but its own, and only what is said of the certificates after it.
public struct SeriesSegment: Sendable, Hashable {
    public struct Column: Sendable, Hashable {
        public var column: SeriesColumn
        /// Policies may tell series apart by it.
        public var digestion: DigestionClass
        /// How much the analyte decides here, with what the certificate of the material is worth.
        public var tier: Tier
        /// The certified value and its SD in the column's unit, as judged; empty where no insertion has a score. Where
        /// they change, a series begins anew.
        public var certified: String
        public var sd: String

        public init(
            _ column: SeriesColumn,
            digestion: DigestionClass = .unknown,
            tier: Tier,
            certified: String = "",
            sd: String = ""
        ) {
            self.column = column
            self.digestion = digestion
            self.tier = tier
            self.certified = certified
            self.sd = sd
        }

        /// Whether scores of both columns measure the same distance.
        func isOnSameFooting(as other: Column) -> Bool { certified == other.certified && sd == other.sd }
    }

    public struct Insertion: Sendable, Hashable {
        public var sample: String
        public var position: Int

        public init(sample: String, position: Int) {
            self.sample = sample
            self.position = position
        }
    }

    public var key: SeriesKey
    public var batch: String
    public var columns: [Column]
    public var insertions: [Insertion]
    /// Insertion by insertion, in each a score for each column; nil where there is none.
    public var scores: [StandardScore?]

    public init(
        key: SeriesKey,
        batch: String,
        columns: [Column],
        insertions: [Insertion],
        scores: [StandardScore?]
    ) {
        self.key = key
        self.batch = batch
        self.columns = columns
        self.insertions = insertions
        self.scores = scores
    }

    /// The place of a column; certificates of one package have it at the same one.
    func place(of column: SeriesColumn, near place: Int) -> Int? {
        if columns.indices.contains(place), columns[place].column == column { return place }
        return columns.firstIndex { $0.column == column }
    }

    /// nil also for a place that is not there.
    public func score(insertion: Int, column: Int) -> StandardScore? {
        let place = insertion * columns.count + column
        return column < columns.count && scores.indices.contains(place) ? scores[place] : nil
    }
}

extension SeriesColumn {
    init(_ column: ResultColumn) {
        self.init(analyte: column.analyte?.symbol ?? column.analyteText, unit: column.unit.symbol)
    }
}
