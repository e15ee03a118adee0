import GRDB

extension LedgerTransaction {
    /// Records what is kept beside a certificate. What is recorded already stays as it is.
    public func insertDocuments(
        _ documents: [DocumentRecord],
        beside certificate: CertificateReference,
        at now: String
    ) throws {
        guard !documents.isEmpty,
            try database.row("SELECT 1 FROM document WHERE certificate_id = ? LIMIT 1", certificate.id) == nil
        else { return }
        for (ordinal, document) in documents.enumerated() {
            try database.run(
                """
                INSERT INTO document (certificate_id, ordinal, name, kind, sha256, size, path)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                certificate.id,
                ordinal,
                document.name,
                document.kind,
                document.sha256,
                document.size,
                document.path
            )
        }
        let list = documents.map { "\($0.name), sha256 \($0.sha256), \($0.size) bytes" }.joined(separator: "; ")
        try appendAudit(
            at: now,
            action: "documents",
            subject: "\(certificate.laboratory) \(certificate.batch)",
            detail: "beside certificate \(certificate.id): \(list)"
        )
    }
}
