import Geochemistry

/// Reads a plain table with one result a row, and turns it into columns.
///
/// Samples stand in the order of their first row. A sample that has the same determination twice becomes two rows of
/// the certificate: which of the results is meant is for a person to say.
struct LongReading {
    let table: PlainTable
    let analytes: AnalyteTable

    func read() throws(ReadingRefusal) -> [CertificatePart] {
        guard let result = table.columns[.result] else { throw .noSamples(at: table.place(row: table.header)) }
        let numbers = table.numberEvidence(results: [result])
        let dates = table.dateEvidence(results: [result])
        var certificates: [CertificatePart] = []
        for part in try table.parts() {
            certificates.append(try read(part, result: result, numbers: numbers, dates: dates))
        }
        return certificates
    }

    private struct ColumnKey: Hashable {
        let method: String
        let analyte: String
        let unit: String
    }

    /// A sample's row, and which of its rows in the certificate: 0 for the first.
    private struct SampleKey: Hashable {
        let name: String
        let occurrence: Int
    }

    /// The cells of one column: the row of the sheet for each sample that has one.
    private struct Cells {
        let key: ColumnKey
        var rowOfSample: [Int: Int] = [:]
        var limits: Set<String> = []
        var upper = ""
        /// How often each sample had this determination.
        var occurrences: [String: Int] = [:]
    }

    private func read(
        _ part: PlainTable.Part,
        result: Int,
        numbers: NumberEvidence,
        dates: DateEvidence
    ) throws(ReadingRefusal) -> CertificatePart {
        var read = table.certificate(of: part, numbers: numbers, dates: dates)
        var certificate = read.certificate
        var columns: [Cells] = []
        var columnIndexes: [ColumnKey: Int] = [:]
        var sampleIndexes: [SampleKey: Int] = [:]
        for row in part.rows {
            let (method, analyte) = (table.text(.method, row), table.text(.analyte, row))
            let entry = table.directory?.entry(workOrder: part.workOrder, method: method, analyte: analyte)
            let key = ColumnKey(method: method, analyte: analyte, unit: entry?.unit ?? table.text(.unit, row))
            let name = table.text(.sample, row)
            guard !key.analyte.isEmpty else {
                throw .resultWithoutKey(at: table.place(row: row), missing: "analyte")
            }
            let column = columnIndexes[key] ?? columns.count
            if column == columns.count {
                columnIndexes[key] = column
                columns.append(Cells(key: key))
            }
            let occurrence = columns[column].occurrences[name, default: 0]
            columns[column].occurrences[name] = occurrence + 1
            let sampleKey = SampleKey(name: name, occurrence: occurrence)
            let sample = sampleIndexes[sampleKey] ?? certificate.samples.count
            if sample == certificate.samples.count {
                sampleIndexes[sampleKey] = sample
                certificate.samples.append(
                    SampleRow(
                        position: sample + 1,
                        name: name,
                        sheetRow: table.sheet.line(row: row),
                        sheet: table.sheet.title,
                        origin: read.hear(ControlStatement(table, row: row)).origin,
                        type: table.text(.type, row)
                    )
                )
            }
            columns[column].rowOfSample[sample] = row
            columns[column].limits.insert(entry?.lower ?? table.text(.detectionLimit, row))
            columns[column].upper = entry?.upper ?? ""
        }
        certificate.columns = columns.map { cells in
            column(cells, result: result, certificate: certificate, laboratory: table.laboratory(of: part))
        }
        certificate.remarks += read.certificate.remarks.filter { !certificate.remarks.contains($0) }
        read.counted = certificate.samples.count
        read.certificate = certificate
        return read
    }

    private func column(
        _ cells: Cells,
        result: Int,
        certificate: Certificate,
        laboratory: Laboratory?
    ) -> ResultColumn {
        var texts = PackedTexts()
        texts.reserve(texts: certificate.samples.count, bytes: certificate.samples.count * 5)
        let bytes = table.sheet.bytes.span
        for sample in certificate.samples.indices {
            let range = cells.rowOfSample[sample].map { table.sheet.range(row: $0, column: result) } ?? 0..<0
            texts.append(bytes.extracting(range))
        }
        // Limits that differ between samples (diluted ones) are not the column's.
        let limits = cells.limits.subtracting([""])
        let limit = limits.count == 1 ? limits.first : nil
        let meaning = table.methods.meaning(of: cells.key.method, at: laboratory)
        var column = ResultColumn(
            sheetColumn: result,
            method: cells.key.method,
            analyteText: cells.key.analyte,
            analyte: analytes.analyte(printed: cells.key.analyte),
            unitText: cells.key.unit,
            detectionLimit: limit.flatMap { certificate.vocabulary.limit(printed: $0) },
            upperLimit: certificate.vocabulary.limit(printed: cells.upper),
            digestion: meaning.digestion,
            technique: meaning.technique,
            texts: texts
        )
        for (sample, row) in cells.rowOfSample {
            column.storedTexts[sample] = table.sheet.storedText(row: row, column: result)
            let place = CellPlace(sheet: table.sheet.title, line: table.sheet.line(row: row))
            if place.line != certificate.samples[sample].sheetRow { column.places[sample] = place }
        }
        return column
    }
}
