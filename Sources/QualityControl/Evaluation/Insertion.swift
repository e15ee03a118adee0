import Geochemistry

/// One row of a reference material while it is judged: for each of its methods, the runs before and after it.
struct Insertion {
    let row: SampleRow
    private let origin: QCOrigin
    private let material: MaterialName
    /// In the order in which the methods occur.
    private var methods: [(number: Int, code: String, before: SeriesTracker.State?)] = []
    private var after: [Int: [SeriesTail.Column: SeriesTail.Run]] = [:]

    init(_ row: SampleRow, origin: QCOrigin, material: MaterialName) {
        self.row = row
        self.origin = origin
        self.material = material
    }

    /// The series of a column's method before this insertion.
    mutating func state(of column: JudgedColumn, in series: SeriesTracker) -> SeriesTracker.State? {
        if let method = methods.first(where: { $0.number == column.methodNumber }) { return method.before }
        let state = series.state(before: slot(column.methodNumber), method: column.method)
        methods.append((column.methodNumber, column.method, state))
        return state
    }

    mutating func extend(
        _ column: JudgedColumn,
        side: Side?,
        after state: SeriesTracker.State?,
        consecutive: Int
    ) {
        let run = ConsecutiveWarnings.extend(state?.beyondWarning[column.series], by: side, consecutive: consecutive)
        after[column.methodNumber, default: [:]][column.series] = run
    }

    func run(of column: JudgedColumn) -> SeriesTail.Run? { after[column.methodNumber]?[column.series] }

    /// A row that names no material is part of no series.
    func close(in series: inout SeriesTracker) {
        guard !material.key.isEmpty else { return }
        for method in methods {
            series.record(
                slot(method.number),
                method: method.code,
                sample: row.name,
                runs: after[method.number] ?? [:]
            )
        }
    }

    private func slot(_ methodNumber: Int) -> SeriesTracker.Slot {
        SeriesTracker.Slot(origin: origin, material: material, methodNumber: methodNumber)
    }
}
