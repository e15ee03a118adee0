import Geochemistry

/// Writes down what the surveys of a sheet found, as a layout with its remarks.
struct LayoutDraft {
    let table: TableSurvey
    let metadata: MetadataSurvey
    let headings: HeadingReader
    /// Whether another layout of the suggestion names the work order.
    let isFurther: Bool
    var suggested: SuggestedLayout
    /// The tables that it describes, each with its rows: the first of the sheet it was made from, and those of other
    /// sheets of the workbook that it fits as well.
    private(set) var tables: [(table: TableSurvey, qc: QCSurvey)] = []

    var sheet: Sheet { table.sheet }
    var layout: Layout {
        get { suggested.layout }
        set { suggested.layout = newValue }
    }

    /// - Parameter letterhead: the laboratory's name where it stands on this sheet.
    init(
        _ table: TableSurvey,
        id: String,
        metadata: MetadataSurvey,
        letterhead: LaboratoryName?,
        headings: HeadingReader,
        isFurther: Bool
    ) throws(NoSuggestion) {
        self.table = table
        self.metadata = metadata
        self.headings = headings
        self.isFurther = isFurther
        suggested = SuggestedLayout(Layout(id: id, shape: table.shape))
        writeMarks(letterhead)
        let qc = QCSurvey(table, end: findEnd())
        guard !qc.rows.isEmpty else { throw .noSamples(line: table.sheet.line(row: table.dataStart - 1)) }
        tables = [(table, qc)]
        writeFields()
        writeHeader()
        writeColumns()
        writeRecords()
    }

    /// Whether it fits another sheet of the workbook.
    func fits(_ other: TableSurvey) -> Bool {
        guard other.shape == table.shape else { return false }
        let fit = try? LayoutFit.fit(
            layout,
            of: Laboratory(id: "", name: ""),
            to: SheetHead(other.sheet, from: other.start),
            headings: headings
        )
        guard let fit else { return false }
        guard case .rows(let header) = fit.header else { return true }
        return header.analyteRow == other.analyteRow && header.results.lowerBound == other.firstResult
    }

    mutating func add(_ other: TableSurvey) { tables.append((other, QCSurvey(other))) }

    /// Writes what only all sheets together show.
    mutating func finish() {
        let names = Set(tables.flatMap { $0.qc.names })
        for index in tables.indices { tables[index].qc.findRows(among: names) }
        writeRows()
        writeConventions()
    }

    // MARK: Marks

    private struct Candidate {
        var text: String
        var row: Int
        var column: Int?
        var note: String
    }

    /// A letterhead, labels above the table, labels of header rows: what is on every certificate of the sort.
    private mutating func writeMarks(_ name: LaboratoryName?) {
        var candidates: [Candidate] = []
        if let name, let place = name.place {
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
            if candidates.count >= 3 { break }
        }
        for found in table.rows.sorted(by: { $0.row < $1.row }) where Self.marking.contains(found.role) {
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
        suggested.note(.marks, SuggestionWords.marks)
    }

    /// The rows that every certificate of a sort has; limits may be missing.
    private static let marking: Set<HeaderRow.Role> = [.analyte, .method, .unit]

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
        let slack = isHeader && table.analyteRow > table.start ? 15 : depth == 1 ? 0 : 4
        let mark = RecognitionMark(candidate.text, within: min(200, depth + slack), column: candidate.column)
        guard SheetHead(sheet, from: table.start).holds(mark) else { return }
        suggested.note(.mark(layout.marks.count), candidate.note)
        layout.marks.append(mark)
    }

    private func row(of place: PlacedText) -> Int {
        (table.start..<sheet.rowCount).first { sheet.line(row: $0) == place.line } ?? table.start
    }

