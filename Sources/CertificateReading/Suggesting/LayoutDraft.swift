import Geochemistry

/// Writes down what the surveys of a sheet found, as a layout with its remarks.
struct LayoutDraft {
    let table: TableSurvey
    let metadata: MetadataSurvey
    let name: LaboratoryName
    let headings: HeadingReader
    var suggestion: LayoutSuggestion
    var layout: Layout
    /// One certificate of the file: the rows of results of the first, where several stand below one another.
    private(set) var qc: QCSurvey

    var sheet: Sheet { table.sheet }

    init(
        _ table: TableSurvey,
        metadata: MetadataSurvey,
        name: LaboratoryName,
        headings: HeadingReader,
        taken: Set<String>
    ) throws(NoSuggestion) {
        self.table = table
        self.metadata = metadata
        self.name = name
        self.headings = headings
        layout = Layout(id: name.layoutID(taken: taken), shape: table.shape)
        suggestion = LayoutSuggestion(
            source: table.sheet.name,
            laboratory: Laboratory(id: name.id, name: name.text)
        )
        qc = QCSurvey(table)
        writeMarks()
        let end = try nextCertificate()
        if let end {
            qc = QCSurvey(table, end: end)
            layout.repeats = true
            suggestion.note(.repeats, SuggestionWords.repeats(line: table.sheet.line(row: end)))
        }
        guard !qc.rows.isEmpty else { throw .noSamples(line: table.sheet.line(row: table.dataStart - 1)) }
        writeFields()
        writeHeader()
        writeColumns()
        writeRows()
        writeConventions()
        writeMethods()
        writeTokens()
        writeName()
        suggestion.laboratory.layouts = [layout]
    }

    // MARK: Marks

    private struct Candidate {
        var text: String
        var row: Int
        var column: Int?
        var note: String
    }

    /// A letterhead, labels above the table, labels of header rows: what is on every certificate of the sort.
    private mutating func writeMarks() {
        var candidates: [Candidate] = []
        if let place = name.place {
            candidates.append(
                Candidate(text: "*\(name.mark)*", row: row(of: place), note: SuggestionWords.letterhead(place))
            )
        }
        let fields = metadata.findings.filter { finding in
            finding.field.pattern.map { $0.text.contains(where: { $0 != "*" && $0 != " " }) } ?? true
                && !finding.isGuess
        }
        let order: [MetadataField.Item] = [.workOrder, .declaredSamples, .received, .client, .reported, .dispatch]
        for item in order {
            guard let finding = fields.first(where: { $0.field.holds.contains(item) }) else { continue }
            let text = finding.field.pattern?.text ?? (finding.field.labels.first?.text ?? "") + "*"
            let isFirst = finding.place.column == 1
            candidates.append(
                Candidate(
                    text: text,
                    row: row(of: finding.place),
                    column: isFirst ? 1 : nil,
                    note: SuggestionWords.at(finding.place)
                )
            )
            if candidates.count >= 4 { break }
        }
        for found in table.rows.sorted(by: { $0.row < $1.row }) where found.role != .ignored {
            guard let column = found.labelColumn else { continue }
            candidates.append(headerCandidate(row: found.row, column: column))
        }
        if let sample = table.sample { candidates.append(headerCandidate(row: sample.row, column: sample.column)) }
        if table.shape == .wide {
            for lead in table.leads.prefix(2) {
                candidates.append(headerCandidate(row: lead.row, column: lead.column))
            }
        } else if table.shape == .long {
            for column in table.longColumns.values.sorted() {
                candidates.append(headerCandidate(row: table.analyteRow, column: column))
            }
        }
        // The first mark begins the certificate, so it is the highest one.
        var seen: Set<String> = []
        for candidate in candidates.sorted(by: { $0.row < $1.row }) {
            guard seen.insert(candidate.text.lowercased()).inserted else { continue }
            add(candidate)
        }
        suggestion.note(.marks, SuggestionWords.marks)
    }

    private func headerCandidate(row: Int, column: Int) -> Candidate {
        Candidate(
            text: sheet.text(row: row, column: column),
            row: row,
            column: column == 0 ? 1 : nil,
            note: SuggestionWords.row(line: sheet.line(row: row))
        )
    }

