import Geochemistry

/// Finds again, for a person, where a layout read what a certificate says.
struct CertificateExplainer {
    let fit: LayoutFit
    let sheet: Sheet

    func explain(_ certificates: [Certificate]) -> [SheetExplanation.Reading] {
        certificates.enumerated().map { index, certificate in
            var reading = reading(of: certificate)
            // Of several certificates below one another, the first one shows where things stand.
            if index == 0 { explainHeader(in: &reading) }
            return reading
        }
    }

    private func reading(of certificate: Certificate) -> SheetExplanation.Reading {
        SheetExplanation.Reading(
            batch: certificate.batch,
            laboratory: certificate.laboratory,
            columns: certificate.columns.count,
            determinations: certificate.columns.count(where: \.isDetermination),
            firstLine: certificate.samples.first?.sheetRow,
            lastLine: certificate.samples.last?.sheetRow,
            clientSamples: certificate.samples.count(where: \.origin.isClient),
            declaredSamples: certificate.declaredSamples,
            qcRows: Self.qcRows(of: certificate),
            decimals: decimals(of: certificate),
            dates: dates(metadata),
            remarks: certificate.remarks
        )
    }

    private static func qcRows(of certificate: Certificate) -> [SheetExplanation.Reading.QCCount] {
        var counts: [String: Int] = [:]
        for sample in certificate.samples {
            if let kind = sample.origin.kindShown { counts[kind, default: 0] += 1 }
        }
        return counts.sorted { $0.key < $1.key }.map { .init(kind: $0.key, count: $0.value) }
    }

    // MARK: Header

    private func explainHeader(in reading: inout SheetExplanation.Reading) {
        reading.fields = fields()
        switch fit.header {
        case .rows(let header):
            for role in HeaderRow.Role.allCases {
                guard let row = header.rows[role] else { continue }
                let labels = fit.layout.headerRows.first { $0.role == role }?.labels ?? []
                let label = labels.isEmpty ? "" : leadText(row, labels: labels)
                reading.header.append(.init(role: role, line: sheet.line(row: row), label: label))
            }
            reading.sampleColumn = header.sampleColumn + 1
            reading.typeColumn = header.typeColumn.map { $0 + 1 }
        case .wide(let header):
            reading.header = [headings(header.row)]
            reading.sampleColumn = header.columns[.sample].map { $0 + 1 }
            reading.typeColumn = header.columns[.type].map { $0 + 1 }
        case .long(let header):
            reading.header = [headings(header.row)]
            reading.sampleColumn = header.columns[.sample].map { $0 + 1 }
            reading.typeColumn = header.columns[.type].map { $0 + 1 }
        }
    }

    private func headings(_ row: Int) -> SheetExplanation.Reading.HeaderLine {
        .init(role: .analyte, line: sheet.line(row: row), label: sheet.text(row: row, column: 0))
    }

    private func leadText(_ row: Int, labels: [Label]) -> String {
        for column in 0..<min(TableHeader.leadColumns, sheet.cellCount(row: row)) {
            let text = sheet.text(row: row, column: column)
            if labels.name(text) { return text }
        }
        return ""
    }

    // MARK: Metadata

    private var metadata: Metadata {
        guard case .rows(let header) = fit.header else { return Metadata() }
        return Metadata.read(fit.layout, in: sheet, rows: fit.start..<header.firstRow)
    }

    private func fields() -> [SheetExplanation.Reading.Field] {
        let metadata = metadata
        return MetadataField.Item.allCases.compactMap { item in
            guard item != .ignored, let value = metadata.values[item], !value.text.isEmpty else { return nil }
            let place = place(of: value)
            return .init(item: item, value: place, source: source(of: item, at: place))
        }
    }

    /// The cell of the line that holds the value, or the first one.
    private func place(of value: Metadata.Value) -> PlacedText {
        let row = (fit.start..<sheet.rowCount).first { sheet.line(row: $0) == value.line } ?? fit.start
        let column = sheet.filledColumns(row: row).first { sheet.text(row: row, column: $0).contains(value.text) } ?? 0
        return PlacedText(value.text, line: value.line, column: column + 1)
    }

    private func source(of item: MetadataField.Item, at place: PlacedText) -> String {
        let row = (fit.start..<sheet.rowCount).first { sheet.line(row: $0) == place.line } ?? fit.start
        let texts = sheet.filledColumns(row: row).map { sheet.text(row: row, column: $0) }
        for field in fit.layout.fields where field.holds.contains(item) {
            if let pattern = field.pattern, texts.contains(where: pattern.matches) { return pattern.text }
            let labelled = LabelledText(labels: fit.layout.fields.flatMap(\.labels))
            for label in field.labels where texts.contains(where: { labelled.value(of: [label], in: $0) != nil }) {
                return label.text
            }
        }
        return ""
    }

    // MARK: Evidence

    private func decimals(of certificate: Certificate) -> SheetExplanation.Evidence {
        let sign = certificate.vocabulary.decimalSign == UInt8(ascii: ",") ? "comma" : "point"
        guard fit.layout.decimal == .byEvidence else { return .init(value: sign, because: Explanation.byLayout) }
        var evidence = DecimalEvidence()
        for column in certificate.columns {
            let bytes = column.texts.bytes.span
            for index in 0..<column.texts.count { evidence.add(bytes.extracting(column.texts.range(at: index))) }
        }
        return .init(value: sign, because: Explanation.numbers(points: evidence.points, commas: evidence.commas))
    }

    private func dates(_ metadata: Metadata) -> SheetExplanation.Evidence {
        let texts = [metadata.values[.received], metadata.values[.reported]].compactMap { $0?.text }
            .filter { !$0.isEmpty }
        let settled = fit.layout.dates.settled(by: texts)
        let order = settled.rawValue
        if texts.isEmpty { return .init(value: order, because: Explanation.noDates) }
        guard fit.layout.dates == .byEvidence else { return .init(value: order, because: Explanation.byLayout) }
        if let text = texts.first(where: { PrintedDate.evidence(in: $0) == settled }) {
            return .init(value: order, because: Explanation.shows(text))
        }
        let isClear = texts.allSatisfy {
            if case .date = PrintedDate($0, order: .byEvidence) { true } else { false }
        }
        return .init(value: order, because: isClear ? Explanation.clearDates : Explanation.doubtfulDates)
    }
}

extension SampleRow.Origin {
    /// What a row of the laboratory is, for a person; nil for the client's samples.
    var kindShown: String? {
        switch self {
        case .client: nil
        case .laboratoryCRM: "crm"
        case .laboratoryCertified: "certified"
        case .laboratoryBlank: "blank"
        case .laboratoryPreparationBlank: "preparation_blank"
        case .laboratoryOriginal: "original"
        case .laboratoryDuplicate: "duplicate"
        case .laboratoryOther: "other"
        }
    }
}
