import Geochemistry

extension LayoutDraft {
    /// Delimiter, decimal sign, order of dates, what the declared number counts, negative results.
    mutating func writeConventions() {
        if !sheet.isInWorkbook {
            layout.delimiter = nil
            suggested.note(.delimiter, SuggestionWords.delimiter(Explanation.name(ofDelimiter: sheet.delimiter)))
            // A comma as decimal sign would divide its own numbers.
            if sheet.delimiter != UInt8(ascii: ",") { layout.delimiter = sheet.delimiter }
        }
        writeDecimal()
        writeDates()
        writeDeclared()
        let negative = negativeResults
        if negative > 0 {
            layout.negativeMeansBelow = true
            suggested.check(.negative, SuggestionWords.negative(negative))
        }
    }

    private mutating func writeDecimal() {
        var evidence = NumberEvidence()
        for (table, qc) in tables { evidence += table.sheet.numberEvidence(rows: qc.rows, columns: table.resultCells) }
        layout.decimal = evidence.commas > 0 && evidence.points == 0 ? .comma : .byEvidence
        let text = SuggestionWords.decimals(points: evidence.points, commas: evidence.commas)
        if evidence.points > 0 && evidence.commas > 0 {
            suggested.check(.decimal, text)
        } else {
            suggested.note(.decimal, text)
        }
    }

    private mutating func writeDates() {
        var texts = metadata.findings
            .filter { $0.field.holds.contains(.received) || $0.field.holds.contains(.reported) }
            .map(\.value).filter { !$0.isEmpty }
        for role in [ColumnRole.received, .reported] {
            guard let column = table.longColumns[role], let row = tables.first?.qc.rows.first else { continue }
            texts.append(sheet.text(row: row, column: column))
        }
        guard let first = texts.first else {
            layout.dates = .byEvidence
            return suggested.note(.dates, SuggestionWords.noDate)
        }
        let shown = Set(texts.compactMap(PrintedDate.evidence))
        if shown.count == 1, let order = shown.first {
            layout.dates = order
            let text = texts.first { PrintedDate.evidence(in: $0) == order } ?? first
            return suggested.note(.dates, SuggestionWords.dateShows(text))
        }
        if texts.allSatisfy({ $0.prefix(4).allSatisfy(\.isNumber) && $0.count >= 8 }) {
            layout.dates = .yearFirst
            return suggested.note(.dates, SuggestionWords.dateShows(first))
        }
        layout.dates = .byEvidence
        let doubtful = texts.first {
            if case .ambiguous = PrintedDate($0, order: .byEvidence) { true } else { false }
        }
        if let doubtful {
            suggested.check(.dates, SuggestionWords.dateDoubtful(doubtful))
        } else {
            suggested.note(.dates, SuggestionWords.datesClear)
        }
    }

    /// Finds what the number above the table counts, by counting each of it.
    private mutating func writeDeclared() {
        guard let finding = metadata.first(.declaredSamples), let declared = Int(finding.value) else {
            guard !isFurther, table.shape == .headerRows else { return }
            return suggested.check(.declared, SuggestionWords.noDeclared)
        }
        let counts = countsOfRows
        if let rule = DeclaredCount.allCases.first(where: { counts[$0, default: 0] == declared }) {
            layout.declared = rule
            suggested.note(.declared, SuggestionWords.declared(declared, line: finding.place.line))
        } else {
            suggested.check(
                .declared,
                SuggestionWords.declaredUnlike(
                    declared,
                    client: counts[.clientSamples, default: 0],
                    all: counts[.allRows, default: 0]
                )
            )
        }
    }

    /// How many rows of all tables each convention counts.
    private var countsOfRows: [DeclaredCount: Int] {
        let classifier = QCRowClassifier(layout.qcRows)
        var counts: [DeclaredCount: Int] = [:]
        for (table, qc) in tables {
            let sheet = table.sheet
            let rows = Set(qc.rows)
            var section = classifier.section(headed: sheet.title)
            for row in table.dataStart...(qc.rows.last ?? table.dataStart) {
                if let lone = sheet.loneText(row: row), let heading = classifier.section(headed: lone) {
                    section = heading
                    continue
                }
                guard rows.contains(row) else { continue }
                let origin = classifier.origin(
                    name: sheet.text(row: row, column: table.sampleColumn),
                    type: table.type.map { sheet.text(row: row, column: $0.column) } ?? "",
                    section: section
                )
                for rule in DeclaredCount.allCases where rule.counts(origin, inSection: section != nil) {
                    counts[rule, default: 0] += 1
                }
            }
        }
        return counts
    }

    /// Results that begin with a minus and are a number; `-9999` and `--` are tokens.
    private var negativeResults: Int {
        let vocabulary = ResultVocabulary(
            decimalSign: layout.decimal == .comma ? UInt8(ascii: ",") : UInt8(ascii: ".")
        )
        var count = 0
        for (table, qc) in tables {
            for row in qc.rows {
                for column in table.resultCells {
                    let value = table.sheet.withCell(row: row, column: column) { vocabulary.value(of: $0) }
                    if value == .unreadable(.negative) { count += 1 }
                }
            }
        }
        return count
    }
}
