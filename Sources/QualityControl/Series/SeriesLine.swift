/// One series as it stands: what earlier certificates left, and the insertions of this one as they are judged.
struct SeriesLine {
    /// Where a point comes from.
    struct Mark: Hashable {
        let batch: String
        let insertion: SeriesSegment.Insertion
        let certificate: Int
    }

    /// One for each insertion, oldest first; a column's scores have the same places.
    private(set) var marks: [Mark] = []
    /// The insertions of this certificate begin here.
    private(set) var start = 0
    private(set) var segment: SeriesSegment
    private let history: [SeriesSegment]
    private var places: [SeriesColumn: Int] = [:]
    /// In the order of the segment's columns; with what the latest earlier scores were held against.
    private var series: [ScoreSeries] = []
    private var footings: [SeriesSegment.Column?] = []

    init(_ key: SeriesKey, batch: String, history: [SeriesSegment]) {
        segment = SeriesSegment(key: key, batch: batch, columns: [], insertions: [], scores: [])
        self.history = history
        for (certificate, earlier) in history.enumerated() {
            for insertion in earlier.insertions {
                marks.append(Mark(batch: earlier.batch, insertion: insertion, certificate: certificate))
            }
        }
        start = marks.count
    }

    /// One more insertion of the material; its scores follow.
    mutating func begin(_ insertion: SeriesSegment.Insertion) {
        segment.insertions.append(insertion)
        marks.append(Mark(batch: segment.batch, insertion: insertion, certificate: history.count))
    }

    /// A column's score in the insertion that was begun last.
    /// - Returns: the column's place among the segment's.
    @discardableResult
    mutating func record(_ score: StandardScore?, _ column: SeriesSegment.Column) -> Int {
        let place = place(of: column)
        settle(place, on: column)
        series[place].fill(upTo: marks.count - 1, certificates: marks.lazy.map(\.certificate))
        if series[place].count < marks.count { series[place].append(score, certificate: history.count) }
        return place
    }

    /// The same insertions after what earlier certificates left.
    /// - Precondition: it was begun without a history.
    func continuing(_ history: [SeriesSegment]) -> SeriesLine {
        guard !history.isEmpty else { return self }
        var line = SeriesLine(segment.key, batch: segment.batch, history: history)
        for insertion in segment.insertions { line.begin(insertion) }
        for (column, own) in zip(segment.columns, series) {
            let place = line.place(of: column)
            line.settle(place, on: column)
            for score in own.scores { line.series[place].append(score, certificate: history.count) }
        }
        return line
    }

    /// All that is known of a column, up to the latest insertion that has a score of it.
    func scores(_ place: Int) -> ScoreSeries { series[place] }

    /// What this certificate adds, with the scores in their order.
    var closed: SeriesSegment {
        var closed = segment
        closed.scores = segment.insertions.indices.flatMap { insertion in
            series.map { $0.score(at: start + insertion) }
        }
        return closed
    }

    /// The first score of this certificate says against what all are held; others before it are no part of the series.
    private mutating func settle(_ place: Int, on column: SeriesSegment.Column) {
        guard segment.columns[place].certified.isEmpty, !column.certified.isEmpty else { return }
        segment.columns[place] = column
        if let footing = footings[place], !footing.isOnSameFooting(as: column) { series[place].forget() }
    }

    private mutating func place(of column: SeriesSegment.Column) -> Int {
        if let place = places[column.column] { return place }
        var scores = ScoreSeries(reserving: marks.count)
        var footing: SeriesSegment.Column?
        for (certificate, earlier) in history.enumerated() {
            let place = earlier.place(of: column.column, near: segment.columns.count)
            if let place, !earlier.columns[place].certified.isEmpty {
                // Another certified value, another distance: nothing before it is part of the series.
                if let footing, !footing.isOnSameFooting(as: earlier.columns[place]) { scores.forget() }
                footing = earlier.columns[place]
            }
            for insertion in earlier.insertions.indices {
                scores.append(
                    place.flatMap { earlier.score(insertion: insertion, column: $0) },
                    certificate: certificate
                )
            }
        }
        places[column.column] = segment.columns.count
        segment.columns.append(SeriesSegment.Column(column.column, digestion: column.digestion, tier: column.tier))
        series.append(scores)
        footings.append(footing)
        return segment.columns.count - 1
    }
}
