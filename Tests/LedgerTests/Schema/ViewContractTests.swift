import Testing

@Suite("The public views")
struct ViewContractTests {
    @Test(
        "have exactly the columns of the contract, in its order",
        arguments: [
            (
                "certificates",
                """
                certificate_id, batch, laboratory, report_status, revision, superseded_by, client, project, dispatch, \
                received, reported, declared_samples, sha256, file_name, format, ingested_at
                """
            ),
            (
                "determinations",
                """
                certificate_id, batch, position, sample, role, analyte, method, digestion, unit, reported, qualifier, \
                value, detection_limit
                """
            ),
            (
                "qc_results",
                """
                certificate_id, batch, position, sample, origin, kind, subtype, reference, analyte, method, digestion, \
                unit, reported, value, expected, sd, z, bias_percent, difference_percent, lower_limit, upper_limit, \
                tier, outcome, rule
                """
            ),
            (
                "findings",
                "verdict_id, batch, rule, outcome, origin, sample, position, reference, analyte, method, message"
            ),
            (
                "verdicts",
                """
                verdict_id, certificate_id, batch, outcome, current, supersedes, evaluated_at, standards_sha256, \
                policy, policy_sha256, register_sha256, engine_version, passed, warned, failed, not_evaluated
                """
            ),
            (
                "failure_queue",
                "batch, laboratory, project, state, outcome, opened_at, summary, decision_stale"
            ),
            (
                "control_charts",
                """
                certificate_id, batch, laboratory, project, reported, position, sample, origin, reference, analyte, \
                method, digestion, unit, value, expected, sd, outcome
                """
            ),
            (
                "resolved_results",
                """
                certificate_id, batch, position, sample, analyte, method, unit, reported, resolved_analyte, \
                resolved_method, resolved_unit, resolved_reported, resolved_value, conversion
                """
            ),
            (
                "composites",
                """
                certificate_id, batch, position, sample, role, origin, kind, reference, composite, convention, \
                digestion, unit, value, lowest, highest, expected, sd, z, lower_limit, upper_limit, tier, outcome, \
                rule, members, note
                """
            ),
            ("decisions", "decision_id, batch, verdict_id, action, actor, reason, decided_at, stale"),
            (
                "decision_scopes",
                "decision_id, batch, action, analytes, method, first_sample, last_sample, awaits_second, stale"
            ),
            ("deliveries", "delivery_id, file_name, sha256, size, seen_at, disposition, reason"),
            ("documents", "certificate_id, batch, name, kind, sha256, size, path"),
            (
                "reassays",
                """
                failed_batch, failed_laboratory, reassay_batch, samples_listed, samples_covered, \
                determinations_listed, determinations_covered, reassay_outcome, answered
                """
            ),
            ("audit_log", "seq, at, actor, action, subject, detail, previous_hash, hash"),
        ]
    )
    func columns(view: String, columns: String) throws {
        let ledger = try TestLedger()
        let found = try ledger.query("SELECT name FROM pragma_table_info('\(view)') ORDER BY cid")
        #expect(found.compactMap(\.first).compactMap(\.self).joined(separator: ", ") == columns)
    }

    @Test("are all there is to see, and all of them can be read")
    func names() throws {
        let ledger = try TestLedger()
        let views = try ledger.query("SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY name")
        let names = views.compactMap(\.first).compactMap(\.self)
        #expect(
            names == [
                "audit_log", "certificates", "composites", "control_charts", "decision_scopes", "decisions",
                "deliveries",
                "determinations",
                "documents", "failure_queue", "findings", "qc_results", "reassays", "resolved_results", "verdicts",
            ]
        )
        for name in names { #expect(try ledger.query("SELECT * FROM \(name)").isEmpty) }
    }
}
