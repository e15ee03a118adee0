extension Migration3 {
    /// What each current certificate adds to its series, in place of the runs at its end. Derived: it is replaced with
    /// the verdict, and judging again makes it anew.
    ///
    /// columns: JSON array of `[analyte, unit, tier, certified value, SD]`. samples: JSON array of `[sample, position]`.
    /// scores: see `PackedScores`.
    static let series = """
        DROP TABLE series_tail;
        CREATE TABLE series_segment (
            origin TEXT NOT NULL,
            laboratory TEXT NOT NULL,
            method TEXT NOT NULL,
            material_key TEXT NOT NULL,
            order_key TEXT NOT NULL,
            certificate_id INTEGER NOT NULL REFERENCES certificate (id),
            material TEXT NOT NULL,
            insertions INTEGER NOT NULL,
            columns TEXT NOT NULL,
            samples TEXT NOT NULL,
            scores BLOB NOT NULL
        );
        CREATE UNIQUE INDEX series_segment_by_series
            ON series_segment (origin, laboratory, method, material_key, order_key, certificate_id);
        CREATE INDEX series_segment_by_certificate ON series_segment (certificate_id);
        """
}
