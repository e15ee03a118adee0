/// The fourth schema: composite analytes.
enum Migration4 {
    /// Composites of every sample, a row for each composite and digestion of a verdict. They belong to a verdict, because
    /// definitions and factors come from the Standards.
    ///
    /// results: JSON array of arrays, see PackedComposites for the order.
    static let composites = """
        CREATE TABLE composite_result (
            verdict_id INTEGER NOT NULL REFERENCES verdict (id),
            ordinal INTEGER NOT NULL,
            composite TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('sum', 'share')),
            convention TEXT NOT NULL,
            digestion TEXT NOT NULL,
            unit TEXT NOT NULL,
            tier TEXT NOT NULL,
            members TEXT NOT NULL,
            results TEXT NOT NULL,
            PRIMARY KEY (verdict_id, ordinal)
        );
        \(Migration1.refuseAll("composite_result"))

        CREATE VIEW composites AS
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
            json_extract(r.value, '$[1]') AS origin,
            json_extract(r.value, '$[2]') AS kind,
            json_extract(r.value, '$[3]') AS reference,
            p.composite AS composite, p.convention AS convention, p.digestion AS digestion, p.unit AS unit,
            CAST(json_extract(r.value, '$[4]') AS REAL) AS value,
            CAST(json_extract(r.value, '$[5]') AS REAL) AS lowest,
            CAST(json_extract(r.value, '$[6]') AS REAL) AS highest,
            CAST(json_extract(r.value, '$[7]') AS REAL) AS expected,
            CAST(json_extract(r.value, '$[8]') AS REAL) AS sd,
            CAST(json_extract(r.value, '$[9]') AS REAL) AS z,
            CAST(json_extract(r.value, '$[10]') AS REAL) AS lower_limit,
            CAST(json_extract(r.value, '$[11]') AS REAL) AS upper_limit,
            p.tier AS tier,
            json_extract(r.value, '$[12]') AS outcome,
            json_extract(r.value, '$[13]') AS rule,
            p.members AS members,
            json_extract(r.value, '$[14]') AS note
        FROM certificate c
        JOIN verdict v ON v.certificate_id = c.id AND v.current = 1
        JOIN composite_result p ON p.verdict_id = v.id
        JOIN json_each(p.results) r
        JOIN sample s ON s.certificate_id = c.id + 0 * r.key AND s.position = json_extract(r.value, '$[0]')
        WHERE c.superseded_by IS NULL;
        """
}
