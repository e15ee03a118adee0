import Geochemistry

/// Reads one certificate whose columns stand below rows of analytes, methods, units and limits.
struct HeaderRowsReading {
    private let fit: LayoutFit
    private let header: TableHeader
    private let analytes: AnalyteTable
    private let methods: MethodLookup
    private var sheet: Sheet { fit.sheet }
    private var layout: Layout { fit.layout }

    init(fit: LayoutFit, header: TableHeader, headings: HeadingReader) {
        self.fit = fit
        self.header = header
        analytes = headings.analytes
        methods = headings.methods
    }

    /// - Parameter metadata: the rows above the table.
    /// - Returns: the table, and the row behind it.
    func read(metadata rows: Range<Int>) throws(ReadingRefusal) -> (CertificatePart, end: Int) {
        try checkHeader()
        let metadata = Metadata.read(layout, in: sheet, rows: rows)
        let named = metadata[.laboratory]
        let laboratory = named.isEmpty ? fit.laboratory : methods.laboratory(named: named)
        var certificate = Certificate(
            laboratory: laboratory?.name ?? named,
            batch: metadata[.workOrder],
            format: layout.id
        )
        let table = try readRows()
        certificate.fill(from: metadata, dates: layout.dates, evidence: dateEvidence(above: rows, until: table.end))
        if header.nextBlock == .max {
            try RowWidths(sheet: sheet, width: header.results.upperBound, headerRow: header.analyteRow).check(
                table.rows
            )
        }
        certificate.samples = table.samples
        let evidence = sheet.numberEvidence(rows: table.rows, columns: header.results)
        // A workbook shows its numbers with a point, whatever the laboratory's text files have.
        var layout = layout
        if sheet.isInWorkbook, layout.decimal == .comma { layout.decimal = .byEvidence }
        let signs = evidence.signs(by: layout.decimal)
        certificate.vocabulary = ResultVocabulary(
            decimalSign: signs.decimal,
            thousandsSign: signs.thousands,
            negativeMeansBelow: layout.negativeMeansBelow,
            tokens: (laboratory ?? fit.laboratory).tokens
        )
        certificate.columns = try readColumns(
            rows: table.rows,
            vocabulary: certificate.vocabulary,
            laboratory: laboratory
        )
        if let remark = insertedColumns() { certificate.remarks.append(remark) }
        if let remark = truncation(rows: table.rows) { certificate.remarks.append(remark) }
        let part = CertificatePart(
            certificate: certificate,
            layout: layout,
            fallbackBatch: layout.fields.contains(where: \.isFileName) ? PlainTable.baseName(of: sheet.name) : "",
            declared: metadata[.declaredSamples],
            counted: table.counted,
            evidence: evidence,
            start: place(row: fit.start),
            header: place(row: header.dataStart - 1)
        )
        return (part, table.end)
    }

    // MARK: Header

    /// Every row of the header must have as many columns as the row of analytes: a cell too few means that units or
    /// methods stand above the wrong results.
    private func checkHeader() throws(ReadingRefusal) {
        if let fault = sheet.fault(row: header.analyteRow) { throw fault }
        let width = header.results.upperBound
        // Rows need not go on above comments.
        let needed = (header.results.last { !header.named.contains($0) } ?? width - 1) + 1
        for (role, name) in [
            (HeaderRow.Role.method, "methods"), (.finish, "finishes"), (.unit, "units"),
            (.lowerLimit, "lower limits"), (.upperLimit, "upper limits"),
        ] {
            guard let row = header.rows[role] else { continue }
            if let fault = sheet.fault(row: row) { throw fault }
            let filled = (sheet.lastFilledColumn(row: row, below: header.nextBlock) ?? -1) + 1
            var cells = sheet.cellCount(row: row)
            // In a workbook every cell has its address, and a text that fills stands for the cells behind it.
            let isFree = sheet.isInWorkbook || layout.headerRows.contains { $0.role == role && $0.fills }
            let isOptional = layout.headerRows.contains { $0.role == role && !$0.isRequired }
            if isFree { cells = max(cells, width) }
            // Units and limits may be empty, but their cells stand there. A method is never empty.
            let ends = filled > width || (role == .method && !isFree && !isOptional) ? filled : min(cells, width)
            guard ends == width || (filled == needed && needed < width) else {
                throw .headerCount(
                    name,
                    at: place(row: row),
                    cells: ends,
                    analytes: width,
                    analyteLine: sheet.line(row: header.analyteRow)
                )
            }
        }
    }

