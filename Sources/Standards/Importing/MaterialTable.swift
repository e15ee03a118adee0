import CertificateReading
import Geochemistry

/// Reads a plain table of certified values, headed `material,analyte,digestion,unit,value,sd`.
///
/// A value that is none (`< 3`, `IND`, nothing) is left. Any other mistake refuses the table whole, with all mistakes at
/// once: somebody wrote it and can mend it, and a line that silently fell out would never be missed.
struct MaterialTable {
    let source: ImportSource
    let analytes: AnalyteTable

    func read(_ utf8: [UInt8]) throws -> [ImportedMaterial] {
        let log = ProblemLog()
        guard
            let table = StandardsTable(file: source.name, bytes: utf8, columns: MaterialReader.columns, log: log)
        else { throw StandardsProblems(log.problems) }
        var evidence = NumberEvidence()
        for row in table.rows {
            for column in ["value", "sd"] {
                let cell = Array(table.text(row, column).utf8)
                evidence.add(cell.span)
            }
        }
        var left: [(name: MaterialName, row: LeftRow)] = []
        var rows: [StandardsTable.Row] = []
        for row in table.rows {
            if let reason = Self.reasonToLeave(table.text(row, "value"), decimalSign: evidence.decimalSign) {
                left.append((MaterialName(table.text(row, "material")), self.left(row, of: table, for: reason)))
            } else {
                rows.append(row)
            }
        }
        var reader = MaterialReader(analytes: analytes, log: log)
        reader.decimalSign = evidence.decimalSign
        reader.wordsForNoSD = PrintedFigure.words
        let materials = reader.read(rows, of: table, file: source.name)
        guard log.problems.isEmpty else { throw StandardsProblems(log.problems) }
        guard !table.rows.isEmpty else { throw ImportRefusal.emptyTable(source.name) }
        guard !materials.isEmpty else { throw ImportRefusal.nothingToTake(source.name, left: left.count) }
        let quoted = materials.count == 1 ? Self.comments(in: utf8) : []
        return materials.map { placed in
            ImportedMaterial(
                material: placed.material,
                headings: [],
                left: left.filter { $0.name == placed.name }.map(\.row),
                comments: comments(for: placed.material, quoted: quoted)
            )
        }
    }

    /// nil for a number, and for what the reader of materials complains of in better words.
    private static func reasonToLeave(_ text: String, decimalSign: UInt8) -> LeftRow.Reason? {
        let bytes = Array(text.utf8)
        if (try? ExactDecimal(bytes.span, decimalSign: decimalSign)) != nil { return nil }
        let figure = PrintedFigure(word: text)
        return figure == .notANumber ? nil : figure.reasonToLeave
    }

    private func left(_ row: StandardsTable.Row, of table: StandardsTable, for reason: LeftRow.Reason) -> LeftRow {
        LeftRow(
            heading: table.text(row, "digestion"),
            constituent: table.text(row, "analyte"),
            unit: table.text(row, "unit"),
            value: table.text(row, "value"),
            sd: table.text(row, "sd"),
            place: "\(source.name):\(row.line)",
            reason: reason
        )
    }

    private func comments(for material: ReferenceMaterial, quoted: [String]) -> [String] {
        let issuer = material.supplier.isEmpty ? "" : ", issued by \(material.supplier)"
        let certificate = material.certificate.isEmpty ? "" : " Certificate: \(material.certificate)."
        return [
            "\(material.name.printed)\(issuer)" + (issuer.hasSuffix(".") ? "" : ".") + certificate,
            "Taken by 'cupel standards import' from '\(source.name)', SHA-256 \(source.sha256).",
        ] + (quoted.isEmpty ? [] : ["That file says:"] + quoted)
    }

    /// What the table itself says of its values, in lines that begin with `#`.
    private static func comments(in utf8: [UInt8]) -> [String] {
        let lines = utf8.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
        return lines.filter { $0.first == UInt8(ascii: "#") }.prefix(40)
            .map { String(decoding: $0.dropFirst().prefix(2_000), as: UTF8.self).trimmedOfBlanks }
    }
}
