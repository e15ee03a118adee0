extension Migration1 {
    /// The public views: names, columns and their order are what users' scripts rely on.
    static let views = [
        certificates, determinations, qcResults, findings, verdicts, failureQueue, decisions, deliveries, auditLog,
    ].joined(separator: "\n")

    private static let certificates = """
        CREATE VIEW certificates AS
        SELECT id AS certificate_id, batch, laboratory, status AS report_status, revision, superseded_by, client,
            project, dispatch, received, reported, declared_samples, sha256, file_name, format, ingested_at
        FROM certificate;
        """

    /// Blanks that laboratories put around results: tab, line breaks, space, non-breaking space.
    private static let blanks = "char(9, 10, 13, 32, 160)"

    /// The planner takes `json_each` for free and would unpack a column once for every sample. `0 * t.key` makes it
    /// unpack first and look the sample up after; the unary plus leaves the way open from a sample's name to its
    /// certificates.
    private static let determinations = """
        CREATE VIEW determinations AS
        SELECT c.id AS certificate_id, c.batch AS batch, s.position AS position, s.name AS sample,
            CASE substr(v.roles, s.position, 1)
                WHEN X'72' THEN 'routine'
                WHEN X'63' THEN 'crm'
                WHEN X'62' THEN 'blank'
                WHEN X'66' THEN 'field_duplicate'
                WHEN X'6F' THEN 'coarse_duplicate'
                WHEN X'70' THEN 'pulp_duplicate'
                WHEN X'6B' THEN 'check'
                WHEN X'43' THEN 'laboratory_crm'
                WHEN X'54' THEN 'laboratory_certified'
                WHEN X'42' THEN 'laboratory_blank'
                WHEN X'4F' THEN 'laboratory_original'
                WHEN X'44' THEN 'laboratory_duplicate'
                WHEN X'58' THEN 'laboratory_other'
            END AS role,
            k.analyte AS analyte, k.method AS method, k.digestion AS digestion, k.unit AS unit,
            t.value AS reported,
            CASE substr(k.kinds, t.key + 1, 1) WHEN X'3C' THEN '<' WHEN X'62' THEN '<' WHEN X'3E' THEN '>' ELSE '' END
                AS qualifier,
            CASE substr(k.kinds, t.key + 1, 1)
                WHEN X'6E' THEN CAST(replace(trim(t.value, \(blanks)), c.decimal_sign, '.') AS REAL)
            END AS value,
            CASE substr(k.kinds, t.key + 1, 1)
                WHEN X'3C' THEN CAST(replace(ltrim(t.value, '<-' || \(blanks)), ',', '.') AS REAL)
                ELSE CAST(k.detection_limit AS REAL)
            END AS detection_limit
        FROM certificate c
        JOIN result_column k ON k.certificate_id = c.id
        JOIN json_each(k.texts) t
        JOIN sample s
            ON s.certificate_id = c.id + 0 * t.key AND s.position = t.key + 1 AND c.id = +s.certificate_id
        LEFT JOIN verdict v ON v.certificate_id = c.id AND v.current = 1
        WHERE substr(k.kinds, t.key + 1, 1) <> X'65';
        """

    /// `0 * r.key`: see ``determinations``.
    private static let qcResults = """
        CREATE VIEW qc_results AS
        SELECT c.id AS certificate_id, c.batch AS batch, q.position AS position, s.name AS sample, q.origin AS origin,
            q.kind AS kind, q.subtype AS subtype, q.reference AS reference, k.analyte AS analyte, k.method AS method,
            k.digestion AS digestion, k.unit AS unit,
            json_extract(r.value, '$[1]') AS reported,
            CAST(json_extract(r.value, '$[2]') AS REAL) AS value,
            CAST(json_extract(r.value, '$[3]') AS REAL) AS expected,
            CAST(json_extract(r.value, '$[4]') AS REAL) AS sd,
            CAST(json_extract(r.value, '$[5]') AS REAL) AS z,
            CAST(json_extract(r.value, '$[6]') AS REAL) AS bias_percent,
            CAST(json_extract(r.value, '$[7]') AS REAL) AS difference_percent,
            CAST(json_extract(r.value, '$[8]') AS REAL) AS lower_limit,
            CAST(json_extract(r.value, '$[9]') AS REAL) AS upper_limit,
            json_extract(r.value, '$[10]') AS tier,
            json_extract(r.value, '$[11]') AS outcome,
            json_extract(r.value, '$[12]') AS rule
        FROM certificate c
        JOIN verdict v ON v.certificate_id = c.id AND v.current = 1
        JOIN qc_sample q ON q.verdict_id = v.id
        JOIN sample s ON s.certificate_id = c.id AND s.position = q.position
        JOIN json_each(q.results) r
        JOIN result_column k ON k.certificate_id = c.id + 0 * r.key AND k.ordinal = json_extract(r.value, '$[0]')
        WHERE c.superseded_by IS NULL;
        """

    private static let findings = """
        CREATE VIEW findings AS
        SELECT f.verdict_id AS verdict_id, c.batch AS batch, f.rule AS rule, f.outcome AS outcome, f.origin AS origin,
            f.sample AS sample, f.position AS position, f.reference AS reference, f.analyte AS analyte,
            f.method AS method, f.message AS message
        FROM finding f
        JOIN verdict v ON v.id = f.verdict_id
        JOIN certificate c ON c.id = v.certificate_id;
        """

    /// A verdict counts when it is the latest on its certificate and no revision has replaced the certificate.
    private static let verdicts = """
        CREATE VIEW verdicts AS
        SELECT v.id AS verdict_id, v.certificate_id AS certificate_id, c.batch AS batch, v.outcome AS outcome,
            (v.current = 1 AND c.superseded_by IS NULL) AS current, v.supersedes AS supersedes,
            v.evaluated_at AS evaluated_at, v.standards_sha256 AS standards_sha256, v.policy AS policy,
            v.policy_sha256 AS policy_sha256, v.register_sha256 AS register_sha256,
            v.engine_version AS engine_version, v.passed AS passed, v.warned AS warned, v.failed AS failed,
            v.not_evaluated AS not_evaluated
        FROM verdict v
        JOIN certificate c ON c.id = v.certificate_id;
        """

    private static let failureQueue = """
        CREATE VIEW failure_queue AS
        SELECT batch, laboratory, project, state, outcome, opened_at, summary, decision_stale
        FROM queue_item;
        """

    private static let decisions = """
        CREATE VIEW decisions AS
        SELECT id AS decision_id, batch, verdict_id, action, actor, reason, decided_at, stale
        FROM decision;
        """

    private static let deliveries = """
        CREATE VIEW deliveries AS
        SELECT id AS delivery_id, file_name, sha256, size, seen_at, disposition, reason
        FROM delivery;
        """

    private static let auditLog = """
        CREATE VIEW audit_log AS
        SELECT seq, at, actor, action, subject, detail, previous_hash, hash
        FROM audit_entry;
        """
}
