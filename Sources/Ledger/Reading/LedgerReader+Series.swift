import GRDB
import Geochemistry
public import QualityControl

extension LedgerReader {
    /// For each series the tail of the latest current certificate before `order`.
    public func tails(before order: CertificateOrder, keys: [SeriesKey]) throws -> [SeriesTail] {
        try keys.compactMap { key in
            try database.row(
                """
                SELECT t.*, c.batch FROM series_tail t JOIN certificate c ON c.id = t.certificate_id
                WHERE t.origin = ? AND t.laboratory = ? AND t.method = ? AND t.material_key = ? AND t.order_key < ?
                    AND c.superseded_by IS NULL
                ORDER BY t.order_key DESC LIMIT 1
                """,
                key.origin.rawValue,
                key.laboratory,
                key.method,
                key.material.key,
                order.key
            ).map(tail)
        }
    }

    /// For each series of a certificate the next current certificate that continues it; each once, in order.
    public func successors(of certificateID: Int64) throws -> [CertificateReference] {
        let own = try certificate(certificateID).reference
        return try successors(of: own.order, keys: tails(of: certificateID).map(\.key))
    }

    func successors(of order: CertificateOrder, keys: [SeriesKey]) throws -> [CertificateReference] {
        var found: [Int64: CertificateReference] = [:]
        for key in keys {
            let row = try database.row(
                """
                SELECT c.* FROM series_tail t JOIN certificate c ON c.id = t.certificate_id
                WHERE t.origin = ? AND t.laboratory = ? AND t.method = ? AND t.material_key = ? AND t.order_key > ?
                    AND c.superseded_by IS NULL
                ORDER BY t.order_key LIMIT 1
                """,
                key.origin.rawValue,
                key.laboratory,
                key.method,
                key.material.key,
                order.key
            )
            if let reference = try row.map(Self.reference) { found[reference.id] = reference }
        }
        return found.values.sorted { $0.order < $1.order }
    }

    /// The tails that a certificate leaves, by its latest verdict.
    public func tails(of certificateID: Int64) throws -> [SeriesTail] {
        try database.rows(
            """
            SELECT t.*, c.batch FROM series_tail t JOIN certificate c ON c.id = t.certificate_id
            WHERE t.certificate_id = ?
            """,
            certificateID
        ).map(tail)
    }

    private func tail(_ row: Row) throws -> SeriesTail {
        let key = SeriesKey(
            origin: try row.word("origin"),
            laboratory: try row.text("laboratory"),
            method: try row.text("method"),
            material: MaterialName(try row.text("material"))
        )
        var tail = SeriesTail(
            key: key,
            batch: try row.text("batch"),
            sample: try row.text("sample"),
            beyondWarning: [:]
        )
        for element in try database.rows(
            """
            SELECT json_extract(value, '$[0]') AS analyte, json_extract(value, '$[1]') AS unit,
                json_extract(value, '$[2]') AS side, json_extract(value, '$[3]') AS length
            FROM json_each(?)
            """,
            try row.text("state")
        ) {
            let column = SeriesTail.Column(analyte: try element.text("analyte"), unit: try element.text("unit"))
            let side: Side = try element.word("side")
            tail.beyondWarning[column] = SeriesTail.Run(side: side, length: try element.count("length"))
        }
        return tail
    }
}
