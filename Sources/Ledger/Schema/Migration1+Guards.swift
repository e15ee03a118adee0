extension Migration1 {
    /// Triggers that keep history from being rewritten, by us or by hand.
    ///
    /// What follows from the latest facts may change (which revision and which verdict is current, whether a decision
    /// is stale, whether a delivery has left incoming/); what was reported, judged, decided and logged may not.
    static let guards = [
        refuseAll("audit_entry"), refuseAll("sample"), refuseAll("result_column"), refuseAll("register"),
        refuseAll("register_entry"), refuseAll("qc_sample"), refuseAll("finding"), refuseAll("file_content"),
        refuseAll("snapshot_file"), refuseAll("snapshot_use"),
        refuse(
            "certificate",
            butFor: ["revision", "superseded_by"],
            keeping: [
                "id", "sha256", "part", "file_name", "laboratory", "batch", "status", "client", "project", "dispatch",
                "received", "reported", "declared_samples", "format", "decimal_sign", "ingested_at", "order_key",
            ]
        ),
        refuse(
            "verdict",
            butFor: ["current"],
            keeping: [
                "id", "certificate_id", "outcome", "supersedes", "evaluated_at", "standards_sha256", "policy",
                "policy_sha256", "register_sha256", "history_sha256", "engine_version", "passed", "warned", "failed",
                "not_evaluated", "content", "roles", "role_sources", "reassay",
            ]
        ),
        refuse(
            "decision",
            butFor: ["stale"],
            keeping: [
                "id", "laboratory", "batch", "verdict_id", "action", "actor", "reason", "decided_at", "standing",
            ]
        ),
        refuse(
            "delivery",
            butFor: ["settled"],
            keeping: ["id", "file_name", "identity", "sha256", "size", "seen_at", "disposition", "reason"]
        ),
    ].joined(separator: "\n")

    static func refuseAll(_ table: String) -> String {
        """
        CREATE TRIGGER \(table)_is_not_changed BEFORE UPDATE ON \(table)
        BEGIN SELECT RAISE(ABORT, '\(table) is history and is not changed'); END;
        \(refuseDelete(table))
        """
    }

    private static func refuse(_ table: String, butFor free: [String], keeping columns: [String]) -> String {
        """
        CREATE TRIGGER \(table)_is_not_changed BEFORE UPDATE OF \(columns.joined(separator: ", ")) ON \(table)
        BEGIN SELECT RAISE(ABORT, 'only \(free.joined(separator: ", ")) of \(table) may change'); END;
        \(refuseDelete(table))
        """
    }

    private static func refuseDelete(_ table: String) -> String {
        """
        CREATE TRIGGER \(table)_is_not_deleted BEFORE DELETE ON \(table)
        BEGIN SELECT RAISE(ABORT, '\(table) is history and is not deleted'); END;
        """
    }
}
