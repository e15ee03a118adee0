import Geochemistry

extension LayoutDraft {
    /// Delimiter, decimal sign, order of dates, what the declared number counts, negative results.
    mutating func writeConventions() {
        if !sheet.isInWorkbook {
            layout.delimiter = nil
            suggestion.note(.delimiter, SuggestionWords.delimiter(Explanation.name(ofDelimiter: sheet.delimiter)))
            // A comma as decimal sign would divide its own numbers.
            if sheet.delimiter != UInt8(ascii: ",") { layout.delimiter = sheet.delimiter }
        }
        writeDecimal()
        writeDates()
        if table.shape == .headerRows { writeDeclared() }
        let negative = negativeResults
        if negative > 0 {
            layout.negativeMeansBelow = true
            suggestion.check(.negative, SuggestionWords.negative(negative))
        }
    }

    private var resultCells: [Int] {
        table.shape == .long ? [table.longColumns[.result] ?? 0] : table.results
    }

    private mutating func writeDecimal() {
        var evidence = DecimalEvidence()
        let bytes = sheet.bytes.span
        for row in qc.rows {
            for column in resultCells { evidence.add(bytes.extracting(sheet.range(row: row, column: column))) }
        }
        layout.decimal = evidence.commas > 0 && evidence.points == 0 ? .comma : .byEvidence
        let text = SuggestionWords.decimals(points: evidence.points, commas: evidence.commas)
        suggestion.note(.decimal, text, isGuess: evidence.points > 0 && evidence.commas > 0)
    }

    private mutating func writeDates() {
        var texts = metadata.findings
            .filter { $0.field.holds.contains(.received) || $0.field.holds.contains(.reported) }
            .map(\.value).filter { !$0.isEmpty }
        for role in [ColumnRole.received, .reported] {
            guard let column = table.longColumns[role], let row = qc.rows.first else { continue }
            texts.append(sheet.text(row: row, column: column))
        }
        guard let first = texts.first else {
            layout.dates = .byEvidence
            return suggestion.note(.dates, SuggestionWords.noDate)
        }
        let shown = Set(texts.compactMap(PrintedDate.evidence))
        if shown.count == 1, let order = shown.first {
            layout.dates = order
            let text = texts.first { PrintedDate.evidence(in: $0) == order } ?? first
            return suggestion.note(.dates, SuggestionWords.dateShows(text))
        }
        if texts.allSatisfy({ $0.prefix(4).allSatisfy(\.isNumber) && $0.count >= 8 }) {
            layout.dates = .yearFirst
            return suggestion.note(.dates, SuggestionWords.dateShows(first))
        }
        layout.dates = .byEvidence
        let doubtful = texts.first {
            if case .ambiguous = PrintedDate($0, order: .byEvidence) { true } else { false }
        }
        if let doubtful {
            suggestion.check(.dates, SuggestionWords.dateDoubtful(doubtful))
        } else {
            suggestion.note(.dates, SuggestionWords.datesClear)
        }
    }

    /// Finds what the number above the table counts, by counting each of it.
    private mutating func writeDeclared() {
        guard let finding = metadata.first(.declaredSamples), let declared = Int(finding.value) else {
            return suggestion.check(.declared, SuggestionWords.noDeclared)
        }
        let classifier = QCRowClassifier(layout.qcRows)
        var counts: [DeclaredCount: Int] = [:]
        var section: QCRowRule.Meaning?
        for row in table.dataStart...(qc.rows.last ?? table.dataStart) {
            if let lone = sheet.loneText(row: row), let heading = classifier.section(headed: lone) {
                section = heading
                continue
            }
            guard qc.rows.contains(row) else { continue }
            let origin = classifier.origin(
                name: sheet.text(row: row, column: table.sampleColumn),
                type: table.type.map { sheet.text(row: row, column: $0.column) } ?? "",
                section: section
            )
            for rule in DeclaredCount.allCases where rule.counts(origin, inSection: section != nil) {
                counts[rule, default: 0] += 1
            }
        }
        if let rule = DeclaredCount.allCases.first(where: { counts[$0, default: 0] == declared }) {
            layout.declared = rule
            suggestion.note(.declared, SuggestionWords.declared(declared, line: finding.place.line))
        } else {
            suggestion.check(
                .declared,
                SuggestionWords.declaredUnlike(
                    declared,
                    client: counts[.clientSamples, default: 0],
                    all: counts[.allRows, default: 0]
                )
            )
        }
    }

