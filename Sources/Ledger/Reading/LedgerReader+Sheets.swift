import GRDB
import Geochemistry

extension LedgerReader {
    /// The current certificates that were judged, in order.
    public func selectedCertificates(_ selection: ResultSelection = ResultSelection()) throws -> [SelectedCertificate] {
        try selectedCertificates(selection, where: "1")
    }

    /// - Parameter condition: in SQL, on the certificate `c` and its verdict `v`.
    func selectedCertificates(
        _ selection: ResultSelection,
        where condition: String
    ) throws -> [SelectedCertificate] {
        try database.rows(
            """
            SELECT c.id, v.id AS verdict_id, c.batch, c.laboratory, c.project, c.reported, c.order_key, c.decimal_sign,
                c.thousands_sign
            FROM certificate c JOIN verdict v ON v.certificate_id = c.id AND v.current = 1
            WHERE c.superseded_by IS NULL AND \(condition)
            ORDER BY c.order_key
            """
        ).compactMap { row in
            let certificate = SelectedCertificate(
                id: try row.integer("id"),
                verdictID: try row.integer("verdict_id"),
                batch: try row.text("batch"),
                laboratory: try row.text("laboratory"),
                project: try row.text("project"),
                reported: try row.date("reported"),
                order: CertificateOrder(key: try row.text("order_key")),
                vocabulary: try Self.vocabulary(row)
            )
            let isTaken = selection.takes(
                laboratory: certificate.laboratory,
                project: certificate.project,
                reported: certificate.reported
            )
            return isTaken ? certificate : nil
        }
    }

    /// How the texts of a certificate are read again. A negative number counts as a limit where it was stored as one.
    static func vocabulary(_ row: Row) throws -> ResultVocabulary {
        ResultVocabulary(
            decimalSign: try row.text("decimal_sign").utf8.first ?? UInt8(ascii: "."),
            thousandsSign: ThousandsSign(rawValue: try row.text("thousands_sign")),
            negativeMeansBelow: true
        )
    }

    /// The rows of a certificate, by position from 1, in its determinations; beside them, where a header states no
    /// detection limit, the smallest that is printed in the column.
    func sheet(of certificate: SelectedCertificate, positions: Set<Int>) throws -> StoredSheet {
        var keys = PackedJSON()
        keys.array { json in for position in positions.sorted() { json.number(position - 1) } }
        var sheet = StoredSheet(certificate: certificate)
        var ordinal: Int?
        var head: Row?
        var smallest: ExactDecimal?
        func close() throws {
            guard let head, let ordinal else { return }
            let column = try Self.column(head, ordinal: ordinal, smallest: smallest)
            if column.isDetermination { sheet.columns.append(column) } else { sheet.cells[ordinal] = nil }
        }
        for row in try database.rows(
            """
            SELECT k.ordinal, k.method, k.analyte, k.unit, k.digestion, k.detection_limit, t.key AS place,
                t.value AS text, hex(substr(k.kinds, t.key + 1, 1)) AS kind
            FROM result_column k JOIN json_each(k.texts) t
            WHERE k.certificate_id = ? AND (
                t.key IN (SELECT value FROM json_each(?))
                OR (coalesce(CAST(k.detection_limit AS REAL), 0) <= 0 AND substr(k.kinds, t.key + 1, 1) = X'3C'))
            ORDER BY k.ordinal, t.key
            """,
            certificate.id,
            keys.text
        ) {
            let number = try row.count("ordinal")
            if number != ordinal {
                try close()
                (ordinal, head, smallest) = (number, row, nil)
            }
            let text = try row.text("text")
            let value = try Self.value(text, kind: row.text("kind"), certificate.vocabulary)
            if case .below(let limit?) = value, limit > 0 { smallest = smallest.map { min($0, limit) } ?? limit }
            let position = try row.count("place") + 1
            if positions.contains(position) {
                sheet.cells[number, default: [:]][position] = StoredSheet.Cell(text: text, value: value)
            }
        }
        try close()
        return sheet
    }

    private static func column(_ row: Row, ordinal: Int, smallest: ExactDecimal?) throws -> StoredColumn {
        let stated = try row.decimal("detection_limit")
        return StoredColumn(
            ordinal: ordinal,
            method: try row.text("method"),
            analyte: Analyte(try row.text("analyte")),
            unit: Unit(printed: try row.text("unit")),
            digestion: try row.word("digestion"),
            statedLimit: stated.flatMap { $0 > 0 ? $0 : nil },
            smallestPrintedLimit: smallest
        )
    }

    /// The text by the laboratory's vocabulary of the day it was taken in, of which the kind of the cell is left.
    static func value(_ text: String, kind: String, _ vocabulary: ResultVocabulary) throws -> ReportedValue {
        let value = vocabulary.value(of: Array(text.utf8).span)
        return switch (UInt8(kind, radix: 16).flatMap(CellKind.init(rawValue:)), value) {
        case (.number, .number), (.below, .below), (.above, .above): value
        case (.belowUnnamed, _): .below(limit: nil)
        case (.empty, _): .noResult(.notRequested)
        default: .noResult(.notReported)
        }
    }
}
