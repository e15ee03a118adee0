import GRDB
import QualityControl

extension LedgerReader {
    /// What was decided on a batch, oldest first.
    public func decisions(of key: BatchKey) throws -> [DecisionRecord] {
        try database.rows(
            Self.decisionQuery + " WHERE d.batch = ? AND d.laboratory = ? ORDER BY d.id",
            key.batch,
            key.laboratory
        ).map(Self.decision)
    }

    /// Batches of which a part was decided by itself, with all that was decided on them, oldest first.
    func decisionsOnParts() throws -> [BatchKey: [DecisionRecord]] {
        let decisions = try database.rows(
            Self.decisionQuery
                + """
                 WHERE EXISTS (
                    SELECT 1 FROM decision_scope o JOIN decision p ON p.id = o.decision_id
                    WHERE p.batch = d.batch AND p.laboratory = d.laboratory
                ) ORDER BY d.id
                """
        ).map(Self.decision)
        return Dictionary(grouping: decisions) { BatchKey(batch: $0.batch, laboratory: $0.laboratory) }
    }

    /// What decisions on parts say of each current certificate of a batch, by its number.
    func decidedParts(_ parts: [DecisionRecord], of key: BatchKey) throws -> [Int64: DecidedParts] {
        if parts.isEmpty { return [:] }
        let certificates = try certificates(of: key).map(\.reference).filter(\.isCurrent)
        let names = try certificates.map { try sampleNames(of: $0.id) }
        let decided = certificates.indices.map { index in
            (certificates[index].id, DecidedParts(parts, certificate: index, among: names))
        }
        return Dictionary(uniqueKeysWithValues: decided)
    }

    /// The decision on each result of the batch's ordinary samples, where one on a part counts.
    func decisionsOnCells(_ parts: [DecisionRecord], of key: BatchKey) throws -> [DecisionRecord?] {
        let decided = try decidedParts(parts, of: key)
        return try decided.keys.sorted().flatMap { certificate -> [DecisionRecord?] in
            guard let verdict = try latestVerdict(on: certificate) else { return [nil] }
            let positions = try roles(of: verdict.id).enumerated().filter { $0.element.kind == .routine }
                .map { $0.offset + 1 }
            return try database.rows(
                "SELECT analyte, method FROM result_column WHERE certificate_id = ? AND client_results > 0",
                certificate
            ).flatMap { row -> [DecisionRecord?] in
                let (analyte, method) = (try row.text("analyte"), try row.text("method"))
                return positions.map {
                    decided[certificate]?.decision(analyte: analyte, method: method, position: $0)
                }
            }
        }
    }

    static let decisionQuery = """
        SELECT d.*, s.analytes, s.method, s.first_sample, s.last_sample, s.awaits_second
        FROM decision d LEFT JOIN decision_scope s ON s.decision_id = d.id
        """

    /// A row of ``decisionQuery``.
    static func decision(_ row: Row) throws -> DecisionRecord {
        var scope: DecisionScope?
        var awaitsSecond = false
        if let packed = try row.optionalText("analytes") {
            guard let analytes = UnpackedJSON.texts(packed) else { throw row.unexpected("analytes") }
            let method = try row.text("method")
            let first = try row.text("first_sample")
            let part = DecisionScope(
                analytes: analytes,
                method: method.isEmpty ? nil : method,
                samples: first.isEmpty
                    ? nil : DecisionScope.Samples(first: first, last: try row.text("last_sample"))
            )
            // The first of two acceptances of the whole has a row, too.
            scope = part == DecisionScope() ? nil : part
            awaitsSecond = try row.flag("awaits_second")
        }
        return DecisionRecord(
            id: try row.integer("id"),
            batch: try row.text("batch"),
            laboratory: try row.text("laboratory"),
            verdictID: try row.integer("verdict_id"),
            action: try row.word("action"),
            scope: scope,
            awaitsSecond: awaitsSecond,
            actor: try row.text("actor"),
            reason: try row.text("reason"),
            decidedAt: try row.text("decided_at"),
            isStale: try row.flag("stale")
        )
    }
}