    /// Results that begin with a minus and are a number; `-9999` and `--` are tokens.
    private var negativeResults: Int {
        let vocabulary = ResultVocabulary(
            decimalSign: layout.decimal == .comma ? UInt8(ascii: ",") : UInt8(ascii: ".")
        )
        var count = 0
        for row in qc.rows {
            for column in resultCells {
                let value = sheet.withCell(row: row, column: column) { vocabulary.value(of: $0) }
                if value == .unreadable(.negative) { count += 1 }
            }
        }
        return count
    }

    // MARK: Methods, tokens, name

    mutating func writeMethods() {
        var codes: [String] = []
        switch table.shape {
        case .headerRows:
            guard let row = table[.method]?.row else { return }
            codes = table.results.map { sheet.spannedText(row: row, column: $0) }
        case .wide:
            codes = table.results.compactMap {
                headings.heading(sheet.text(row: table.analyteRow, column: $0))?.method
            }
        case .long:
            guard let column = table.longColumns[.method] else { return }
            codes = qc.rows.map { sheet.text(row: $0, column: column) }
        }
        var seen: Set<String> = []
        var entries: [MethodCatalogue.Entry] = []
        for code in codes where !code.isEmpty && code.utf8.count <= 80 {
            guard seen.insert(code.uppercased().filter { $0 != " " }).inserted, entries.count < 200 else { continue }
            let meaning = headings.methods.meaning(of: code, at: nil)
            if meaning == .unknown {
                suggestion.check(.method(code), SuggestionWords.unknownMethod)
                entries.append(.init(code: code, meaning: .init(digestion: .unknown, technique: .unknown, name: code)))
            } else {
                suggestion.check(.method(code), SuggestionWords.methodOf(headings.methods.names(knowing: code)))
                entries.append(.init(code: code, meaning: meaning))
            }
        }
        suggestion.laboratory.methods = MethodCatalogue(entries)
    }

    /// Texts in place of results that are no token of the trade.
    mutating func writeTokens() {
        guard table.shape == .headerRows else { return }
        var counts: [String: Int] = [:]
        for column in table.results
        where headings.analytes.analyte(printed: sheet.text(row: table.analyteRow, column: column)) != nil {
            for row in qc.rows {
                let text = sheet.text(row: row, column: column)
                guard !text.isEmpty, text.utf8.count <= 24, text.contains(where: \.isLetter), CellSort(text) == .text else {
                    continue
                }
                counts[text.uppercased(), default: 0] += 1
            }
        }
        // Many different texts are no tokens but a column of something else.
        for (token, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).prefix(10) {
            let words = token.lowercased()
            let isTooLittle = ["insuf", "i.s", "ins", "nss", "lss", "low"].contains { words.hasPrefix($0) }
            suggestion.laboratory.tokens[token] = isTooLittle ? .insufficientSample : .notAnalysed
            suggestion.check(.token(token), SuggestionWords.token(count))
        }
    }

    mutating func writeName() {
        if let place = name.place {
            if name.isGuess {
                suggestion.check(.name, SuggestionWords.guessedName(place))
            } else {
                suggestion.note(.name, SuggestionWords.letterhead(place))
            }
        } else {
            suggestion.check(.name, SuggestionWords.noName)
        }
        if let known = name.knownID { suggestion.check(.name, SuggestionWords.knownLaboratory(known)) }
    }
}
