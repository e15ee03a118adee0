extension Migration2 {
    /// What groups thousands in the numbers of a certificate, where its file has proved it; empty elsewhere.
    static let thousands = """
        ALTER TABLE certificate ADD COLUMN thousands_sign TEXT NOT NULL DEFAULT '';
        CREATE TRIGGER certificate_thousands_sign_is_not_changed BEFORE UPDATE OF thousands_sign ON certificate
        BEGIN SELECT RAISE(ABORT, 'only revision, superseded_by of certificate may change'); END;

        DROP VIEW determinations;
        \(determinations)
        """

    /// Blanks that laboratories put around results: tab, line breaks, space, non-breaking and typographical spaces.
    private static let blanks =
        "char(9, 10, 13, 32, 160, " + (8192...8202).map { "\($0)" }.joined(separator: ", ") + ", 8239)"

    /// As ``Migration1`` has it, but for the separators of thousands and the blanks.
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
                WHEN X'6E' THEN CAST(
                    replace(replace(trim(t.value, \(blanks)), c.thousands_sign, ''), c.decimal_sign, '.') AS REAL)
            END AS value,
            CASE substr(k.kinds, t.key + 1, 1)
                WHEN X'3C' THEN CAST(
                    replace(replace(ltrim(t.value, '<-' || \(blanks)), c.thousands_sign, ''), ',', '.') AS REAL)
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
}
