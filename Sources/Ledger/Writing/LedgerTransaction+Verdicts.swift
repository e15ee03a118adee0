import Foundation
import GRDB
public import Geochemistry
public import QualityControl

extension LedgerTransaction {
    /// Records a verdict. Under the state of the current verdict nothing is written, nor where only the history of its
    /// series differs and the verdict says the same; under any other state, also one that was met before, a new
    /// verdict supersedes the current one.
    /// - Parameter certificate: what was judged.
    public func insertVerdict(
        on certificateID: Int64,
        _ judgement: Judgement,
        of certificate: Certificate,
        state: VerdictState,
        at evaluatedAt: String
    ) throws -> VerdictRecord {
        let stored = try self.certificate(certificateID)
        let key = BatchKey(batch: stored.reference.batch, laboratory: stored.reference.laboratory)
        let previous = try latestVerdict(on: certificateID)
        let content = Digest.content(outcome: judgement.outcome, findings: judgement.findings)
        if let previous, try previous.state == state || isSameButHistory(previous, state, content, judgement.segments) {
            return VerdictRecord(
                id: previous.id,
                isNew: false,
                previous: previous,
                isChanged: false,
                successors: [],
                queueItem: try queueItem(key)
            )
        }
        guard judgement.roles.count == stored.sampleCount else {
            throw LedgerError.inconsistentCertificate(
                batch: key.batch,
                detail: "\(judgement.roles.count) roles for \(stored.sampleCount) samples"
            )
        }

        let runs = PackedResults.runs(of: judgement.results)
        if let previous { try database.run("UPDATE verdict SET current = 0 WHERE id = ?", previous.id) }
        let id = try insertHeader(
            judgement,
            certificateID: certificateID,
            supersedes: previous?.id,
            state: state,
            content: content,
            at: evaluatedAt
        )
        try insertFindings(judgement.findings, id)
        try insertResults(runs.map(PackedResults.init), id)
        try insertResolved(judgement.resolved, id)
        try insertComposites(judgement.composites, id)
        try replaceReassaySamples(judgement.reassay, of: certificateID, hadVerdict: previous != nil)
        try replaceChart(PackedChart.pack(runs, of: certificate), of: certificateID, hadVerdict: previous != nil)
        let changedSeries = try replaceSegments(judgement.segments, of: stored.reference)
        guard let recorded = try latestVerdict(on: certificateID) else {
            throw LedgerError.unknownCertificate(id: certificateID)
        }
        try appendAudit(
            at: evaluatedAt,
            action: "verdict",
            subject: "\(key.laboratory) \(key.batch)",
            detail: recorded.auditDetail
        )
        return VerdictRecord(
            id: id,
            isNew: true,
            previous: previous,
            isChanged: previous?.content != content,
            successors: try successors(of: stored.reference.order, keys: changedSeries),
            queueItem: try refreshQueue(key, at: evaluatedAt)
        )
    }

    /// A late certificate may change what stands before this one in a series without changing anything that is said
    /// of it: then its verdict stands.
    private func isSameButHistory(
        _ previous: VerdictSummary,
        _ state: VerdictState,
        _ content: String,
        _ segments: [SeriesSegment]
    ) throws -> Bool {
        var before = previous.state
        before.historySHA256 = state.historySHA256
        guard before == state, previous.content == content else { return false }
        return try self.segments(of: previous.certificateID) == segments
    }

    private func insertHeader(
        _ judgement: Judgement,
        certificateID: Int64,
        supersedes: Int64?,
        state: VerdictState,
        content: String,
        at evaluatedAt: String
    ) throws -> Int64 {
        try database.run(
            """
            INSERT INTO verdict (certificate_id, outcome, current, supersedes, evaluated_at, standards_sha256, policy,
                policy_sha256, register_sha256, history_sha256, engine_version, passed, warned, failed, not_evaluated,
                content, roles, role_sources, reassay, reassay_closes)
            VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            certificateID,
            judgement.outcome.rawValue,
            supersedes,
            evaluatedAt,
            state.standardsSHA256,
            state.policy,
            state.policySHA256,
            state.registerSHA256,
            state.historySHA256,
            state.engineVersion,
            judgement.counts.passed,
            judgement.counts.warned,
            judgement.counts.failed,
            judgement.counts.notEvaluated,
            content,
            Data(PackedRoles.bytes(judgement.roles)),
            PackedRoles.sources(judgement.roles),
            PackedReassay.json(judgement.reassay),
            judgement.reassayCloses
        )
        return database.lastInsertedRowID
    }

    private func insertFindings(_ findings: [Finding], _ verdictID: Int64) throws {
        for (ordinal, finding) in findings.enumerated() {
            try database.run(
                """
                INSERT INTO finding (verdict_id, ordinal, rule, outcome, origin, sample, position, reference, analyte,
                    method, message)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                verdictID,
                ordinal,
                finding.rule,
                finding.outcome.rawValue,
                finding.origin.rawValue,
                finding.sample,
                finding.position,
                finding.reference,
                finding.analyte,
                finding.method,
                finding.message
            )
        }
    }

    private func insertResults(_ results: [PackedResults], _ verdictID: Int64) throws {
        for (ordinal, packed) in results.enumerated() {
            try database.run(
                """
                INSERT INTO qc_sample (verdict_id, ordinal, position, origin, kind, subtype, reference, results)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                verdictID,
                ordinal,
                packed.row.position,
                packed.row.origin.rawValue,
                packed.row.kind.rawValue,
                packed.row.subtype,
                packed.row.reference,
                packed.results
            )
        }
    }

    private func insertResolved(_ resolved: [ResolvedResult], _ verdictID: Int64) throws {
        for (ordinal, result) in resolved.enumerated() {
            try database.run(
                """
                INSERT INTO resolved_result (verdict_id, ordinal, position, column_ordinal, resolving_ordinal, value,
                    conversion)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                verdictID,
                ordinal,
                result.sampleIndex + 1,
                result.columnIndex,
                result.resolvingColumnIndex,
                result.value.description,
                result.conversion
            )
        }
    }

    /// - Returns: the series to which the certificate adds something else than before, also those it has left.
    private func replaceSegments(
        _ segments: [SeriesSegment],
        of certificate: CertificateReference
    ) throws -> [SeriesKey] {
        let before = try self.segments(of: certificate.id)
        guard before != segments else { return [] }
        try database.run("DELETE FROM series_segment WHERE certificate_id = ?", certificate.id)
        for segment in segments {
            try database.run(
                """
                INSERT INTO series_segment (origin, laboratory, method, material_key, order_key, certificate_id,
                    material, insertions, columns, samples, scores)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                segment.key.origin.rawValue,
                segment.key.laboratory,
                segment.key.method,
                segment.key.material.key,
                certificate.order.key,
                certificate.id,
                segment.key.material.printed,
                segment.insertions.count,
                PackedSegment.columns(segment.columns),
                PackedSegment.insertions(segment.insertions),
                Data(PackedScores.bytes(segment.scores))
            )
        }
        let earlier = SeriesHistory(before).segments
        let now = SeriesHistory(segments).segments
        return (before + segments).map(\.key).reduce(into: []) { changed, key in
            if earlier[key] != now[key], !changed.contains(key) { changed.append(key) }
        }
    }
}
