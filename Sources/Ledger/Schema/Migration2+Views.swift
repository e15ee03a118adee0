extension Migration2 {
    /// A view beside those of the first schema, which stay as they are.
    static let views = """
        CREATE VIEW documents AS
        SELECT d.certificate_id AS certificate_id, c.batch AS batch, d.name AS name, d.kind AS kind,
            d.sha256 AS sha256, d.size AS size, d.path AS path
        FROM document d
        JOIN certificate c ON c.id = d.certificate_id;
        """
}
