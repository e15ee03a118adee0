import Geochemistry

/// One row of a reference material while it is judged: the series that it continues, one for each of its methods.
struct InsertionLines {
    private let insertion: SeriesSegment.Insertion
    /// But for the method.
    private let key: SeriesKey
    private var lines: [(method: Int, line: Int)] = []

    init(_ row: SampleRow, origin: QCOrigin, laboratory: String, material: MaterialName) {
        insertion = SeriesSegment.Insertion(sample: row.name, position: row.position)
        key = SeriesKey(origin: origin, laboratory: laboratory, method: "", material: material)
    }

    /// A method of which nothing was measured has no insertion here; a row that names no material is part of no series.
    mutating func record(
        _ score: StandardScore?,
        _ column: SeriesSegment.Column,
        of judged: JudgedColumn,
        in series: inout SeriesDesk,
        rules: CRMRules
    ) -> SeriesDesk.Run? {
        guard !key.material.key.isEmpty else { return nil }
        let line: Int
        if let known = lines.first(where: { $0.method == judged.methodNumber }) {
            line = known.line
        } else {
            var key = key
            key.method = judged.method
            line = series.begin(key, insertion)
            lines.append((judged.methodNumber, line))
        }
        return series.record(score, column, in: line, rules: rules)
    }
}
