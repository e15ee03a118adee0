extension Migration3 {
    /// Re-assay lists by sample, and what other batches repeat of them: derived from the current verdicts, and replaced
    /// with them.
    ///
    /// Of the verdicts that are there already the lists are taken; which batches repeat them is found out when one of
    /// the two is judged next.
    static let reassays = """
        -- sample_key: as numbers are compared (SampleKey).
        CREATE TABLE reassay_sample (
            sample_key TEXT NOT NULL,
            certificate_id INTEGER NOT NULL REFERENCES certificate (id),
            PRIMARY KEY (sample_key, certificate_id)
        ) WITHOUT ROWID;
        CREATE INDEX reassay_sample_by_certificate ON reassay_sample (certificate_id);
        INSERT INTO reassay_sample (sample_key, certificate_id)
        SELECT DISTINCT coalesce(s.folded, s.name), v.certificate_id
        FROM verdict v
        JOIN json_each(v.reassay) r
        JOIN sample s ON s.certificate_id = v.certificate_id AND s.position = json_extract(r.value, '$[0]')
        WHERE v.current = 1;

        -- standing: how the re-assay's batch stands by itself, see ReassayStanding.
        CREATE TABLE reassay_link (
            laboratory TEXT NOT NULL,
            failed_batch TEXT NOT NULL,
            reassay_batch TEXT NOT NULL,
            samples_listed INTEGER NOT NULL,
            samples_covered INTEGER NOT NULL,
            determinations_listed INTEGER NOT NULL,
            determinations_covered INTEGER NOT NULL,
            outcome TEXT NOT NULL,
            standing TEXT NOT NULL,
            answered INTEGER NOT NULL,
            PRIMARY KEY (laboratory, failed_batch, reassay_batch)
        ) WITHOUT ROWID;
        CREATE INDEX reassay_link_by_reassay ON reassay_link (laboratory, reassay_batch);

        -- Whether a re-assay that answers closes the failure by the policy.
        ALTER TABLE verdict ADD COLUMN reassay_closes INTEGER NOT NULL DEFAULT 0;
        CREATE TRIGGER verdict_reassay_closes_is_not_changed BEFORE UPDATE OF reassay_closes ON verdict
        BEGIN SELECT RAISE(ABORT, 'only current of verdict may change'); END;

        CREATE VIEW reassays AS
        SELECT failed_batch, laboratory AS failed_laboratory, reassay_batch, samples_listed, samples_covered,
            determinations_listed, determinations_covered, outcome AS reassay_outcome, answered
        FROM reassay_link;
        """
}
