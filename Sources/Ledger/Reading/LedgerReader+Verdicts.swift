import GRDB
import Geochemistry
public import QualityControl

extension LedgerReader {
    /// All verdicts on a batch, oldest first.
    public func verdicts(of key: BatchKey) throws -> [VerdictSummary] {
        try database.rows(
            Self.verdictQuery + " WHERE c.batch = ? AND c.laboratory = ? ORDER BY v.id",
            key.batch,
            key.laboratory
        ).map(Self.verdict)
    }

    /// The verdicts that count on a batch, oldest first. However often it was judged, no other is read: where late
    /// certificates of a series keep coming, the ones after them are judged hundreds of times.
    public func currentVerdicts(of key: BatchKey) throws -> [VerdictSummary] {
        try database.rows(Self.currentVerdictQuery + " ORDER BY v.id", key.batch, key.laboratory).map(Self.verdict)
    }

    /// The latest verdict on a certificate, whether or not a revision has replaced the certificate.
    public func latestVerdict(on certificateID: Int64) throws -> VerdictSummary? {
        try database.row(Self.verdictQuery + " WHERE v.certificate_id = ? AND v.current = 1", certificateID)
            .map(Self.verdict)
    }

    /// The findings of a verdict, in the order the judge gave them.
    public func findings(of verdictID: Int64) throws -> [Finding] {
        try database.rows("SELECT * FROM finding WHERE verdict_id = ? ORDER BY ordinal", verdictID).map(Self.finding)
    }

    /// The samples that a verdict asks to re-assay, in laboratory order.
    public func reassay(of verdictID: Int64) throws -> [ReassaySample] {
        let samples = try database.rows(
            """
            SELECT r.key AS number, json_extract(r.value, '$[0]') AS position, json_extract(r.value, '$[1]') AS sample
            FROM verdict v JOIN json_each(v.reassay) r WHERE v.id = ? ORDER BY r.key
            """,
            verdictID
        )
        let words = try database.rows(
            """
            SELECT r.key AS number, l.key AS list, w.value AS word
            FROM verdict v JOIN json_each(v.reassay) r JOIN json_each(r.value) l JOIN json_each(l.value) w
            WHERE v.id = ? AND l.key IN (2, 3) ORDER BY r.key, l.key, w.key
            """,
            verdictID
        )
        var lists: [Int64: (analytes: [String], because: [String])] = [:]
        for word in words {
            let number = try word.integer("number")
            if try word.integer("list") == 2 {
                lists[number, default: ([], [])].analytes.append(try word.text("word"))
            } else {
                lists[number, default: ([], [])].because.append(try word.text("word"))
            }
        }
        return try samples.map { row in
            let list = lists[try row.integer("number")] ?? ([], [])
            return ReassaySample(
                position: try row.count("position"),
                sample: try row.text("sample"),
                analytes: list.analytes,
                because: list.because
            )
        }
    }

    /// The role that a verdict gave each sample, in laboratory order.
    public func roles(of verdictID: Int64) throws -> [SampleRole] {
        guard let row = try database.row("SELECT roles, role_sources FROM verdict WHERE id = ?", verdictID) else {
            return []
        }
        let sources = try row.text(1)
        guard let roles = try row.withBytes(at: 0, { PackedRoles.roles($0, sources) }) else { throw row.unexpected(0) }
        return roles
    }

    /// The results over the range of their method that a verdict found resolved, as the judge gave them.
    public func resolved(of verdictID: Int64) throws -> [StoredResolvedResult] {
        try database.rows(
            """
            SELECT n.position, s.name, k.ordinal, k.analyte, k.method, k.unit,
                json_extract(k.texts, '$[' || (s.position - 1) || ']') AS reported,
                o.ordinal AS other_ordinal, o.analyte AS other_analyte, o.method AS other_method, o.unit AS other_unit,
                json_extract(o.texts, '$[' || (s.position - 1) || ']') AS other_reported, n.value, n.conversion
            FROM resolved_result n
            JOIN verdict v ON v.id = n.verdict_id
            JOIN sample s ON s.certificate_id = v.certificate_id AND s.position = n.position
            JOIN result_column k ON k.certificate_id = v.certificate_id AND k.ordinal = n.column_ordinal
            JOIN result_column o ON o.certificate_id = v.certificate_id AND o.ordinal = n.resolving_ordinal
            WHERE n.verdict_id = ? ORDER BY n.ordinal
            """,
            verdictID
        ).map(Self.resolved)
    }

