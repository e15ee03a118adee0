import GRDB

extension LedgerReader {
    /// The results of one certificate that are not empty, column by column, in laboratory order.
    public func determinations(of certificateID: Int64) throws -> [DeterminationRow] {
        try database.rows("SELECT * FROM determinations WHERE certificate_id = ?", certificateID).map { row in
            DeterminationRow(
                position: try row.count("position"),
                sample: try row.text("sample"),
                role: try row.optionalText("role") == nil ? nil : try row.word("role"),
                analyte: try row.text("analyte"),
                method: try row.text("method"),
                digestion: try row.text("digestion"),
                unit: try row.text("unit"),
                reported: try row.text("reported"),
                qualifier: try row.text("qualifier"),
                value: try row.real("value"),
                detectionLimit: try row.real("detection_limit")
            )
        }
    }
}
