import Geochemistry

/// Reads a plain table with a column a determination.
struct WideReading {
    let table: PlainTable
    let header: WideHeader

    func read() throws(ReadingRefusal) -> [CertificatePart] {
        let results = header.results.map(\.index)
        let numbers = table.numberEvidence(results: results)
        let dates = table.dateEvidence(results: results)
        return try table.parts().map { read($0, numbers: numbers, dates: dates) }
    }

    private func read(_ part: PlainTable.Part, numbers: NumberEvidence, dates: DateEvidence) -> CertificatePart {
        var read = table.certificate(of: part, numbers: numbers, dates: dates)
        var certificate = read.certificate
        let laboratory = table.laboratory(of: part)
        for row in part.rows {
            let statement = read.hear(ControlStatement(table, row: row))
            certificate.samples.append(
                SampleRow(
                    position: certificate.samples.count + 1,
                    name: table.text(.sample, row),
                    sheetRow: table.sheet.line(row: row),
                    sheet: table.sheet.title,
                    origin: statement.origin,
                    type: table.text(.type, row)
                )
            )
        }
        for result in header.results {
            let heading = result.heading
            let entry = table.directory?.entry(
                workOrder: part.workOrder,
                method: heading.method,
                analyte: heading.analyteText
            )
            let meaning = table.methods.meaning(of: heading.method, at: laboratory)
            certificate.columns.append(
                ResultColumn(
                    sheetColumn: result.index,
                    method: heading.method,
                    analyteText: heading.analyteText,
                    analyte: heading.analyte,
                    unitText: entry?.unit ?? heading.unit,
                    detectionLimit: entry.flatMap { certificate.vocabulary.limit(printed: $0.lower) },
                    upperLimit: entry.flatMap { certificate.vocabulary.limit(printed: $0.upper) },
                    digestion: meaning.digestion,
                    technique: meaning.technique,
                    texts: table.sheet.packedTexts(rows: part.rows, column: result.index),
                    storedTexts: table.sheet.storedTexts(rows: part.rows, column: result.index)
                )
            )
        }
        if !header.ignored.isEmpty { certificate.remarks.append(.columnsNotRead(header.ignored)) }
        read.counted = part.rows.count
        certificate.remarks += read.certificate.remarks.filter { !certificate.remarks.contains($0) }
        read.certificate = certificate
        return read
    }
}
