import GRDB
import Geochemistry
public import QualityControl

extension LedgerReader {
    /// The composites of a verdict with their results, as the judge gave them, to the digit.
    public func composites(of verdictID: Int64) throws -> [CompositeColumn] {
        let rows = try database.rows(
            """
            SELECT p.ordinal, r.key AS number, json_extract(r.value, '$[0]') AS position,
                json_extract(r.value, '$[1]') AS origin, json_extract(r.value, '$[2]') AS kind,
                json_extract(r.value, '$[3]') AS reference, json_extract(r.value, '$[4]') AS value,
                json_extract(r.value, '$[5]') AS lowest, json_extract(r.value, '$[6]') AS highest,
                json_extract(r.value, '$[7]') AS expected, json_extract(r.value, '$[8]') AS sd,
                json_extract(r.value, '$[9]') AS z, json_extract(r.value, '$[10]') AS lower_limit,
                json_extract(r.value, '$[11]') AS upper_limit, json_extract(r.value, '$[12]') AS outcome,
                json_extract(r.value, '$[13]') AS rule, json_extract(r.value, '$[14]') AS note
            FROM composite_result p JOIN json_each(p.results) r
            WHERE p.verdict_id = ? ORDER BY p.ordinal, r.key
            """,
            verdictID
        )
        var results: [Int64: [CompositeResult]] = [:]
        for row in rows { results[try row.integer("ordinal"), default: []].append(try Self.composite(row)) }
        return try database.rows(
            "SELECT * FROM composite_result WHERE verdict_id = ? ORDER BY ordinal",
            verdictID
        ).map { row in
            CompositeColumn(
                composite: try row.text("composite"),
                kind: try row.word("kind"),
                convention: try row.text("convention"),
                digestion: try row.word("digestion"),
                unit: Unit(printed: try row.text("unit")),
                tier: try row.word("tier"),
                members: try row.text("members"),
                results: results[try row.integer("ordinal")] ?? []
            )
        }
    }

    /// The names of a certificate's samples, in laboratory order.
    func sampleNames(of certificateID: Int64) throws -> [String] {
        try database.rows("SELECT name FROM sample WHERE certificate_id = ? ORDER BY position", certificateID)
            .map { try $0.text("name") }
    }

    private static func composite(_ row: Row) throws -> CompositeResult {
        var result = CompositeResult(
            sampleIndex: try row.count("position") - 1,
            origin: try row.word("origin"),
            kind: try row.optionalText("kind").flatMap { QCKind(rawValue: $0) },
            reference: try row.text("reference"),
            note: try row.text("note")
        )
        result.value = try row.decimal("value")
        result.lowest = try row.decimal("lowest")
        result.highest = try row.decimal("highest")
        result.expected = try row.decimal("expected")
        result.sd = try row.decimal("sd")
        result.z = try row.optionalText("z").flatMap { Double($0) }
        result.lowerLimit = try row.decimal("lower_limit")
        result.upperLimit = try row.decimal("upper_limit")
        result.outcome = try row.optionalText("outcome").flatMap { Outcome(rawValue: $0) }
        result.rule = try row.optionalText("rule").flatMap { RuleName(rawValue: $0) }
        return result
    }
}
