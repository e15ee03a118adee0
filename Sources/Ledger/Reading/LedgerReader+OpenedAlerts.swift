import GRDB

extension LedgerReader {
    /// The newest verdict and what it says; nil where nothing has been judged.
    public func newestVerdict() throws -> (id: Int64, content: String)? {
        try database.row("SELECT id, content FROM verdict ORDER BY id DESC LIMIT 1").map {
            (try $0.integer("id"), try $0.text("content"))
        }
    }

    /// What a verdict says, as a digest of outcome and findings; nil where there is none of this number.
    public func content(ofVerdict id: Int64) throws -> String? {
        try database.row("SELECT content FROM verdict WHERE id = ?", id)?.text("content")
    }

    /// The verdicts after one, up to another, that made their batch wait for a person, or by which it waits for another
    /// reason than before, in their order. Of several on one certificate the last.
    public func openingVerdicts(after first: Int64, upTo last: Int64) throws -> [Int64] {
        try database.rows(
            """
            SELECT v.id AS id
            FROM verdict v CROSS JOIN certificate c ON c.id = v.certificate_id
            JOIN queue_item q ON q.batch = c.batch AND q.laboratory = c.laboratory
            WHERE v.id > ?1 AND v.id <= ?2 AND v.current = 1 AND c.superseded_by IS NULL
                AND q.state IN ('open', 'in_review', 'reassay_requested')
                AND v.content IS NOT (
                    SELECT p.content FROM verdict p WHERE p.certificate_id = v.certificate_id AND p.id <= ?1
                    ORDER BY p.id DESC LIMIT 1)
            ORDER BY v.id
            """,
            first,
            last
        ).map { try $0.integer("id") }
    }

    /// The batch that a verdict is on; nil where there is no such verdict.
    public func batch(ofVerdict id: Int64) throws -> BatchKey? {
        try database.row(
            "SELECT c.batch AS batch, c.laboratory AS laboratory FROM verdict v JOIN certificate c ON c.id = v.certificate_id"
                + " WHERE v.id = ?",
            id
        ).map { BatchKey(batch: try $0.text("batch"), laboratory: try $0.text("laboratory")) }
    }
}
