import GRDB
import Geochemistry
public import QualityControl

extension LedgerReader {
    /// What current certificates before `order` left in these series: as many as make ``SeriesHistory/reach`` insertions,
    /// oldest first.
    public func history(before order: CertificateOrder, keys: [SeriesKey]) throws -> SeriesHistory {
        var history = SeriesHistory()
        for key in keys {
            let segments = try stretch(
                of: key,
                """
                SELECT \(Self.segmentColumns) FROM series_segment t JOIN certificate c ON c.id = t.certificate_id
                WHERE t.origin = ? AND t.laboratory = ? AND t.method = ? AND t.material_key = ? AND t.order_key < ?
                    AND c.superseded_by IS NULL
                ORDER BY t.order_key DESC
                """,
                from: order,
                Self.segment
            )
            if !segments.isEmpty { history.segments[key] = segments.reversed() }
        }
        return history
    }

    /// The current certificates of which a change at `order` may change what is said, each once, in order: those that
    /// continue one of its series within ``SeriesHistory/reach`` insertions.
    public func successors(of certificateID: Int64) throws -> [CertificateReference] {
        let own = try certificate(certificateID).reference
        return try successors(of: own.order, keys: segments(of: certificateID).map(\.key))
    }

    func successors(of order: CertificateOrder, keys: [SeriesKey]) throws -> [CertificateReference] {
        var found: [Int64: CertificateReference] = [:]
        for key in keys {
            let references = try stretch(
                of: key,
                """
                SELECT t.insertions, c.* FROM series_segment t JOIN certificate c ON c.id = t.certificate_id
                WHERE t.origin = ? AND t.laboratory = ? AND t.method = ? AND t.material_key = ? AND t.order_key > ?
                    AND c.superseded_by IS NULL
                ORDER BY t.order_key
                """,
                from: order,
                Self.reference
            )
            for reference in references { found[reference.id] = reference }
        }
        return found.values.sorted { $0.order < $1.order }
    }

    /// What a certificate adds to its series, by its latest verdict, in the order of its rows.
    public func segments(of certificateID: Int64) throws -> [SeriesSegment] {
        try database.rows(
            """
            SELECT \(Self.segmentColumns) FROM series_segment t JOIN certificate c ON c.id = t.certificate_id
            WHERE t.certificate_id = ? ORDER BY t.rowid
            """,
            certificateID
        ).map(Self.segment)
    }

    /// Row after row of a series, until they make ``SeriesHistory/reach`` insertions.
    private func stretch<Element>(
        of key: SeriesKey,
        _ query: String,
        from order: CertificateOrder,
        _ element: (Row) throws -> Element
    ) throws -> [Element] {
        let rows = try Row.fetchCursor(
            database.cachedStatement(sql: query),
            arguments: [key.origin.rawValue, key.laboratory, key.method, key.material.key, order.key]
        )
        var elements: [Element] = []
        var insertions = 0
        while insertions < SeriesHistory.reach, let row = try rows.next() {
            elements.append(try element(row))
            insertions += try row.count("insertions")
        }
        return elements
    }

    /// By position: dozens are read for each certificate.
    private static func segment(_ row: Row) throws -> SeriesSegment {
        guard let columns = PackedSegment.columns(of: try row.text(4)) else { throw row.unexpected(4) }
        guard let insertions = PackedSegment.insertions(of: try row.text(5)) else { throw row.unexpected(5) }
        guard let scores = try row.withBytes(at: 6, PackedScores.scores),
            scores.count == columns.count * insertions.count
        else { throw row.unexpected(6) }
        return SeriesSegment(
            key: SeriesKey(
                origin: try row.word(0),
                laboratory: try row.text(1),
                method: try row.text(2),
                material: MaterialName(try row.text(3))
            ),
            batch: try row.text(7),
            columns: columns,
            insertions: insertions,
            scores: scores
        )
    }

    /// As ``segment(_:)`` reads them; the number of insertions behind.
    private static let segmentColumns =
        "t.origin, t.laboratory, t.method, t.material, t.columns, t.samples, t.scores, c.batch, t.insertions"
}