    private func readColumns(
        rows: [Int],
        vocabulary: ResultVocabulary,
        laboratory: Laboratory?
    ) throws(ReadingRefusal) -> [ResultColumn] {
        var columns: [ResultColumn] = []
        columns.reserveCapacity(header.results.count)
        for index in header.results where !header.named.contains(index) {
            let analyteText = text(.analyte, index)
            let method = [text(.method, index), text(.finish, index)].filter { !$0.isEmpty }.joined(separator: "/")
            let unit = text(.unit, index)
            guard !analyteText.isEmpty else {
                if isInserted(method: method, unit: unit) { continue }
                let isUsed = !method.isEmpty || !unit.isEmpty
                if isUsed || rows.contains(where: { !sheet.isBlank(row: $0, column: index) }) {
                    throw .columnWithoutAnalyte(
                        at: place(row: header.dataStart, column: index),
                        analyteLine: sheet.line(row: header.analyteRow)
                    )
                }
                continue
            }
            let own = laboratory.flatMap { $0.methods.entries.isEmpty ? nil : $0.methods[method] }
            let meaning = own ?? methods.meaning(of: method, at: nil)
            columns.append(
                ResultColumn(
                    sheetColumn: index,
                    method: method,
                    analyteText: analyteText,
                    analyte: analytes.analyte(printed: analyteText),
                    unitText: unit,
                    detectionLimit: limit(.lowerLimit, index, vocabulary),
                    upperLimit: limit(.upperLimit, index, vocabulary),
                    digestion: meaning.digestion,
                    technique: meaning.technique,
                    texts: sheet.packedTexts(rows: rows, column: index),
                    storedTexts: sheet.storedTexts(rows: rows, column: index)
                )
            )
        }
        return columns
    }

    /// Whether a column without an analyte is none of the laboratory's: people insert coordinates, and head them in the
    /// row of units.
    private func isInserted(method: String, unit: String) -> Bool {
        header.rows[.method] != nil && method.isEmpty && !unit.isEmpty && !Unit(printed: unit).isMassFraction
    }

    /// A remark on columns that people inserted; nil where there are none.
    private func insertedColumns() -> Remark? {
        let headings = header.results.filter { text(.analyte, $0).isEmpty }.compactMap { column in
            let unit = text(.unit, column)
            return isInserted(method: text(.method, column), unit: unit) ? unit : nil
        }
        return headings.isEmpty ? nil : .columnsNotRead(headings)
    }

    private func text(_ role: HeaderRow.Role, _ column: Int) -> String {
        guard let row = header.rows[role] else { return "" }
        var text = sheet.spannedText(row: row, column: column)
        // The row's own name may stand above the first column.
        if layout.headerRows.contains(where: { $0.role == role && $0.isPlaced && $0.labels.name(text) }) { text = "" }
        guard text.isEmpty, layout.headerRows.contains(where: { $0.role == role && $0.fills }) else { return text }
        // The text to the left stands for the columns up to the next one.
        for left in header.results.reversed() where left < column && !sheet.isBlank(row: row, column: left) {
            return sheet.text(row: row, column: left)
        }
        return ""
    }

    /// A limit that the header states; 0 is none (SGS Geosol prints it above weights).
    private func limit(_ role: HeaderRow.Role, _ column: Int, _ vocabulary: ResultVocabulary) -> ExactDecimal? {
        guard let row = header.rows[role] else { return nil }
        return sheet.withCell(row: row, column: column) { vocabulary.limit(in: $0) }
    }

    // MARK: Rows

    private struct Table {
        var samples: [SampleRow] = []
        /// The row of each sample in the sheet.
        var rows: [Int] = []
        /// What the declared number of samples counts.
        var counted = 0
        var end = 0
    }

