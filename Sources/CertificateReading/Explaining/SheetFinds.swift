import Geochemistry

/// Finds again, for a person, where a layout found the parts of a certificate on a sheet.
struct SheetFinds {
    let fit: LayoutFit
    private var sheet: Sheet { fit.sheet }

    func finds() -> SheetExplanation.Finds {
        var finds = SheetExplanation.Finds()
        let headerRow: Int
        switch fit.header {
        case .rows(let header):
            headerRow = header.firstRow
            for role in HeaderRow.Role.allCases {
                guard let row = header.rows[role] else { continue }
                let labels = fit.layout.headerRows.first { $0.role == role }?.labels ?? []
                finds.header.append(line(role, row, label: labels.isEmpty ? "" : leadText(row, labels: labels)))
            }
            finds.sampleColumn = header.sampleColumn + 1
            finds.typeColumn = header.typeColumn.map { $0 + 1 }
            finds.firstResult = header.results.lowerBound + 1
            finds.lastResult = header.results.upperBound
        case .wide(let header):
            headerRow = header.row
            finds.header = [line(.analyte, header.row, label: sheet.text(row: header.row, column: 0))]
            finds.sampleColumn = header.columns[.sample].map { $0 + 1 }
            finds.typeColumn = header.columns[.type].map { $0 + 1 }
            finds.firstResult = header.results.first.map { $0.index + 1 }
            finds.lastResult = header.results.last.map { $0.index + 1 }
        case .long(let header):
            headerRow = header.row
            finds.header = [line(.analyte, header.row, label: sheet.text(row: header.row, column: 0))]
            finds.sampleColumn = header.columns[.sample].map { $0 + 1 }
            finds.typeColumn = header.columns[.type].map { $0 + 1 }
            finds.firstResult = header.columns[.result].map { $0 + 1 }
            finds.lastResult = finds.firstResult
        }
        finds.fields = fields(Metadata.read(fit.layout, in: sheet, rows: fit.start..<headerRow))
        return finds
    }

    /// Of all dates above the table and in its lead columns.
    var dateEvidence: DateEvidence {
        var evidence = DateEvidence()
        guard case .rows(let header) = fit.header else { return evidence }
        evidence.add(labelled: sheet, rows: fit.start..<header.firstRow, columns: 0..<TableHeader.leadColumns)
        let leads = (0..<header.results.lowerBound).filter { $0 != header.sampleColumn }
        evidence.add(sheet, rows: header.dataStart..<max(header.dataStart, sheet.rowCount), columns: leads)
        return evidence
    }

    private func line(_ role: HeaderRow.Role, _ row: Int, label: String) -> SheetExplanation.HeaderLine {
        SheetExplanation.HeaderLine(role: role, line: sheet.line(row: row), label: label)
    }

    private func leadText(_ row: Int, labels: [Label]) -> String {
        for column in 0..<min(TableHeader.leadColumns, sheet.cellCount(row: row)) {
            let text = sheet.text(row: row, column: column)
            if labels.name(text) { return text }
        }
        return ""
    }

    // MARK: Metadata

    private func fields(_ metadata: Metadata) -> [SheetExplanation.Field] {
        MetadataField.Item.allCases.compactMap { item in
            guard item != .ignored, let value = metadata.values[item], !value.text.isEmpty else { return nil }
            let row = (fit.start..<sheet.rowCount).first { sheet.line(row: $0) == value.line } ?? fit.start
            let columns = sheet.filledColumns(row: row)
            let column = columns.first { sheet.text(row: row, column: $0).contains(value.text) } ?? 0
            return SheetExplanation.Field(
                item: item,
                value: PlacedText(value.text, line: value.line, column: column + 1),
                source: source(of: item, texts: columns.map { sheet.text(row: row, column: $0) })
            )
        }
    }

    /// The label or the pattern that led to an item, among the texts of its row.
    private func source(of item: MetadataField.Item, texts: [String]) -> String {
        let labelled = LabelledText(labels: fit.layout.fields.flatMap(\.labels))
        for field in fit.layout.fields where field.holds.contains(item) {
            if let pattern = field.pattern, texts.contains(where: pattern.matches) { return pattern.text }
            for label in field.labels where texts.contains(where: { labelled.value(of: [label], in: $0) != nil }) {
                return label.text
            }
        }
        return ""
    }
}
