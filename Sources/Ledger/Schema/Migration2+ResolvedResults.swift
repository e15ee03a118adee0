extension Migration2 {
    /// Results over the range of their method, with the column that says how much they are. They belong to a verdict,
    /// because factors between oxides and elements come from the Standards.
    ///
    /// value: exactly, in the analyte and unit of the column over its range.
    static let resolvedResults = """
        CREATE TABLE resolved_result (
            verdict_id INTEGER NOT NULL REFERENCES verdict (id),
            ordinal INTEGER NOT NULL,
            position INTEGER NOT NULL,
            column_ordinal INTEGER NOT NULL,
            resolving_ordinal INTEGER NOT NULL,
            value TEXT NOT NULL,
            conversion TEXT NOT NULL,
            PRIMARY KEY (verdict_id, ordinal)
        ) WITHOUT ROWID;
        \(Migration1.refuseAll("resolved_result"))

        CREATE VIEW resolved_results AS
        SELECT c.id AS certificate_id, c.batch AS batch, s.position AS position, s.name AS sample,
            k.analyte AS analyte, k.method AS method, k.unit AS unit,
            json_extract(k.texts, '$[' || (s.position - 1) || ']') AS reported,
            o.analyte AS resolved_analyte, o.method AS resolved_method, o.unit AS resolved_unit,
            json_extract(o.texts, '$[' || (s.position - 1) || ']') AS resolved_reported,
            n.value AS resolved_value, n.conversion AS conversion
        FROM resolved_result n
        JOIN verdict v ON v.id = n.verdict_id AND v.current = 1
        JOIN certificate c ON c.id = v.certificate_id
        JOIN sample s ON s.certificate_id = c.id AND s.position = n.position
        JOIN result_column k ON k.certificate_id = c.id AND k.ordinal = n.column_ordinal
        JOIN result_column o ON o.certificate_id = c.id AND o.ordinal = n.resolving_ordinal;
        """
}
