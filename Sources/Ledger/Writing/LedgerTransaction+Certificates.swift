import GRDB
import Geochemistry
import QualityControl

extension LedgerTransaction {
    /// Stores a certificate as printed and puts the revisions of its batch in order. The same (content, part) is
    /// stored once, whoever delivers it again.
    ///
    /// - Parameters:
    ///   - part: which certificate of the file, from 0.
    ///   - member: its path inside the file; empty where the file is the certificate.
    public func insertCertificate(
        _ packed: PackedCertificate,
        sha256: String,
        part: Int,
        fileName: String,
        member: String = "",
        ingestedAt: String
    ) throws -> InsertedCertificate {
        let certificate = packed.certificate
        let known = try database.row("SELECT * FROM certificate WHERE sha256 = ? AND part = ?", sha256, part)
        if let known {
            return InsertedCertificate(certificate: try Self.reference(known), isNew: false, superseded: [])
        }
        try insertHeader(
            certificate,
            sha256: sha256,
            part: part,
            fileName: fileName,
            member: member,
            ingestedAt: ingestedAt
        )
        let id = database.lastInsertedRowID
        try insertSamples(packed.samples, id)
        try insertColumns(packed.columns, id)

        let key = BatchKey(batch: certificate.batch, laboratory: certificate.laboratory)
        let superseded = try orderRevisions(of: key).filter { $0.id != id }
        let reference = try self.certificate(id).reference
        let replaces = superseded.map { "certificate \($0.id)" }.joined(separator: ", ")
        try appendAudit(
            at: ingestedAt,
            action: "certificate",
            subject: "\(key.laboratory) \(key.batch)",
            detail: "certificate \(id), sha256 \(sha256), part \(part), \(certificate.status.rawValue), "
                + "revision \(reference.revision)" + (replaces.isEmpty ? "" : ", supersedes \(replaces)")
        )
        if !superseded.isEmpty { try refreshQueue(key, at: ingestedAt) }
        return InsertedCertificate(certificate: reference, isNew: true, superseded: superseded)
    }

    private func insertHeader(
        _ certificate: Certificate,
        sha256: String,
        part: Int,
        fileName: String,
        member: String,
        ingestedAt: String
    ) throws {
        let order = CertificateOrder(certificate, sha256: sha256, part: part)
        try database.run(
            """
            INSERT INTO certificate (sha256, part, file_name, laboratory, batch, status, revision, client, project,
                dispatch, received, reported, declared_samples, format, decimal_sign, thousands_sign,
                ingested_at, order_key, member)
            VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            sha256,
            part,
            fileName,
            certificate.laboratory,
            certificate.batch,
            certificate.status.rawValue,
            certificate.client,
            certificate.project,
            certificate.dispatch,
            certificate.received?.description,
            certificate.reported?.description,
            certificate.declaredSamples,
            certificate.format,
            String(UnicodeScalar(certificate.vocabulary.decimalSign)),
            certificate.vocabulary.thousandsSign?.rawValue ?? "",
            ingestedAt,
            order.key,
            member
        )
    }

    private func insertSamples(_ samples: [StatementArguments], _ id: Int64) throws {
        try database.run(
            """
            INSERT INTO sample (position, name, folded, sheet_row, sheet, origin, origin_name, type, certificate_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            samples,
            id
        )
    }

    private func insertColumns(_ columns: [StatementArguments], _ id: Int64) throws {
        try database.run(
            """
            INSERT INTO result_column (ordinal, sheet_column, method, analyte, printed_analyte, unit, digestion,
                technique, detection_limit, upper_limit, client_results, texts, kinds, stored, places, certificate_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            columns,
            id
        )
    }

    /// Numbers the revisions of a batch anew and says which replaces which.
    ///
    /// - Returns: the certificates that are superseded now and were not before.
    private func orderRevisions(of key: BatchKey) throws -> [CertificateReference] {
        let rows = try database.rows(
            "SELECT * FROM certificate WHERE batch = ? AND laboratory = ?",
            key.batch,
            key.laboratory
        )
        if rows.count == 1 {
            try database.run("UPDATE certificate SET revision = 1 WHERE id = ?", try rows[0].integer("id"))
            return []
        }
        var before: [Int64: CertificateReference] = [:]
        for row in rows {
            let reference = try Self.reference(row)
            before[reference.id] = reference
        }
        var superseded: [CertificateReference] = []
        for revision in RevisionOrder(try rows.map(candidate)).revisions {
            let old = before[revision.id]
            if old?.revision == revision.number, old?.supersededBy == revision.supersededBy { continue }
            try database.run(
                "UPDATE certificate SET revision = ?, superseded_by = ? WHERE id = ?",
                revision.number,
                revision.supersededBy,
                revision.id
            )
            if old?.supersededBy == nil, revision.supersededBy != nil {
                superseded.append(try certificate(revision.id).reference)
            }
        }
        return superseded
    }

    private func candidate(_ row: Row) throws -> RevisionOrder.Candidate {
        let id = try row.integer("id")
        let columns = try database.rows(
            "SELECT method, analyte, unit FROM result_column WHERE certificate_id = ? AND client_results > 0",
            id
        ).map { column in
            RevisionOrder.Candidate.Column(
                method: try column.text("method"),
                analyte: try column.text("analyte"),
                unit: try column.text("unit")
            )
        }
        let samples = try database.rows(
            "SELECT name FROM sample WHERE certificate_id = ? AND origin = 'client'",
            id
        ).map { try $0.text("name") }
        let status: Certificate.Status = try row.word("status")
        return RevisionOrder.Candidate(
            id: id,
            reported: try row.optionalText("reported") ?? "",
            isPreliminary: status == .preliminary,
            sha256: try row.text("sha256"),
            part: try row.count("part"),
            columns: Set(columns),
            samples: Set(samples)
        )
    }
}
