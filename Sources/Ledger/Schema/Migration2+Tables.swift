extension Migration2 {
    /// The files that came with a certificate and stand beside it in the archive, and what workbooks say more than texts.
    ///
    /// In `sample`, the sheet that a row stands in; in `result_column`, a JSON object of the texts that a workbook stores
    /// where it shows others, by the index of the sample, from 0, and the places of cells outside their sample's row, see ``PackedPlaces``. All are
    /// empty where there is nothing to say.
    static let tables = """
        -- path: below archive/. kind: see DocumentKind of CertificateReading.
        CREATE TABLE document (
            certificate_id INTEGER NOT NULL REFERENCES certificate (id),
            ordinal INTEGER NOT NULL,
            name TEXT NOT NULL,
            kind TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            size INTEGER NOT NULL,
            path TEXT NOT NULL,
            PRIMARY KEY (certificate_id, ordinal)
        ) WITHOUT ROWID;
        CREATE INDEX document_by_content ON document (sha256);

        ALTER TABLE sample ADD COLUMN sheet TEXT NOT NULL DEFAULT '';
        ALTER TABLE result_column ADD COLUMN stored TEXT NOT NULL DEFAULT '';
        ALTER TABLE result_column ADD COLUMN places TEXT NOT NULL DEFAULT '';
        """
}
