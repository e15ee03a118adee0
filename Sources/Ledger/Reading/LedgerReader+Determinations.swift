import GRDB

extension LedgerReader {
    /// The results of one certificate that are not empty, column by column, in laboratory order.
    ///
    /// - Parameter analytes: only columns of these; nil for all.
    public func determinations(of certificateID: Int64, analytes: [String]? = nil) throws -> [DeterminationRow] {
        let query = "SELECT * FROM determinations WHERE certificate_id = ?"
        guard let analytes else { return try database.rows(query, certificateID).map(Self.determination) }
        var names = PackedJSON()
        names.strings(analytes)
        return try database.rows(
            query + " AND analyte IN (SELECT value FROM json_each(?))",
            certificateID,
            names.text
        ).map(Self.determination)
    }

    private static func determination(_ row: Row) throws -> DeterminationRow {
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
