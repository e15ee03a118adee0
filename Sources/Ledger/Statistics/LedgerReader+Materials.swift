import GRDB
public import Geochemistry
import QualityControl

extension LedgerReader {
    /// The series of reference materials, with every insertion that has a certified value under a current verdict, in
    /// the order of material, analyte, unit, method, laboratory.
    /// - Parameter material: nil for all.
    public func materialSeries(_ selection: ResultSelection, material: MaterialName?) throws -> [MaterialSeries] {
        var series: [MaterialSeries.Key: MaterialSeries] = [:]
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT c.batch, c.laboratory, c.project, c.reported, q.position, q.origin, q.reference, s.name AS sample,
                    k.method, k.digestion, k.analyte, k.unit, json_extract(r.value, '$[2]') AS value,
                    json_extract(r.value, '$[3]') AS expected, json_extract(r.value, '$[4]') AS sd,
                    json_extract(r.value, '$[11]') AS outcome
                FROM certificate c
                JOIN verdict v ON v.certificate_id = c.id AND v.current = 1
                JOIN qc_sample q ON q.verdict_id = v.id AND q.kind = 'crm'
                JOIN json_each(q.results) r
                JOIN result_column k ON k.certificate_id = c.id + 0 * r.key AND k.ordinal = json_extract(r.value, '$[0]')
                JOIN sample s ON s.certificate_id = c.id AND s.position = q.position
                WHERE c.superseded_by IS NULL
                ORDER BY c.order_key, c.id, q.position, r.key
                """
        )
        while let row = try rows.next() {
            guard let certified = try row.decimal("expected") else { continue }
            let reference = try row.text("reference")
            if let material, MaterialName(reference) != material { continue }
            let key = MaterialSeries.Key(
                material: reference,
                analyte: try row.text("analyte"),
                unit: try row.text("unit"),
                method: try row.text("method"),
                laboratory: try row.text("laboratory"),
                origin: try row.word("origin"),
                certified: certified,
                sd: try row.decimal("sd")
            )
            let reported = try row.date("reported")
            guard selection.takes(method: key.method, analyte: key.analyte),
                selection.takes(laboratory: key.laboratory, project: try row.text("project"), reported: reported)
            else { continue }
            let point = MaterialPoint(
                batch: try row.text("batch"),
                sample: try row.text("sample"),
                position: try row.count("position"),
                reported: reported,
                value: try row.decimal("value"),
                outcome: try row.word("outcome")
            )
            let digestion: DigestionClass = try row.word("digestion")
            series[key, default: MaterialSeries(key: key, digestion: digestion, points: [])].points.append(point)
        }
        return series.values.sorted { $0.key.words.lexicographicallyPrecedes($1.key.words) }
    }
}

extension MaterialSeries.Key {
    /// In which order series are listed.
    fileprivate var words: [String] {
        [material, analyte, unit, method, laboratory, origin.rawValue, certified.description, sd?.description ?? ""]
    }
}