    private mutating func add(_ candidate: Candidate) {
        guard candidate.text.contains(where: { $0.isLetter || $0 == "#" || $0.isNumber || $0 == "-" }) else { return }
        let depth = candidate.row - table.start + 1
        // A line or ten more above the table are the same layout; a mark in the first line stays there.
        let isHeader = candidate.row >= table.firstHeaderRow
        let slack = table.shape == .headerRows ? (isHeader ? 15 : depth == 1 ? 0 : 4) : 0
        let mark = RecognitionMark(candidate.text, within: min(200, depth + slack), column: candidate.column)
        guard LayoutFit.stands(mark, in: sheet, from: table.start) else { return }
        suggestion.note(.mark(layout.marks.count), candidate.note)
        layout.marks.append(mark)
    }

    private func row(of place: PlacedText) -> Int {
        (table.start..<sheet.rowCount).first { sheet.line(row: $0) == place.line } ?? table.start
    }

    /// The row where the next certificate of the file begins; nil where there is one only.
    private func nextCertificate() throws(NoSuggestion) -> Int? {
        guard table.shape == .headerRows else { return nil }
        let label = table.analyteLabel.map { sheet.text(row: table.analyteRow, column: $0) } ?? ""
        for row in table.dataStart..<max(table.dataStart, sheet.rowCount) {
            if LayoutFit.starts(layout, in: sheet, at: row) { return row }
            let again = table.analyteLabel.map { sheet.text(row: row, column: $0) } ?? ""
            guard !label.isEmpty, again == label else { continue }
            let same = table.results.count { column in
                let text = sheet.text(row: row, column: column)
                return !text.isEmpty && text == sheet.text(row: table.analyteRow, column: column)
            }
            let isText = table.results.contains { CellSort(sheet.text(row: row, column: $0)) == .text }
            if same > 0 || isText {
                throw .tableStandsAgain(line: sheet.line(row: row), first: sheet.line(row: table.analyteRow))
            }
        }
        return nil
    }

    // MARK: Fields

    private mutating func writeFields() {
        guard table.shape == .headerRows else { return }
        var known: [String: Int] = [:]
        for finding in metadata.findings {
            let key = finding.field.labels.first.map { $0.key } ?? "\(finding.field.holds)" + (finding.field.pattern?.text ?? "")
            // The same label twice is one field.
            guard known.updateValue(layout.fields.count, forKey: key) == nil else { continue }
            let part = LayoutSuggestion.Part.field(layout.fields.count)
            suggestion.note(part, "\(SuggestionWords.at(finding.place)): \(finding.note)")
            if finding.isGuess { suggestion.check(part, SuggestionWords.guessedField) }
            layout.fields.append(finding.field)
        }
        if metadata.first(.workOrder) == nil {
            suggestion.check(.field(layout.fields.count), SuggestionWords.noWorkOrder)
            layout.fields.append(MetadataField(holds: [.workOrder], labels: [Label("Work Order")]))
        }
        var ignored: [Label] = []
        for place in metadata.ignored where known[Label.key(of: place.text)] == nil {
            let label = Label(place.text)
            if !ignored.contains(label) { ignored.append(label) }
        }
        if !ignored.isEmpty {
            suggestion.note(.field(layout.fields.count), SuggestionWords.ignored)
            layout.fields.append(MetadataField(holds: [.ignored], labels: ignored))
        }
        if !metadata.below.isEmpty { suggestion.check(.layout, SuggestionWords.below(metadata.below)) }
    }

    // MARK: Header

    private mutating func writeHeader() {
        guard table.shape == .headerRows else { return }
        let depth = table.analyteRow - table.start + 1
        if depth > layout.headerWithin - 5 { layout.headerWithin = min(500, depth + 30) }
        for found in table.rows.sorted(by: { $0.row < $1.row }) { write(found) }
        if table[.unit] == nil { suggestion.check(.layout, SuggestionWords.noUnits) }
        if table[.method] == nil { suggestion.check(.layout, SuggestionWords.noMethods) }
    }

