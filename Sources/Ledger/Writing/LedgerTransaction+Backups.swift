extension LedgerTransaction {
    /// Tells the audit log that a copy was made, and where the copy's own log ends.
    public func recordBackup(to path: String, head: AuditHead, at: String) throws {
        try appendAudit(
            at: at,
            action: "backup",
            subject: path,
            detail: "a checked copy whose log ends with row \(head)"
        )
    }
}
