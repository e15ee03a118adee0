import GRDB
import Geochemistry
import QualityControl

extension LedgerReader {
    /// Where the results of a sample come from: its rows in the certificates that count, or, where none of them holds it,
    /// in those that a revision has replaced.
    ///
    /// - Parameters:
    ///   - analyte: its symbol or the name that the header prints, without regard to case; or the name of a composite.
    ///   - method: only of this one.
    /// - Throws: ``LedgerError/unknownSample(batch:name:nearest:)``, ``LedgerError/unknownAnalyte(batch:name:known:)``.
    public func trace(
        of key: BatchKey,
        sample: String,
        analyte: String,
        method: String? = nil
    ) throws -> [TracedSample] {
        let certificates = try certificates(of: key)
        var rows = try certificates.filter(\.reference.isCurrent).flatMap { try self.rows(of: $0, named: sample) }
        if rows.isEmpty { rows = try certificates.flatMap { try self.rows(of: $0, named: sample) } }
        guard !rows.isEmpty else {
            let names = try certificates.flatMap { try sampleNames(of: $0.reference.id) }
            throw LedgerError.unknownSample(
                batch: key.batch,
                name: sample,
                nearest: Self.nearest(to: sample, in: names)
            )
        }
        let wanted = ResultSelection(method: method, analyte: analyte)
        var judgements: [Int64: StoredJudgement] = [:]
        var found: [TracedSample] = []
        for row in rows {
            let id = row.certificate.reference.id
            if judgements[id] == nil { judgements[id] = try latestVerdict(on: id).map { try judgement($0) } }
            let sample = try traced(row, wanted, judgements[id])
            let composites = sample.judgement?.composites ?? []
            if !sample.cells.isEmpty || composites.contains(where: { wanted.takes(method: "", analyte: $0.composite) })
            {
                found.append(sample)
            }
        }
        guard !found.isEmpty else {
            throw LedgerError.unknownAnalyte(
                batch: key.batch,
                name: method.map { "\(analyte) by \($0)" } ?? analyte,
                known: try known(in: rows.map(\.certificate), like: analyte)
            )
        }
        return found
    }

    private struct SampleLine {
        let certificate: CertificateSummary
        let position: Int
        let name: String
        let place: CellPlace
    }

    private func rows(of certificate: CertificateSummary, named sample: String) throws -> [SampleLine] {
        let key = SampleKey(sample)
        return try database.rows(
            "SELECT position, name, sheet_row, sheet FROM sample WHERE certificate_id = ? ORDER BY position",
            certificate.reference.id
        ).compactMap { row in
            let name = try row.text("name")
            guard SampleKey(name) == key else { return nil }
            return SampleLine(
                certificate: certificate,
                position: try row.count("position"),
                name: name,
                place: CellPlace(sheet: try row.text("sheet"), line: try row.count("sheet_row"))
            )
        }
    }

    private func traced(
        _ line: SampleLine,
        _ wanted: ResultSelection,
        _ judgement: StoredJudgement?
    ) throws -> TracedSample {
        let id = line.certificate.reference.id
        let cells = try database.rows(
            """
            SELECT k.*, c.decimal_sign, c.thousands_sign, json_extract(k.texts, '$[' || ? || ']') AS text,
                hex(substr(k.kinds, ?, 1)) AS kind,
                CASE WHEN k.stored <> '' THEN json_extract(k.stored, '$."' || ? || '"') END AS stored_text
            FROM result_column k JOIN certificate c ON c.id = k.certificate_id
            WHERE k.certificate_id = ? ORDER BY k.ordinal
            """,
            line.position - 1,
            line.position,
            line.position - 1,
            id
        ).compactMap { row -> TracedCell? in
            let method = try row.text("method")
            let isWanted = try [row.text("analyte"), row.text("printed_analyte")].contains {
                wanted.takes(method: method, analyte: $0)
            }
            return isWanted ? try cell(row, line) : nil
        }
        let roles = judgement?.roles ?? []
        return TracedSample(
            certificate: line.certificate,
            position: line.position,
            name: line.name,
            role: roles.indices.contains(line.position - 1) ? roles[line.position - 1] : nil,
            cells: cells,
            judgement: judgement
        )
    }

    private func cell(_ row: Row, _ line: SampleLine) throws -> TracedCell {
        let text = try row.text("text")
        let (place, column) = try place(
            line,
            packed: try row.text("places"),
            column: try row.count("sheet_column")
        )
        return TracedCell(
            ordinal: try row.count("ordinal"),
            method: try row.text("method"),
            analyte: try row.text("analyte"),
            printedAnalyte: try row.text("printed_analyte"),
            unit: try row.text("unit"),
            digestion: try row.text("digestion"),
            technique: try row.text("technique"),
            detectionLimit: try row.decimal("detection_limit"),
            upperLimit: try row.decimal("upper_limit"),
            text: text,
            storedText: try row.optionalText("stored_text"),
            value: try Self.value(text, kind: row.text("kind"), Self.vocabulary(row)),
            place: place,
            column: column + 1
        )
    }

    /// What ``PackedPlaces`` says of one cell.
    private func place(_ line: SampleLine, packed: String, column: Int) throws -> (CellPlace, column: Int) {
        guard !packed.isEmpty else { return (line.place, column) }
        let own = try database.row(
            """
            SELECT json_extract(value, '$[1]') AS sheet, json_extract(value, '$[2]') AS line
            FROM json_each(?, '$[1]') WHERE json_extract(value, '$[0]') = ?
            """,
            packed,
            line.position - 1
        ).map { CellPlace(sheet: try $0.text("sheet"), line: try $0.count("line")) }
        let place = own ?? line.place
        let other = try database.row(
            """
            SELECT json_extract(value, '$[1]') AS place FROM json_each(?, '$[0]')
            WHERE json_extract(value, '$[0]') = ?
            """,
            packed,
            place.sheet
        )?.count("place")
        return (place, other ?? column)
    }

    // MARK: What there is instead

    /// Up to five names that differ in at most a third of their characters.
    static func nearest(to name: String, in names: [String]) -> [String] {
        let wanted = MaterialName(name)
        let tolerance = max(2, wanted.key.count / 3)
        let near = Set(names).map { (distance: wanted.distance(to: MaterialName($0)), name: $0) }
            .filter { $0.distance <= tolerance }
            .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
        return near.prefix(5).map(\.name)
    }

    /// `Cu by ME-ICP61`: those of the analyte by other methods, else everything that is there; composites at the end.
    private func known(in certificates: [CertificateSummary], like analyte: String) throws -> [String] {
        var all: [String] = []
        var like: [String] = []
        for certificate in certificates {
            for row in try database.rows(
                "SELECT method, analyte, printed_analyte FROM result_column WHERE certificate_id = ? ORDER BY ordinal",
                certificate.reference.id
            ) {
                let (method, symbol) = (try row.text("method"), try row.text("analyte"))
                let words = method.isEmpty ? symbol : "\(symbol) by \(method)"
                guard !all.contains(words) else { continue }
                all.append(words)
                if SampleKey(symbol) == SampleKey(analyte) { like.append(words) }
            }
            for composite in try latestVerdict(on: certificate.reference.id).map({ try composites(of: $0.id) }) ?? []
            where !all.contains(composite.composite) { all.append(composite.composite) }
        }
        return like.isEmpty ? all : like
    }
}
