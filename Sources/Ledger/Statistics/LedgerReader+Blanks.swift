import GRDB
import Geochemistry
import QualityControl

extension LedgerReader {
    /// The results of blanks in current certificates, the laboratory's own too, in the order of reports.
    public func blankRecords(_ selection: ResultSelection) throws -> [BlankRecord] {
        let causes = try blankCauses()
        var limits: [Int64: ExactDecimal?] = [:]
        var records: [BlankRecord] = []
        let rows = try database.rows(
            """
            SELECT c.laboratory, c.project, c.reported, v.id AS verdict, q.position, q.origin, q.subtype,
                k.id AS column, k.method, k.analyte, k.unit, k.detection_limit,
                json_extract(r.value, '$[2]') AS value, json_extract(r.value, '$[11]') AS outcome,
                json_extract(r.value, '$[12]') AS rule
            FROM certificate c
            JOIN verdict v ON v.certificate_id = c.id AND v.current = 1
            JOIN qc_sample q ON q.verdict_id = v.id AND q.kind = 'blank'
            JOIN json_each(q.results) r
            JOIN result_column k ON k.certificate_id = c.id + 0 * r.key AND k.ordinal = json_extract(r.value, '$[0]')
            WHERE c.superseded_by IS NULL
            ORDER BY c.order_key, c.id, q.ordinal, r.key
            """
        )
        for row in rows {
            let laboratory = try row.text("laboratory")
            let method = try row.text("method")
            let analyte = try row.text("analyte")
            guard selection.takes(method: method, analyte: analyte),
                selection.takes(
                    laboratory: laboratory,
                    project: try row.text("project"),
                    reported: try row.date("reported")
                )
            else { continue }
            let column = try row.integer("column")
            if limits[column] == nil {
                let stated = try row.decimal("detection_limit").flatMap { $0 > 0 ? $0 : nil }
                limits[column] = .some(try stated ?? smallestPrintedLimit(of: column))
            }
            let place = ResultPlace(
                verdict: try row.integer("verdict"),
                position: try row.count("position"),
                analyte: analyte,
                method: method
            )
            records.append(
                BlankRecord(
                    laboratory: laboratory,
                    method: method,
                    analyte: analyte,
                    unit: try row.text("unit"),
                    origin: try row.word("origin"),
                    subtype: try row.text("subtype"),
                    entry: BlankTally.Entry(
                        value: try row.decimal("value"),
                        detectionLimit: limits[column] ?? nil,
                        outcome: try row.word("outcome"),
                        rule: try row.word("rule"),
                        cause: causes[place]
                    )
                )
            )
        }
        return records
    }

    private struct ResultPlace: Hashable {
        let verdict: Int64
        let position: Int
        let analyte: String
        let method: String
    }

    private func blankCauses() throws -> [ResultPlace: RuleName] {
        let rows = try database.rows(
            """
            SELECT f.verdict_id, f.position, f.analyte, f.method, f.rule
            FROM finding f JOIN verdict v ON v.id = f.verdict_id AND v.current = 1
            WHERE f.rule IN (?, ?)
            """,
            RuleName.blankCarryOver.rawValue,
            RuleName.blankContamination.rawValue
        )
        var causes: [ResultPlace: RuleName] = [:]
        for row in rows {
            let place = ResultPlace(
                verdict: try row.integer("verdict_id"),
                position: try row.count("position"),
                analyte: try row.text("analyte"),
                method: try row.text("method")
            )
            causes[place] = try row.word("rule")
        }
        return causes
    }

    /// Of a column whose header states no limit, the smallest behind a `<`; see `ColumnDetectionLimit`. What a
    /// laboratory publishes is not in the ledger.
    private func smallestPrintedLimit(of column: Int64) throws -> ExactDecimal? {
        try database.rows(
            """
            SELECT DISTINCT t.value AS text FROM result_column k JOIN json_each(k.texts) t
            WHERE k.id = ? AND substr(k.kinds, t.key + 1, 1) = X'3C'
            """,
            column
        ).compactMap { row in
            let digits = try row.text("text").filter { $0.isNumber || $0 == "." || $0 == "," }
            return ExactDecimal(digits.replacing(",", with: ".")).flatMap { $0 > 0 ? $0 : nil }
        }.min()
    }
}
