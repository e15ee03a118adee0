extension Migration1 {
    /// Tables are ours; users read the views.
    ///
    /// Numbers that were judged are kept as TEXT, exactly as judged; a view casts them to REAL for plotting. Dates are
    /// ISO 8601 text, hashes lower case hexadecimal.
    static let tables = """
        CREATE TABLE delivery (
            id INTEGER PRIMARY KEY,
            file_name TEXT NOT NULL,
            identity TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            size INTEGER NOT NULL,
            seen_at TEXT NOT NULL,
            disposition TEXT NOT NULL CHECK (disposition IN ('ingested', 'duplicate', 'register', 'quarantined')),
            reason TEXT NOT NULL,
            settled INTEGER NOT NULL DEFAULT 0
        );
        CREATE INDEX delivery_by_content ON delivery (sha256, identity);
        CREATE INDEX delivery_unsettled ON delivery (id) WHERE settled = 0;

        -- order_key sorts certificates by (reported, laboratory, batch, sha256, part).
        CREATE TABLE certificate (
            id INTEGER PRIMARY KEY,
            sha256 TEXT NOT NULL,
            part INTEGER NOT NULL,
            file_name TEXT NOT NULL,
            laboratory TEXT NOT NULL,
            batch TEXT NOT NULL,
            status TEXT NOT NULL CHECK (status IN ('final', 'preliminary', 'unstated')),
            revision INTEGER NOT NULL,
            superseded_by INTEGER REFERENCES certificate (id),
            client TEXT NOT NULL,
            project TEXT NOT NULL,
            dispatch TEXT NOT NULL,
            received TEXT,
            reported TEXT,
            declared_samples INTEGER,
            format TEXT NOT NULL,
            decimal_sign TEXT NOT NULL,
            ingested_at TEXT NOT NULL,
            order_key TEXT NOT NULL,
            UNIQUE (sha256, part)
        );
        CREATE INDEX certificate_by_batch ON certificate (batch, laboratory);
        CREATE INDEX certificate_by_order ON certificate (order_key);

        -- folded: the name as numbers are compared (SampleKey), where it differs from the name.
        CREATE TABLE sample (
            certificate_id INTEGER NOT NULL REFERENCES certificate (id),
            position INTEGER NOT NULL,
            name TEXT NOT NULL,
            folded TEXT,
            sheet_row INTEGER NOT NULL,
            origin TEXT NOT NULL,
            origin_name TEXT NOT NULL,
            type TEXT NOT NULL,
            PRIMARY KEY (certificate_id, position)
        ) WITHOUT ROWID;
        CREATE INDEX sample_by_name ON sample (name);
        CREATE INDEX sample_by_folded ON sample (folded) WHERE folded IS NOT NULL;

        -- texts: JSON array of the reported texts in sample order. kinds: one byte a cell, see CellKind.
        CREATE TABLE result_column (
            id INTEGER PRIMARY KEY,
            certificate_id INTEGER NOT NULL REFERENCES certificate (id),
            ordinal INTEGER NOT NULL,
            sheet_column INTEGER NOT NULL,
            method TEXT NOT NULL,
            analyte TEXT NOT NULL,
            printed_analyte TEXT NOT NULL,
            unit TEXT NOT NULL,
            digestion TEXT NOT NULL,
            technique TEXT NOT NULL,
            detection_limit TEXT,
            upper_limit TEXT,
            client_results INTEGER NOT NULL,
            texts TEXT NOT NULL,
            kinds BLOB NOT NULL,
            UNIQUE (certificate_id, ordinal)
        );

        CREATE TABLE register (
            id INTEGER PRIMARY KEY,
            sha256 TEXT NOT NULL,
            part INTEGER NOT NULL,
            file_name TEXT NOT NULL,
            revision INTEGER NOT NULL,
            ingested_at TEXT NOT NULL,
            UNIQUE (sha256, part)
        );
        -- sample_key, dispatch_key: as numbers are compared (SampleKey).
        CREATE TABLE register_entry (
            register_id INTEGER NOT NULL REFERENCES register (id),
            ordinal INTEGER NOT NULL,
            row INTEGER NOT NULL,
            sample TEXT NOT NULL,
            sample_key TEXT NOT NULL,
            type TEXT NOT NULL,
            reference TEXT NOT NULL,
            parent TEXT NOT NULL,
            dispatch TEXT NOT NULL,
            dispatch_key TEXT NOT NULL,
            project TEXT NOT NULL,
            hole TEXT NOT NULL,
            depth_from TEXT NOT NULL,
            depth_to TEXT NOT NULL,
            weight TEXT NOT NULL,
            PRIMARY KEY (register_id, ordinal)
        ) WITHOUT ROWID;
        CREATE INDEX register_entry_by_sample ON register_entry (sample_key);
        CREATE INDEX register_entry_by_dispatch ON register_entry (dispatch_key) WHERE dispatch_key <> '';

        -- current: the latest verdict on its certificate. roles: one byte a sample, see PackedRoles.
        -- content: digest of outcome and findings, which is what a decision was made on.
        CREATE TABLE verdict (
            id INTEGER PRIMARY KEY,
            certificate_id INTEGER NOT NULL REFERENCES certificate (id),
            outcome TEXT NOT NULL CHECK (outcome IN ('pass', 'warn', 'fail', 'not_evaluated')),
            current INTEGER NOT NULL,
            supersedes INTEGER REFERENCES verdict (id),
            evaluated_at TEXT NOT NULL,
            standards_sha256 TEXT NOT NULL,
            policy TEXT NOT NULL,
            policy_sha256 TEXT NOT NULL,
            register_sha256 TEXT NOT NULL,
            history_sha256 TEXT NOT NULL,
            engine_version TEXT NOT NULL,
            passed INTEGER NOT NULL,
            warned INTEGER NOT NULL,
            failed INTEGER NOT NULL,
            not_evaluated INTEGER NOT NULL,
            content TEXT NOT NULL,
            roles BLOB NOT NULL,
            role_sources TEXT NOT NULL,
            reassay TEXT NOT NULL
        );
        CREATE INDEX verdict_by_certificate ON verdict (certificate_id);
        CREATE UNIQUE INDEX verdict_current ON verdict (certificate_id) WHERE current = 1;

        -- One QC sample under one verdict. results: JSON array of arrays, see PackedResults for the order.
        CREATE TABLE qc_sample (
            verdict_id INTEGER NOT NULL REFERENCES verdict (id),
            ordinal INTEGER NOT NULL,
            position INTEGER NOT NULL,
            origin TEXT NOT NULL,
            kind TEXT NOT NULL,
            subtype TEXT NOT NULL,
            reference TEXT NOT NULL,
            results TEXT NOT NULL,
            PRIMARY KEY (verdict_id, ordinal)
        );

        CREATE TABLE finding (
            verdict_id INTEGER NOT NULL REFERENCES verdict (id),
            ordinal INTEGER NOT NULL,
            rule TEXT NOT NULL,
            outcome TEXT NOT NULL,
            origin TEXT NOT NULL,
            sample TEXT NOT NULL,
            position INTEGER NOT NULL,
            reference TEXT NOT NULL,
            analyte TEXT NOT NULL,
            method TEXT NOT NULL,
            message TEXT NOT NULL,
            PRIMARY KEY (verdict_id, ordinal)
        ) WITHOUT ROWID;

        -- The tails of the current verdicts: derived, so replaced with them.
        CREATE TABLE series_tail (
            origin TEXT NOT NULL,
            laboratory TEXT NOT NULL,
            method TEXT NOT NULL,
            material_key TEXT NOT NULL,
            order_key TEXT NOT NULL,
            certificate_id INTEGER NOT NULL REFERENCES certificate (id),
            material TEXT NOT NULL,
            sample TEXT NOT NULL,
            state TEXT NOT NULL,
            PRIMARY KEY (origin, laboratory, method, material_key, order_key)
        ) WITHOUT ROWID;
        CREATE INDEX series_tail_by_certificate ON series_tail (certificate_id);

        -- standing: digest of the current verdicts of the batch when the decision was made.
        CREATE TABLE decision (
            id INTEGER PRIMARY KEY,
            laboratory TEXT NOT NULL,
            batch TEXT NOT NULL,
            verdict_id INTEGER NOT NULL REFERENCES verdict (id),
            action TEXT NOT NULL CHECK (action IN ('accept', 'reject', 'reassay', 'reopen', 'comment')),
            actor TEXT NOT NULL,
            reason TEXT NOT NULL,
            decided_at TEXT NOT NULL,
            standing TEXT NOT NULL,
            stale INTEGER NOT NULL DEFAULT 0
        );
        CREATE INDEX decision_by_batch ON decision (batch, laboratory);

        CREATE TABLE queue_item (
            batch TEXT NOT NULL,
            laboratory TEXT NOT NULL,
            project TEXT NOT NULL,
            state TEXT NOT NULL,
            last_decision TEXT,
            decision_stale INTEGER NOT NULL,
            outcome TEXT NOT NULL,
            opened_at TEXT NOT NULL,
            summary TEXT NOT NULL,
            PRIMARY KEY (batch, laboratory)
        ) WITHOUT ROWID;

        -- Standards and policies as they were, each file once.
        CREATE TABLE file_content (
            sha256 TEXT PRIMARY KEY,
            bytes BLOB NOT NULL
        );
        CREATE TABLE snapshot_file (
            snapshot_sha256 TEXT NOT NULL,
            path TEXT NOT NULL,
            content_sha256 TEXT NOT NULL REFERENCES file_content (sha256),
            PRIMARY KEY (snapshot_sha256, path)
        ) WITHOUT ROWID;
        CREATE TABLE snapshot_use (
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            name TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            since TEXT NOT NULL
        );
        CREATE INDEX snapshot_use_by_name ON snapshot_use (kind, name);

        -- AUTOINCREMENT remembers the last number given, so that rows cut off the end are missed.
        CREATE TABLE audit_entry (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            at TEXT NOT NULL,
            actor TEXT NOT NULL,
            action TEXT NOT NULL,
            subject TEXT NOT NULL,
            detail TEXT NOT NULL,
            previous_hash TEXT NOT NULL,
            hash TEXT NOT NULL
        );
        """
}