    /// The row where the next certificate of the file begins, or the next block of this one; nil where the sheet ends.
    private mutating func findEnd() -> Int? {
        guard table.shape == .headerRows else { return nil }
        if let block = table.nextBlock {
            layout.continues = true
            suggested.check(.continues, SuggestionWords.blockBeside(column: block + 1))
        }
        let column = table.analyteLabel ?? table.sample?.column
        let headerRow = table.analyteLabel == nil ? table.sample?.row ?? table.analyteRow : table.analyteRow
        let label = column.map { sheet.text(row: headerRow, column: $0) } ?? ""
        for row in table.dataStart..<max(table.dataStart, sheet.rowCount) {
            if LayoutFit.starts(layout, in: sheet, at: row) {
                layout.repeats = true
                suggested.note(.repeats, SuggestionWords.repeats(line: sheet.line(row: row)))
                return row
            }
            guard let column, !label.isEmpty, sheet.text(row: row, column: column) == label else { continue }
            let isHeader = table.results.contains { column in
                CellSort(sheet.text(row: row, column: column)) == .text
            }
            guard isHeader || headerRow != table.analyteRow else { continue }
            layout.continues = true
            suggested.check(.continues, SuggestionWords.blockBelow(line: sheet.line(row: row)))
            // The rows of the next block's header above this one are none of results.
            return max(table.dataStart, row - max(0, headerRow - table.firstHeaderRow))
        }
        return nil
    }

    // MARK: Fields

    private mutating func writeFields() {
        var known: [String: Int] = [:]
        for finding in metadata.findings {
            let key =
                finding.field.labels.first.map { $0.key } ?? "\(finding.field.holds)"
                + (finding.field.pattern?.text ?? "")
            // The same label twice is one field.
            guard known.updateValue(layout.fields.count, forKey: key) == nil else { continue }
            let part = SuggestedLayout.Part.field(layout.fields.count)
            suggested.note(part, "\(SuggestionWords.at(finding.place)): \(finding.note)")
            if finding.isGuess { suggested.check(part, finding.check) }
            layout.fields.append(finding.field)
        }
        if metadata.first(.workOrder) == nil, table.shape == .headerRows {
            if isFurther {
                suggested.note(.field(layout.fields.count), SuggestionWords.workOrderElsewhere)
            } else {
                suggested.check(.field(layout.fields.count), SuggestionWords.noWorkOrder)
            }
            layout.fields.append(MetadataField(holds: [.workOrder], isFileName: true))
        }
        var ignored: [Label] = []
        for place in metadata.ignored where known[Label.key(of: place.text)] == nil {
            let label = Label(place.text)
            if !ignored.contains(label) { ignored.append(label) }
        }
        if !ignored.isEmpty {
            suggested.note(.field(layout.fields.count), SuggestionWords.ignored)
            layout.fields.append(MetadataField(holds: [.ignored], labels: ignored))
        }
        if !metadata.below.isEmpty { suggested.check(.whole, SuggestionWords.below(metadata.below)) }
    }

    // MARK: Header

    private mutating func writeHeader() {
        guard table.shape == .headerRows else { return }
        let depth = table.analyteRow - table.start + 1
        if depth > layout.headerWithin - 5 { layout.headerWithin = min(500, depth + 30) }
        for found in table.rows.sorted(by: { $0.row < $1.row }) { write(found) }
        if table[.unit] == nil { suggested.check(.whole, SuggestionWords.noUnits) }
        if table[.method] == nil { suggested.check(.whole, SuggestionWords.noMethods) }
    }

