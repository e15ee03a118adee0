import Foundation
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
                SELECT t.*, c.batch FROM series_segment t JOIN certificate c ON c.id = t.certificate_id
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
            SELECT t.*, c.batch FROM series_segment t JOIN certificate c ON c.id = t.certificate_id
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

    private static func segment(_ row: Row) throws -> SeriesSegment {
        guard let columns = PackedSegment.columns(of: try row.text("columns")) else { throw row.unexpected("columns") }
        guard let insertions = PackedSegment.insertions(of: try row.text("samples")) else {
            throw row.unexpected("samples")
        }
        let bytes: Data = row["scores"]
        guard let scores = PackedScores.scores(Array(bytes)), scores.count == columns.count * insertions.count else {
            throw row.unexpected("scores")
        }
        return SeriesSegment(
            key: SeriesKey(
                origin: try row.word("origin"),
                laboratory: try row.text("laboratory"),
                method: try row.text("method"),
                material: MaterialName(try row.text("material"))
            ),
            batch: try row.text("batch"),
            columns: columns,
            insertions: insertions,
            scores: scores
        )
    }
}
