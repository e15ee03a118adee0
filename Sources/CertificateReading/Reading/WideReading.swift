import Geochemistry

/// Reads a plain table with a column a determination.
struct WideReading {
    let table: PlainTable
    let header: WideHeader

    func read() throws(ReadingRefusal) -> [Certificate] {
        var certificates: [Certificate] = []
        for part in try table.parts() { certificates.append(try read(part)) }
        return certificates
    }

    private func read(_ part: PlainTable.Part) throws(ReadingRefusal) -> Certificate {
        let sign = table.decimalSign(rows: part.rows, columns: header.results.map(\.index))
        var certificate = table.certificate(of: part, decimalSign: sign)
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
