extension LedgerTransaction {
    /// Notes that the verdicts on these certificates have to be renewed, once, when a backlog is through.
    public func putOffRenewal(of certificates: [CertificateReference]) throws {
        for certificate in certificates {
            try database.run("INSERT OR IGNORE INTO renewal (certificate_id) VALUES (?)", certificate.id)
        }
    }

    /// The same transaction looks at them again, or nobody can.
    public func endRenewal(of certificates: [CertificateReference]) throws {
        for certificate in certificates {
            try database.run("DELETE FROM renewal WHERE certificate_id = ?", certificate.id)
        }
    }
}
