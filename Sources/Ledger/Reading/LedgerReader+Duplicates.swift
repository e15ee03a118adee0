import GRDB
public import Geochemistry
import QualityControl

extension LedgerReader {
    /// All pairs of duplicates, the laboratory's own too, in the order of their certificates.
    ///
    /// The original is looked for where the judge looks, in the duplicate's own certificate; where it is not there, in the
    /// certificates of the same laboratory, by the same method: the last one before the duplicate's, or the first behind.
    public func duplicatePairs(
        _ selection: ResultSelection,
        published: PublishedDetectionLimit
    ) throws -> [StoredPair] {
        try selectedCertificates(
            selection,
            // Field, coarse and pulp duplicates, and the laboratory's: see PackedRoles.
            where: "(instr(v.roles, X'66') OR instr(v.roles, X'6F') OR instr(v.roles, X'70') OR instr(v.roles, X'44'))"
        ).flatMap { try duplicatePairs(of: $0, selection, published: published) }
    }

    private func duplicatePairs(
        of certificate: SelectedCertificate,
        _ selection: ResultSelection,
        published: PublishedDetectionLimit
    ) throws -> [StoredPair] {
        let samples = try rows(of: certificate)
        let roles = try roles(of: certificate.verdictID)
        guard samples.count == roles.count else { return [] }
        let parentage = Parentage(samples, roles: roles)
        let duplicates = roles.indices.filter { roles[$0].kind.isDuplicate }.map { index in
            (index: index, parent: parentage.parent(of: index, role: roles[index]))
        }
        let places = duplicates.flatMap { [$0.index, $0.parent].compactMap { $0 }.map { $0 + 1 } }
        let sheet = try sheet(of: certificate, positions: Set(places))
        return try duplicates.flatMap { index, parent in
            let elsewhere = try parent == nil ? sheets(holding: roles[index].reference, beside: certificate) : []
            return sheet.columns.compactMap { column -> StoredPair? in
                guard selection.takes(method: column.method, analyte: column.analyte.symbol),
                    let duplicate = sheet.determination(
                        column,
                        position: index + 1,
                        sample: samples[index].name,
                        published: published
                    )
                else { return nil }
                let original =
                    if let parent {
                        sheet.determination(
                            column,
                            position: parent + 1,
                            sample: samples[parent].name,
                            published: published
                        )
                    } else {
                        elsewhere.compactMap { $0.result(like: column, published: published) }.first
                    }
                return StoredPair(
                    kind: roles[index].kind,
                    original: original,
                    duplicate: duplicate,
                    conversion: .identity
                )
            }
        }
    }

    /// The rows of a certificate as ``Parentage`` wants them.
    private func rows(of certificate: SelectedCertificate) throws -> [SampleRow] {
        try database.rows(
            "SELECT position, name, origin FROM sample WHERE certificate_id = ? ORDER BY position",
            certificate.id
        ).map { row in
            let isClient = try row.text("origin") == "client"
            return SampleRow(
                position: try row.count("position"),
                name: try row.text("name"),
                sheetRow: 0,
                origin: isClient ? .client : .laboratoryOther("")
            )
        }
    }

    /// One row of another certificate.
    private struct OtherRow {
        let sheet: StoredSheet
        let position: Int
        let sample: String

        func result(like column: StoredColumn, published: PublishedDetectionLimit) -> StoredDetermination? {
            let same = sheet.columns.first {
                $0.method == column.method && $0.analyte == column.analyte && $0.unit == column.unit
            }
            return same.flatMap {
                sheet.determination($0, position: position, sample: sample, published: published)
            }
        }
    }

    /// The rows of a sample in other certificates of the laboratory, the best first.
    private func sheets(holding sample: String, beside certificate: SelectedCertificate) throws -> [OtherRow] {
        let key = SampleKey(sample).text
        guard !key.isEmpty else { return [] }
        let places = try database.rows(
            """
            SELECT s.certificate_id, s.position, s.name FROM sample s
            WHERE s.origin = 'client' AND ((s.name = ? AND s.folded IS NULL) OR s.folded = ?)
            ORDER BY s.certificate_id, s.position
            """,
            key,
            key
        )
        var rows: [(certificate: SelectedCertificate, position: Int, sample: String)] = []
        for place in places {
            let id = try place.integer("certificate_id")
            guard id != certificate.id,
                let other = try selectedCertificates(ResultSelection(), where: "c.id = \(id)").first,
                other.laboratory == certificate.laboratory
            else { continue }
            rows.append((other, try place.count("position"), try place.text("name")))
        }
        let before = rows.filter { $0.certificate.order < certificate.order }
            .sorted { ($1.certificate.order, $0.position) < ($0.certificate.order, $1.position) }
        let behind = rows.filter { $0.certificate.order > certificate.order }
            .sorted { ($0.certificate.order, $0.position) < ($1.certificate.order, $1.position) }
        return try (before + behind).map { row in
            OtherRow(
                sheet: try sheet(of: row.certificate, positions: [row.position]),
                position: row.position,
                sample: row.sample
            )
        }
    }
}
