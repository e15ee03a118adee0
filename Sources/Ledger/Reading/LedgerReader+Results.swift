import GRDB
import Geochemistry
import QualityControl

extension LedgerReader {
    /// The QC results of a verdict, in the order the judge gave them, to the digit.
    public func results(of verdictID: Int64) throws -> [StoredQCResult] {
        let columns = try database.rows(
            """
            SELECT k.ordinal, k.analyte, k.method, k.digestion, k.unit
            FROM verdict v JOIN result_column k ON k.certificate_id = v.certificate_id WHERE v.id = ?
            """,
            verdictID
        ).reduce(into: [:]) { $0[try $1.count(0)] = try ResultColumnNames($1) }
        let samples = try database.rows(
            """
            SELECT q.position, q.origin, q.kind, q.subtype, q.reference, s.name, q.results
            FROM qc_sample q
            JOIN verdict v ON v.id = q.verdict_id
            JOIN sample s ON s.certificate_id = v.certificate_id AND s.position = q.position
            WHERE q.verdict_id = ? ORDER BY q.ordinal
            """,
            verdictID
        )
        var results: [StoredQCResult] = []
        for sample in samples { try sample.eachResult(columns) { results.append($0) } }
        return results
    }
}

/// What a column of a certificate is called in its results.
private struct ResultColumnNames {
    let analyte: String
    let method: String
    let digestion: String
    let unit: String

    init(_ row: Row) throws {
        (analyte, method) = (try row.text(1), try row.text(2))
        (digestion, unit) = (try row.text(3), try row.text(4))
    }
}

extension Row {
    /// The results that are packed in a QC sample: position, origin, kind, subtype, reference, name, results.
    fileprivate func eachResult(
        _ columns: [Int: ResultColumnNames],
        _ body: (StoredQCResult) throws -> Void
    ) throws {
        let position = try count(0)
        let origin: QCOrigin = try word(1)
        let kind: QCKind = try word(2)
        let (subtype, reference, name) = (try text(3), try text(4), try text(5))
        var unpacked = UnpackedResults(Array(try text(6).utf8))
        let isWhole = try unpacked.forEach(of: { _ in true }) { ordinal, texts in
            guard let column = columns[ordinal],
                let reported = texts[.reported],
                let tier = texts[.tier].flatMap(Tier.init),
                let outcome = texts[.outcome].flatMap(Outcome.init),
                let rule = texts[.rule].flatMap(RuleName.init),
                let note = texts[.note]
            else { throw unexpected(6) }
            var result = QCResult(
                sampleIndex: position - 1,
                columnIndex: ordinal,
                origin: origin,
                kind: kind,
                subtype: subtype,
                reference: reference,
                reported: reported,
                tier: tier,
                outcome: outcome,
                rule: rule,
                note: note
            )
            result.value = try decimal(texts[.value], packedIn: 6)
            result.expected = try decimal(texts[.expected], packedIn: 6)
            result.sd = try decimal(texts[.sd], packedIn: 6)
            result.z = try double(texts[.z], packedIn: 6)
            result.biasPercent = try double(texts[.biasPercent], packedIn: 6)
            result.differencePercent = try double(texts[.differencePercent], packedIn: 6)
            result.lowerLimit = try decimal(texts[.lowerLimit], packedIn: 6)
            result.upperLimit = try decimal(texts[.upperLimit], packedIn: 6)
            try body(
                StoredQCResult(
                    sample: name,
                    analyte: column.analyte,
                    method: column.method,
                    digestion: column.digestion,
                    unit: column.unit,
                    result: result
                )
            )
        }
        guard isWhole else { throw unexpected(6) }
    }
}
