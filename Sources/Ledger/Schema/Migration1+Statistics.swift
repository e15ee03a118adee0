extension Migration1 {
    /// What ANALYZE would find in a ledger of some age, so that the planner chooses well from the first day, in our
    /// queries and in those of users: a certificate has a hundred samples and fifty columns, a sample number stands in
    /// two certificates. Measured on a million determinations: reading them all takes 0.85 s with it, 13 s without.
    static let statistics = """
        ANALYZE sqlite_master;
        INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
            ('certificate', NULL, '10000'),
            ('certificate', 'certificate_by_batch', '10000 2 1'),
            ('sample', 'sample', '1000000 100 1'),
            ('sample', 'sample_by_name', '1000000 2'),
            ('result_column', 'sqlite_autoindex_result_column_1', '500000 50 1'),
            ('verdict', 'verdict_current', '10000 1'),
            ('verdict', 'verdict_by_certificate', '20000 2'),
            ('qc_sample', 'sqlite_autoindex_qc_sample_1', '200000 10 1');
        ANALYZE sqlite_master;
        """
}
