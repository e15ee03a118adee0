extension LedgerReader {
    /// Certificates whose verdict waits to be renewed, at most so many, in the order in which they were taken in: what
    /// one adds to its series does not depend on the verdicts of others. Also those that a revision has replaced since.
    public func renewals(atMost count: Int) throws -> [CertificateReference] {
        try database.rows(
            """
            SELECT c.* FROM renewal r JOIN certificate c ON c.id = r.certificate_id ORDER BY r.certificate_id LIMIT ?
            """,
            count
        ).map(Self.reference)
    }

    /// How many verdicts wait to be renewed.
    public func renewalCount() throws -> Int {
        try database.row("SELECT count(*) FROM renewal")?.count(0) ?? 0
    }

    /// Whether the verdict on a certificate waits to be renewed.
    public func waitsForRenewal(_ certificate: CertificateReference) throws -> Bool {
        try database.row("SELECT 1 FROM renewal WHERE certificate_id = ?", certificate.id) != nil
    }

    /// Whether a current verdict on a batch waits to be renewed.
    public func waitsForRenewal(_ key: BatchKey) throws -> Bool {
        try database.row(
            """
            SELECT 1 FROM certificate c JOIN renewal r ON r.certificate_id = c.id
            WHERE c.batch = ? AND c.laboratory = ? AND c.superseded_by IS NULL
            """,
            key.batch,
            key.laboratory
        ) != nil
    }
}
