import Foundation
import GRDB
public import Geochemistry
import QualityControl

extension LedgerReader {
    /// The series of reference materials, with every insertion that has a certified value under a current verdict, in
    /// the order of material, analyte, unit, method, laboratory.
    /// - Parameter material: nil for all.
    public func materialSeries(_ selection: ResultSelection, material: MaterialName?) throws -> [MaterialSeries] {
        var collection = MaterialCollection(selection, material: material)
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT c.id, c.batch, c.laboratory, c.project, c.reported, q.position, q.origin, q.reference, s.name,
                    q.results
                FROM certificate c
                JOIN verdict v ON v.certificate_id = c.id AND v.current = 1
                JOIN qc_sample q ON q.verdict_id = v.id AND q.kind = 'crm'
                JOIN sample s ON s.certificate_id = c.id AND s.position = q.position
                WHERE c.superseded_by IS NULL
                ORDER BY c.order_key, c.id, q.position
                """
        )
        while let row = try rows.next() {
            try collection.take(row) { certificate in
                try database.rows(
                    "SELECT ordinal, method, analyte, unit, digestion FROM result_column WHERE certificate_id = ?",
                    certificate
                )
            }
        }
        return collection.series
    }
}

/// Puts results of reference materials together into series. Hundreds of thousands of results are passed over for each
/// thousand that are asked for, so nothing is looked up for those.
private struct MaterialCollection {
    private struct Column {
        let method: String
        let analyte: String
        let unit: String
        let digestion: DigestionClass
    }

    private struct Name: Hashable {
        let method: String
        let analyte: String
    }

    private let selection: ResultSelection
    private let material: MaterialName?
    private var found: [MaterialSeries.Key: MaterialSeries] = [:]
    /// The certificate of the rows that come, its report date, and which of its columns are selected.
    private var certificate: Int64?
    private var reported: CalendarDate?
    private var columns: [Int: Column] = [:]
    private var areSelected: [Name: Bool] = [:]
    private var isAskedFor: [String: Bool] = [:]

    init(_ selection: ResultSelection, material: MaterialName?) {
        self.selection = selection
        self.material = material
    }

    var series: [MaterialSeries] {
        found.values.sorted { $0.key.words.lexicographicallyPrecedes($1.key.words) }
    }

    /// - Parameter columnsOf: the rows of a certificate's columns: ordinal, method, analyte, unit, digestion.
    mutating func take(_ row: Row, columnsOf: (Int64) throws -> [Row]) throws {
        let reference = try row.text(7)
        guard asksFor(reference) else { return }
        let id = Int64(try row.count(0))
        if id != certificate { try begin(id, row, columnsOf) }
        guard !columns.isEmpty else { return }

        let origin: QCOrigin = try row.word(6)
        let position = try row.count(5)
        let results: Data = row[9]
        var unpacked = UnpackedResults(Array(results))
        let isWhole = try unpacked.forEach(of: { columns[$0] != nil }) { ordinal, texts in
            guard let column = columns[ordinal], let certified = try row.decimal(texts[.expected], packedIn: 9) else {
                return
            }
            let key = MaterialSeries.Key(
                material: reference,
                analyte: column.analyte,
                unit: column.unit,
                method: column.method,
                laboratory: try row.text(2),
                origin: origin,
                certified: certified,
                sd: try row.decimal(texts[.sd], packedIn: 9)
            )
            guard let outcome = texts[.outcome].flatMap(Outcome.init) else { throw row.unexpected(9) }
            let point = MaterialPoint(
                batch: try row.text(1),
                sample: try row.text(8),
                position: position,
                reported: reported,
                value: try row.decimal(texts[.value], packedIn: 9),
                outcome: outcome
            )
            found[key, default: MaterialSeries(key: key, digestion: column.digestion, points: [])].points.append(point)
        }
        guard isWhole else { throw row.unexpected(9) }
    }

    private mutating func begin(_ id: Int64, _ row: Row, _ columnsOf: (Int64) throws -> [Row]) throws {
        certificate = id
        reported = try row.date(4)
        columns = [:]
        guard selection.takes(laboratory: try row.text(2), project: try row.text(3), reported: reported) else { return }
        for column in try columnsOf(id) {
            let name = Name(method: try column.text(1), analyte: try column.text(2))
            guard isSelected(name) else { continue }
            columns[try column.count(0)] = Column(
                method: name.method,
                analyte: name.analyte,
                unit: try column.text(3),
                digestion: try column.word(4)
            )
        }
    }

    private mutating func asksFor(_ reference: String) -> Bool {
        guard let material else { return true }
        if let known = isAskedFor[reference] { return known }
        let isSame = MaterialName(reference) == material
        isAskedFor[reference] = isSame
        return isSame
    }

    private mutating func isSelected(_ name: Name) -> Bool {
        if let known = areSelected[name] { return known }
        let isSelected = selection.takes(method: name.method, analyte: name.analyte)
        areSelected[name] = isSelected
        return isSelected
    }
}

extension MaterialSeries.Key {
    /// In which order series are listed.
    fileprivate var words: [String] {
        [material, analyte, unit, method, laboratory, origin.rawValue, certified.description, sd?.description ?? ""]
    }
}