    private func readRows() throws(ReadingRefusal) -> Table {
        let classifier = QCRowClassifier(layout.qcRows)
        var table = Table()
        // A sheet of its own is a section: `QC`, `Lab Standards`.
        var section = classifier.section(headed: sheet.title)
        var row = header.dataStart
        while row < sheet.rowCount {
            defer { row += 1 }
            let name = sheet.text(row: row, column: header.sampleColumn)
            if name.isEmpty, sheet.isBlank(row: row) {
                if layout.blankRow == .ends, !table.rows.isEmpty { break }
                continue
            }
            if layout.sentinels.name(name) { break }
            if let records = layout.records {
                let code = sheet.text(row: row, column: records.column - 1)
                if layout.sentinels.name(code) { break }
                if !records.data.name(code) { continue }
            }
            if layout.continues,
                header.isHeader(layout, in: sheet, row: row) || LayoutFit.startsPage(layout, in: sheet, at: row)
            {
                table.end = row
                return table
            }
            if layout.repeats, LayoutFit.starts(layout, in: sheet, at: row) {
                table.end = row
                return table
            }
            if let heading = classifier.section(headed: name.isEmpty ? sheet.loneText(row: row) ?? "" : name),
                sheet.loneText(row: row) != nil
            {
                section = heading
                continue
            }
            try checkWidth(of: row)
            let type = header.typeColumn.map { sheet.text(row: row, column: $0) } ?? ""
            let origin = classifier.origin(name: name, type: type, section: section)
            table.samples.append(
                SampleRow(
                    position: table.samples.count + 1,
                    name: name,
                    sheetRow: sheet.line(row: row),
                    sheet: sheet.title,
                    origin: origin,
                    type: type
                )
            )
            table.rows.append(row)
            if layout.declared.counts(origin, inSection: section != nil) { table.counted += 1 }
        }
        table.end = row
        return table
    }

    /// Of all dates above the table and in its lead columns.
    private func dateEvidence(above rows: Range<Int>, until end: Int) -> DateEvidence {
        var evidence = DateEvidence()
        evidence.add(labelled: sheet, rows: rows, columns: 0..<TableHeader.leadColumns)
        let leads = (0..<header.results.lowerBound).filter { $0 != header.sampleColumn }
        evidence.add(sheet, rows: header.dataStart..<max(header.dataStart, end), columns: leads)
        return evidence
    }

    private func checkWidth(of row: Int) throws(ReadingRefusal) {
        if let fault = sheet.fault(row: row) { throw fault }
        let width = header.results.upperBound
        let end = min(sheet.cellCount(row: row), header.nextBlock)
        for column in width..<max(width, end) where !sheet.isBlank(row: row, column: column) {
            throw .rowTooLong(
                at: place(row: row, column: column),
                columns: width,
                headerLine: sheet.line(row: header.analyteRow)
            )
        }
    }

    /// A file that was cut off ends in a row that is shorter than all others.
    private func truncation(rows: [Int]) -> Remark? {
        let width = header.results.upperBound
        // A workbook that was cut off is no workbook.
        guard !sheet.isInWorkbook, let last = rows.last, rows.count > 1, last == sheet.rowCount - 1,
            sheet.cellCount(row: last) < width,
            rows.dropLast().allSatisfy({ sheet.cellCount(row: $0) >= width })
        else { return nil }
        return .truncated(line: sheet.line(row: last), cells: sheet.cellCount(row: last), header: width)
    }

    private func place(row: Int, column: Int? = nil) -> ReadingRefusal.Place {
        sheet.place(row: row, column: column)
    }
}

extension DeclaredCount {
    /// Whether a header's number of samples includes a row.
    func counts(_ origin: SampleRow.Origin, inSection: Bool) -> Bool {
        switch self {
        case .clientSamples: origin.isClient
        case .sampleList: origin.isClient || (origin == .laboratoryPreparationBlank && !inSection)
        case .allRows: true
        }
    }
}

extension ResultVocabulary {
    func limit(printed text: String) -> ExactDecimal? { limit(in: Array(text.utf8).span) }

    /// The limit that a cell states, also written `<0.01`; nil for none, and for 0.
    func limit(in cell: Span<UInt8>) -> ExactDecimal? {
        switch value(of: cell) {
        case .number(let value): value.isZero || value.isNegative ? nil : value
        case .below(let limit): limit
        case .above(let limit): limit
        case .noResult, .unreadable: nil
        }
    }
}