    private mutating func write(_ found: TableSurvey.FoundRow) {
        let part = LayoutSuggestion.Part.header(layout.headerRows.count)
        suggestion.note(part, SuggestionWords.row(line: sheet.line(row: found.row)))
        if found.isGuess, found.role != .analyte { suggestion.check(part, SuggestionWords.guessedRow) }
        let label = found.labelColumn.map { sheet.text(row: found.row, column: $0) } ?? ""
        let isRequired = found.role == .analyte || found.role == .unit || found.role == .method
        if found.role == .analyte {
            if label.isEmpty {
                let offset = (table.sample?.row).map { found.row - $0 } ?? 0
                suggestion.note(part, SuggestionWords.rowWithoutLabel)
                layout.headerRows.append(HeaderRow(.analyte, offset: offset))
                return
            }
            if firstRow(labelled: label, in: table.start..<table.start + layout.headerWithin) != found.row {
                suggestion.check(part, SuggestionWords.analyteLabelTwice(label))
            }
            layout.headerRows.append(HeaderRow(.analyte, labels: [Label(label)]))
            return
        }
        checkGaps(found, part)
        let near = max(table.start, table.analyteRow - TableHeader.reach)..<(table.analyteRow + TableHeader.reach + 1)
        if !label.isEmpty, firstRow(labelled: label, in: near) == found.row {
            layout.headerRows.append(HeaderRow(found.role, labels: [Label(label)], isRequired: isRequired))
        } else {
            suggestion.note(
                part,
                label.isEmpty ? SuggestionWords.rowWithoutLabel : SuggestionWords.labelStandsAbove
            )
            layout.headerRows.append(
                HeaderRow(found.role, offset: found.row - table.analyteRow, isRequired: isRequired)
            )
        }
    }

    /// Where a reader would find a label: in the first row that has it in a lead column.
    private func firstRow(labelled label: String, in rows: Range<Int>) -> Int? {
        rows.first { row in
            (0..<min(TableHeader.leadColumns, sheet.cellCount(row: row))).contains {
                [Label(label)].name(sheet.text(row: row, column: $0))
            }
        }
    }

    private mutating func checkGaps(_ found: TableSurvey.FoundRow, _ part: LayoutSuggestion.Part) {
        guard found.role == .method || found.role == .unit else { return }
        let name = found.role == .method ? "method" : "unit"
        let used = table.results.filter { !sheet.isBlank(row: table.analyteRow, column: $0) }
        let empty = used.count { sheet.spannedText(row: found.row, column: $0).isEmpty }
        if empty > 0 { suggestion.check(part, SuggestionWords.gaps(name, empty: empty)) }
        let end = (sheet.lastFilledColumn(row: found.row) ?? -1) + 1
        let width = (table.results.last ?? 0) + 1
        if found.role == .method, end != width {
            suggestion.check(part, SuggestionWords.ends("methods", column: end, analytes: width))
        }
    }

    // MARK: Columns

    private mutating func writeColumns() {
        for (role, column) in table.longColumns { name(role, row: table.analyteRow, column: column, isGuess: false) }
        guard table.shape != .long else { return }
        guard let sample = table.sample else { return checkUnnamedColumns() }
        name(.sample, row: sample.row, column: sample.column, isGuess: sample.isGuess)
        if let type = table.type { name(.type, row: type.row, column: type.column, isGuess: type.isGuess) }
        for lead in table.leads {
            let role = table.shape == .wide ? plainRole(of: lead) : .ignored
            name(role, row: lead.row, column: lead.column, isGuess: false)
        }
        checkUnnamedColumns()
    }

    /// What a column of a plain table says about its certificate.
    private func plainRole(of heading: TableSurvey.Heading) -> ColumnRole {
        let text = sheet.text(row: heading.row, column: heading.column)
        let role: ColumnRole
        switch MetadataVocabulary.meaning(of: text, value: "")?.item {
        case .workOrder: role = .workOrder
        case .client: role = .client
        case .project: role = .project
        case .dispatch: role = .dispatch
        case .status: role = .status
        default: role = .ignored
        }
        return layout.columns[role] == nil ? role : .ignored
    }

    private mutating func name(_ role: ColumnRole, row: Int, column: Int, isGuess: Bool) {
        let label = Label(sheet.text(row: row, column: column))
        guard !layout.columns.values.contains(where: { $0.contains(label) }) else { return }
        layout.columns[role, default: []].append(label)
        suggestion.note(.column(role), SuggestionWords.heading(sheet.placed(row: row, column: column)))
        if isGuess { suggestion.check(.column(role), SuggestionWords.guessedHeading) }
    }

    /// Contents between the named lead columns and the results have no heading that a layout could name.
    private mutating func checkUnnamedColumns() {
        guard table.shape == .headerRows else { return }
        var named = Set(table.leads.map(\.column) + table.rows.compactMap(\.labelColumn))
        named.insert(table.sampleColumn)
        if let type = table.type { named.insert(type.column) }
        let last = named.filter { $0 < table.firstResult }.max() ?? 0
        for column in (last + 1)..<max(last + 1, table.firstResult)
        where qc.rows.contains(where: { !sheet.isBlank(row: $0, column: column) }) {
            suggestion.check(.column(.sample), "\(SuggestionWords.unnamedColumn): column \(column + 1)")
        }
    }
}