    /// Everything recorded with a verdict.
    public func judgement(_ verdict: VerdictSummary) throws -> StoredJudgement {
        StoredJudgement(
            certificate: try certificate(verdict.certificateID),
            verdict: verdict,
            findings: try findings(of: verdict.id),
            results: try results(of: verdict.id),
            reassay: try reassay(of: verdict.id),
            roles: try roles(of: verdict.id),
            resolved: try resolved(of: verdict.id),
            composites: try composites(of: verdict.id),
            samples: try sampleNames(of: verdict.certificateID)
        )
    }

    static let verdictQuery = """
        SELECT v.id, v.certificate_id, v.outcome, v.current, v.supersedes, v.evaluated_at, v.standards_sha256, v.policy,
            v.policy_sha256, v.register_sha256, v.history_sha256, v.engine_version, v.passed, v.warned, v.failed,
            v.not_evaluated, v.content, c.batch, c.superseded_by
        FROM verdict v JOIN certificate c ON c.id = v.certificate_id
        """

    /// Those that count on a batch, in no order.
    static let currentVerdictQuery =
        verdictQuery + " WHERE c.batch = ? AND c.laboratory = ? AND c.superseded_by IS NULL AND v.current = 1"

    static func verdict(_ row: Row) throws -> VerdictSummary {
        var counts = Judgement.Counts()
        counts.passed = try row.count("passed")
        counts.warned = try row.count("warned")
        counts.failed = try row.count("failed")
        counts.notEvaluated = try row.count("not_evaluated")
        let isLatest = try row.flag("current")
        let isReplaced = try row.optionalInteger("superseded_by") != nil
        return VerdictSummary(
            id: try row.integer("id"),
            certificateID: try row.integer("certificate_id"),
            batch: try row.text("batch"),
            outcome: try row.word("outcome"),
            isCurrent: isLatest && !isReplaced,
            supersedes: try row.optionalInteger("supersedes"),
            evaluatedAt: try row.text("evaluated_at"),
            state: VerdictState(
                standardsSHA256: try row.text("standards_sha256"),
                policy: try row.text("policy"),
                policySHA256: try row.text("policy_sha256"),
                registerSHA256: try row.text("register_sha256"),
                historySHA256: try row.text("history_sha256"),
                engineVersion: try row.text("engine_version")
            ),
            counts: counts,
            content: try row.text("content")
        )
    }

    private static func finding(_ row: Row) throws -> Finding {
        Finding(
            rule: try row.text("rule"),
            outcome: try row.word("outcome"),
            origin: try row.word("origin"),
            sample: try row.text("sample"),
            position: try row.count("position"),
            reference: try row.text("reference"),
            analyte: try row.text("analyte"),
            method: try row.text("method"),
            message: try row.text("message")
        )
    }

    private static func resolved(_ row: Row) throws -> StoredResolvedResult {
        guard let value = try row.decimal("value") else { throw row.unexpected("value") }
        return StoredResolvedResult(
            sample: try row.text("name"),
            analyte: try row.text("analyte"),
            method: try row.text("method"),
            unit: try row.text("unit"),
            resolvingAnalyte: try row.text("other_analyte"),
            resolvingMethod: try row.text("other_method"),
            resolvingUnit: try row.text("other_unit"),
            result: ResolvedResult(
                sampleIndex: try row.count("position") - 1,
                columnIndex: try row.count("ordinal"),
                reported: try row.text("reported"),
                resolvingColumnIndex: try row.count("other_ordinal"),
                resolvingReported: try row.text("other_reported"),
                value: value,
                conversion: try row.text("conversion")
            )
        )
    }
}
