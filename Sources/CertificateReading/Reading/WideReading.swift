import Geochemistry

/// Reads a plain table with a column a determination.
struct WideReading {
    let table: PlainTable
    let header: WideHeader

    func read() throws(ReadingRefusal) -> [Certificate] {
        var certificates: [Certificate] = []
        let results = header.results.map(\.index)
        let signs = table.numberSigns(columns: results)
        let dates = table.dateEvidence(results: results)
        for part in try table.parts() { certificates.append(read(part, signs: signs, dates: dates)) }
        return certificates
    }

    private func read(_ part: PlainTable.Part, signs: NumberSigns, dates: DateEvidence) -> Certificate {
        var certificate = table.certificate(of: part, signs: signs, dates: dates)
        let laboratory = table.laboratory(of: part)
        for row in part.rows {
            certificate.samples.append(
                SampleRow(
                    position: certificate.samples.count + 1,
                    name: table.text(.sample, row),
                    sheetRow: table.sheet.line(row: row),
                    type: table.text(.type, row)
                )
            )
        }
        for result in header.results {
            let heading = result.heading
            let meaning = table.methods.meaning(of: heading.method, at: laboratory)
            certificate.columns.append(
                ResultColumn(
                    sheetColumn: result.index,
                    method: heading.method,
                    analyteText: heading.analyteText,
                    analyte: heading.analyte,
                    unitText: heading.unit,
                    digestion: meaning.digestion,
                    technique: meaning.technique,
                    texts: table.sheet.packedTexts(rows: part.rows, column: result.index)
                )
            )
        }
        if !header.ignored.isEmpty { certificate.remarks.append(.columnsNotRead(header.ignored)) }
        certificate.remarks += CellInspection.inspect(certificate)
        return certificate
    }
}
