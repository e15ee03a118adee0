import GRDB

extension LedgerReader {
    /// What is kept beside the certificates of a batch, in revision order, and in the order of each delivery.
    public func documents(of key: BatchKey) throws -> [StoredDocument] {
        try database.rows(
            """
            SELECT d.* FROM document d JOIN certificate c ON c.id = d.certificate_id
            WHERE c.batch = ? AND c.laboratory = ? ORDER BY c.revision, d.certificate_id, d.ordinal
            """,
            key.batch,
            key.laboratory
        ).map { row in
            StoredDocument(
                certificateID: try row.integer("certificate_id"),
                document: DocumentRecord(
                    name: try row.text("name"),
                    kind: try row.text("kind"),
                    sha256: try row.text("sha256"),
                    size: try row.integer("size"),
                    path: try row.text("path")
                )
            )
        }
    }
}