    private mutating func write(_ found: TableSurvey.FoundRow) {
        let part = SuggestedLayout.Part.header(layout.headerRows.count)
        suggested.note(part, SuggestionWords.row(line: sheet.line(row: found.row)))
        if found.isGuess, found.role != .analyte { suggested.check(part, SuggestionWords.guessedRow) }
        let label = found.labelColumn.map { sheet.text(row: found.row, column: $0) } ?? ""
        let isRequired = found.role == .analyte || found.role == .unit || found.role == .method
        if found.role == .analyte {
            if label.isEmpty {
                let offset = (table.sample?.row).map { found.row - $0 } ?? 0
                suggested.note(part, SuggestionWords.rowWithoutLabel)
                layout.headerRows.append(HeaderRow(.analyte, offset: offset))
                return
            }
            if firstRow(labelled: label, in: table.start..<table.start + layout.headerWithin) != found.row {
                suggested.check(part, SuggestionWords.analyteLabelTwice(label))
            }
            layout.headerRows.append(HeaderRow(.analyte, labels: [Label(label)]))
            return
        }
        let fills = checkGaps(found, part)
        let near = max(table.start, table.analyteRow - TableHeader.reach)..<(table.analyteRow + TableHeader.reach + 1)
        if !label.isEmpty, firstRow(labelled: label, in: near) == found.row {
            layout.headerRows.append(
                HeaderRow(found.role, labels: [Label(label)], isRequired: isRequired, fills: fills)
            )
        } else {
            suggested.note(
                part,
                label.isEmpty ? SuggestionWords.rowWithoutLabel : SuggestionWords.labelStandsAbove
            )
            layout.headerRows.append(
                HeaderRow(
                    found.role,
                    offset: found.row - table.analyteRow,
                    isRequired: isRequired,
                    fills: fills
                )
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

    /// Says what is empty in a row of methods or units.
    /// - Returns: whether a text of the row stands for the empty cells to its right.
    private mutating func checkGaps(_ found: TableSurvey.FoundRow, _ part: SuggestedLayout.Part) -> Bool {
        guard found.role == .method || found.role == .unit else { return false }
        let used = table.results.filter { !sheet.isBlank(row: table.analyteRow, column: $0) }
        let empty = used.count { sheet.spannedText(row: found.row, column: $0).isEmpty }
        guard empty > 0 else { return false }
        let fills = found.role == .method && !sheet.isBlank(row: found.row, column: table.firstResult)
        suggested.check(part, fills ? SuggestionWords.fills(empty) : SuggestionWords.gaps(found.role, empty: empty))
        return fills
    }

    // MARK: Columns

    private mutating func writeColumns() {
        for (role, column) in table.longColumns { name(role, row: table.analyteRow, column: column, isGuess: false) }
        guard table.shape != .long else { return }
        guard let sample = table.sample else {
            if table.headlessColumn != nil {
                layout.isHeadless = true
                suggested.check(.headless, SuggestionWords.headless(column: table.sampleColumn + 1))
            }
            return checkUnnamedColumns()
        }
        name(.sample, row: sample.row, column: sample.column, isGuess: sample.isGuess)
        if let type = table.type { name(.type, row: type.row, column: type.column, isGuess: type.isGuess) }
        for lead in table.leads where lead.column != recordColumn?.column {
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
        suggested.note(.column(role), SuggestionWords.heading(sheet.placed(row: row, column: column)))
        if isGuess { suggested.check(.column(role), SuggestionWords.guessedHeading) }
    }

    /// Contents between the named lead columns and the results have no heading that a layout could name.
    private mutating func checkUnnamedColumns() {
        guard table.shape == .headerRows else { return }
        var named = Set(table.leads.map(\.column) + table.rows.compactMap(\.labelColumn))
        named.insert(table.sampleColumn)
        if let type = table.type { named.insert(type.column) }
        let last = named.filter { $0 < table.firstResult }.max() ?? 0
        for column in (last + 1)..<max(last + 1, table.firstResult)
        where tables[0].qc.rows.contains(where: { !sheet.isBlank(row: $0, column: column) }) {
            suggested.check(.column(.sample), "\(SuggestionWords.unnamedColumn): column \(column + 1)")
        }
    }

    // MARK: Record types

    /// The first column, where it says of each row what it is: one code in all rows of results, others above them.
    private var recordColumn: (column: Int, code: String)? {
        guard table.shape == .headerRows, table.sampleColumn > 0, let rows = tables.first?.qc.rows, rows.count > 1
        else {
            return nil
        }
        let code = sheet.text(row: rows[0], column: 0)
        guard !code.isEmpty, code.utf8.count <= 6, rows.allSatisfy({ sheet.text(row: $0, column: 0) == code }) else {
            return nil
        }
        let above = (table.start..<table.dataStart).filter { !sheet.isBlank(row: $0) }
        let others = above.count { row in
            let text = sheet.text(row: row, column: 0)
            return !text.isEmpty && text != code
        }
        return others == above.count ? (0, code) : nil
    }

    private mutating func writeRecords() {
        guard let (column, code) = recordColumn else { return }
        layout.records = RecordColumn(column: column + 1, data: [Label(code)])
        suggested.check(.records, SuggestionWords.records(code))
    }
}
