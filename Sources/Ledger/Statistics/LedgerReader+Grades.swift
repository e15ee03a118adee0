import GRDB
import Geochemistry

extension LedgerReader {
    /// Grades of ordinary samples against what the client's CRMs are certified for, for the decision analytes of current
    /// verdicts. Numbers only: a result over its range stands in another column.
    ///
    /// - Parameter factor: a CRM answers for grades up to this many times its certified value.
    public func gradeReach(_ selection: ResultSelection, factor: Double) throws -> [GradeReach] {
        var certified: [Column: (low: Double, high: Double)] = [:]
        for row in try references() {
            guard let expected = try row.real("expected"), let column = try column(row, selection) else { continue }
            let range = certified[column] ?? (expected, expected)
            certified[column] = (min(range.low, expected), max(range.high, expected))
        }
        var grades: [Column: [Double]] = [:]
        for row in try ordinary(Set(certified.keys.map(\.analyte)).sorted()) {
            guard let value = try row.real("value"), let column = try column(row, selection), certified[column] != nil
            else { continue }
            grades[column, default: []].append(value)
        }
        return certified.sorted { $0.key < $1.key }.compactMap { column, range in
            let values = (grades[column] ?? []).sorted()
            guard let highest = values.last else { return nil }
            let middle = values.count / 2
            return GradeReach(
                laboratory: column.laboratory,
                method: column.method,
                analyte: column.analyte,
                unit: column.unit,
                samples: values.count,
                median: values.count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2,
                highest: highest,
                lowestCertified: range.low,
                highestCertified: range.high,
                above: values.count { $0 > range.high * factor }
            )
        }
    }

    private struct Column: Hashable, Comparable {
        let laboratory: String
        let analyte: String
        let method: String
        let unit: String

        static func < (left: Column, right: Column) -> Bool {
            (left.laboratory, left.analyte, left.method, left.unit)
                < (right.laboratory, right.analyte, right.method, right.unit)
        }
    }

    private func references() throws -> [Row] {
        try database.rows(
            """
            SELECT DISTINCT c.laboratory, c.project, c.reported, r.method, r.analyte, r.unit, r.expected
            FROM qc_results r JOIN certificate c ON c.id = r.certificate_id
            WHERE r.kind = 'crm' AND r.origin = 'client' AND r.tier = 'decision' AND r.expected > 0
            """
        )
    }

    private func ordinary(_ analytes: [String]) throws -> [Row] {
        var json = PackedJSON()
        json.strings(analytes)
        return try database.rows(
            """
            SELECT c.laboratory, c.project, c.reported, d.method, d.analyte, d.unit, d.value
            FROM determinations d JOIN certificate c ON c.id = d.certificate_id
            WHERE c.superseded_by IS NULL AND d.role IN ('routine', 'check') AND d.value IS NOT NULL
                AND d.analyte IN (SELECT value FROM json_each(?))
            """,
            json.text
        )
    }

    /// The column of a row; nil where the selection leaves it out.
    private func column(_ row: Row, _ selection: ResultSelection) throws -> Column? {
        let column = Column(
            laboratory: try row.text("laboratory"),
            analyte: try row.text("analyte"),
            method: try row.text("method"),
            unit: try row.text("unit")
        )
        guard selection.takes(method: column.method, analyte: column.analyte),
            selection.takes(
                laboratory: column.laboratory,
                project: try row.text("project"),
                reported: try row.date("reported")
            )
        else { return nil }
        return column
    }
}
