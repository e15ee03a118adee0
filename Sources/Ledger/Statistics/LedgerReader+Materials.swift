import Foundation
import GRDB
public import Geochemistry
import QualityControl

extension LedgerReader {
    /// The series of reference materials, with every insertion that has a certified value under a current verdict, in
    /// the order of material, analyte, unit, method, laboratory.
    /// - Parameter material: nil for all.
    public func materialSeries(_ selection: ResultSelection, material: MaterialName?) throws -> [MaterialSeries] {
        var collection = MaterialCollection(selection)
        for layout in try chartColumns(selection, material: material) {
            let rows = try Row.fetchCursor(
                database.cachedStatement(
                    sql: """
                        SELECT r.certificate_id, r.position, r.sample, r.width, r.cells,
                            c.batch, c.laboratory, c.project, c.reported, c.order_key
                        FROM chart_row r CROSS JOIN certificate c ON c.id = r.certificate_id
                        WHERE r.layout_id = ? AND c.superseded_by IS NULL
                        ORDER BY r.certificate_id, r.position
                        """
                ),
                arguments: [layout.id]
            )
            collection.begin(layout.columns)
            while let row = try rows.next() { try collection.take(row) }
        }
        return collection.series
    }

    /// The columns that are selected, of the layouts that have any.
    private func chartColumns(
        _ selection: ResultSelection,
        material: MaterialName?
    ) throws -> [(id: Int64, columns: [MaterialCollection.Column])] {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT l.id, l.origin, l.laboratory, l.material, k.place, k.analyte, k.unit, k.method, k.digestion,
                    k.certified, k.sd
                FROM chart_layout l CROSS JOIN chart_column k ON k.layout_id = l.id
                ORDER BY l.id, k.place
                """
        )
        var found: [(id: Int64, columns: [MaterialCollection.Column])] = []
        while let row = try rows.next() {
            guard selection.takes(method: try row.text(7), analyte: try row.text(5)),
                selection.takes(laboratory: try row.text(2)),
                try material.map({ try MaterialName(row.text(3)) == $0 }) ?? true
            else { continue }
            let id = Int64(try row.count(0))
            if found.last?.id != id { found.append((id, [])) }
            found[found.count - 1].columns.append(try MaterialCollection.Column(row))
        }
        return found
    }
}

/// Puts the insertions of layouts together into series, where neither the order of certificates nor that of layouts is
/// the order of series.
private struct MaterialCollection {
    struct Column {
        let place: Int
        let key: MaterialSeries.Key
        let digestion: DigestionClass

        init(_ row: Row) throws {
            guard let certified = try row.decimal(9) else { throw row.unexpected(9) }
            place = try row.count(4)
            digestion = try row.word(8)
            key = MaterialSeries.Key(
                material: try row.text(3),
                analyte: try row.text(5),
                unit: try row.text(6),
                method: try row.text(7),
                laboratory: try row.text(2),
                origin: try row.word(1),
                certified: certified,
                sd: try row.decimal(10)
            )
        }
    }

    private struct Certificate {
        let id: Int64
        let batch: String
        let reported: CalendarDate?
        let isSelected: Bool
        let order: CertificateOrder
    }

    private struct Series {
        let key: MaterialSeries.Key
        let digestion: DigestionClass
        /// With the place of its certificate.
        var points: [(certificate: Int, point: MaterialPoint)] = []

        /// - Parameter ranks: of certificates by their places.
        func inOrder(of ranks: [Int]) -> [(certificate: Int, point: MaterialPoint)] {
            func precedes(_ first: (certificate: Int, point: MaterialPoint), _ second: (Int, MaterialPoint)) -> Bool {
                (ranks[first.certificate], first.point.position) < (ranks[second.0], second.1.position)
            }
            // As a rule they come in order, certificate after certificate.
            let isOrdered = zip(points, points.dropFirst()).allSatisfy { !precedes($1, $0) }
            return isOrdered ? points : points.sorted(by: precedes)
        }
    }

    private let selection: ResultSelection
    private var found: [Series] = []
    private var places: [MaterialSeries.Key: Int] = [:]
    private var certificates: [Certificate] = []
    private var met: [Int64: Int] = [:]
    private var current: (id: Int64, place: Int)?
    /// Of the layout whose rows come, each with the place of its series.
    private var columns: [(column: Column, series: Int)] = []

    init(_ selection: ResultSelection) { self.selection = selection }

    /// Rows of a layout follow, of which these columns are selected.
    mutating func begin(_ columns: [Column]) {
        self.columns = columns.map { column in
            if let known = places[column.key] { return (column, known) }
            places[column.key] = found.count
            found.append(Series(key: column.key, digestion: column.digestion))
            return (column, found.count - 1)
        }
    }

    mutating func take(_ row: Row) throws {
        let id = Int64(try row.count(0))
        if id != current?.id { current = (id, try place(of: id, row)) }
        guard let place = current?.place, certificates[place].isSelected else { return }
        let certificate = certificates[place]
        let position = try row.count(1)
        let sample = try row.text(2)
        let width = try row.count(3)
        try row.withBytes(at: 4) { cells in
            for (column, series) in columns {
                guard let entry = ChartRow.entry(at: column.place, width: width, in: cells) else {
                    throw row.unexpected(4)
                }
                let point = MaterialPoint(
                    batch: certificate.batch,
                    sample: sample,
                    position: position,
                    reported: certificate.reported,
                    value: entry.value,
                    outcome: entry.outcome
                )
                found[series].points.append((place, point))
            }
        }
    }

    /// The place of a certificate among those that were met; its rows follow each other in each layout.
    private mutating func place(of id: Int64, _ row: Row) throws -> Int {
        if let known = met[id] { return known }
        met[id] = certificates.count
        certificates.append(try certificate(id, row))
        return certificates.count - 1
    }

    private func certificate(_ id: Int64, _ row: Row) throws -> Certificate {
        let reported = try row.date(8)
        return Certificate(
            id: id,
            batch: try row.text(5),
            reported: reported,
            isSelected: selection.takes(laboratory: try row.text(6), project: try row.text(7), reported: reported),
            order: CertificateOrder(key: try row.text(9))
        )
    }

    var series: [MaterialSeries] {
        let order = certificates.indices.sorted { first, second in
            let (first, second) = (certificates[first], certificates[second])
            return first.order == second.order ? first.id < second.id : first.order < second.order
        }
        // So that points are compared by numbers.
        var ranks = Array(repeating: 0, count: certificates.count)
        for (rank, certificate) in order.enumerated() { ranks[certificate] = rank }
        return found.filter { !$0.points.isEmpty }.map { series in
            let points = series.inOrder(of: ranks)
            return MaterialSeries(key: series.key, digestion: series.digestion, points: points.map(\.point))
        }.sorted { $0.key.words.lexicographicallyPrecedes($1.key.words) }
    }
}

extension MaterialSeries.Key {
    /// In which order series are listed.
    fileprivate var words: [String] {
        [material, analyte, unit, method, laboratory, origin.rawValue, certified.description, sd?.description ?? ""]
    }
}
