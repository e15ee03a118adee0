import Geochemistry

/// Drafts the layouts of a document: one for each sort of sheet, and what they need of the laboratory.
struct DocumentDraft {
    private var drafts: [LayoutDraft] = []
    private let name: LaboratoryName
    private let headings: HeadingReader

    /// - Throws: why none of the sheets has a table.
    init(
        _ sheets: [Sheet],
        laboratories: [Laboratory],
        headings: HeadingReader
    ) throws(NoSuggestion) {
        self.headings = headings
        var tables: [(table: TableSurvey, metadata: MetadataSurvey)] = []
        var reason: NoSuggestion?
        for sheet in sheets {
            do throws(NoSuggestion) {
                let table = try TableSurvey.find(in: sheet, headings: headings)
                var metadata = MetadataSurvey(sheet, rows: table.start..<max(table.start, table.firstHeaderRow))
                metadata.takeNumberAsWorkOrder()
                tables.append((table, metadata))
            } catch {
                if reason == nil || reason?.code == .emptySheet { reason = error }
            }
        }
        guard !tables.isEmpty else { throw reason ?? .emptySheet }
        // The sheet that names the work order is the certificate; the others go on with it.
        let first = tables.firstIndex { $0.metadata.first(.workOrder) != nil } ?? 0
        name = LaboratoryName(tables[first].metadata, laboratories: laboratories)
        var taken = Set(laboratories.flatMap(\.layouts).map(\.id))
        for index in [first] + tables.indices.filter({ $0 != first }) {
            let (table, metadata) = tables[index]
            if let known = drafts.firstIndex(where: { $0.fits(table) }) {
                drafts[known].add(table)
                continue
            }
            let id = name.layoutID(taken: taken)
            do throws(NoSuggestion) {
                let letterhead = LaboratoryName(metadata, laboratories: laboratories)
                drafts.append(
                    try LayoutDraft(
                        table,
                        id: id,
                        metadata: metadata,
                        letterhead: letterhead.text == name.text ? letterhead : nil,
                        headings: headings,
                        isFurther: !drafts.isEmpty
                    )
                )
                taken.insert(id)
            } catch {
                if drafts.isEmpty, index == first { throw error }
            }
        }
    }

    func suggestion(source: String) -> LayoutSuggestion {
        var suggestion = LayoutSuggestion(source: source, laboratory: Laboratory(id: name.id, name: name.text))
        for var draft in drafts {
            draft.finish()
            if drafts.count > 1 {
                let titles = draft.tables.map(\.table.sheet.title)
                draft.layout.sheets = titles.map(CellPattern.init)
                draft.suggested.check(.sheets, SuggestionWords.sheets(titles))
            }
            suggestion.layouts.append(draft.suggested)
        }
        writeMethods(into: &suggestion)
        writeTokens(into: &suggestion)
        writeName(into: &suggestion)
        return suggestion
    }

    // MARK: Methods, tokens, name

    private func writeMethods(into suggestion: inout LayoutSuggestion) {
        var seen: Set<String> = []
        var entries: [MethodCatalogue.Entry] = []
        for code in drafts.flatMap({ $0.tables.flatMap { codes(of: $0.table, rows: $0.qc.rows) } }) {
            guard !code.isEmpty, code.utf8.count <= 80, entries.count < 200,
                seen.insert(code.uppercased().filter { $0 != " " && $0 != "\u{A0}" }).inserted
            else { continue }
            let meaning = headings.methods.meaning(of: code, at: nil)
            if meaning == .unknown {
                let isFirst = !entries.contains { $0.meaning.digestion == .unknown }
                suggestion.check(
                    .method(code),
                    isFirst ? SuggestionWords.firstUnknownMethod : SuggestionWords.unknownMethod
                )
                entries.append(.init(code: code, meaning: .init(digestion: .unknown, technique: .unknown, name: code)))
            } else {
                let names = headings.methods.names(knowing: code)
                suggestion.check(.method(code), SuggestionWords.methodOf(names))
                entries.append(.init(code: code, meaning: meaning))
            }
        }
        suggestion.described.methods = MethodCatalogue(entries)
    }

    private func codes(of table: TableSurvey, rows: [Int]) -> [String] {
        let sheet = table.sheet
        switch table.shape {
        case .headerRows:
            guard let row = table[.method]?.row else { return [] }
            let finish = table[.finish]?.row
            return table.results.map { column in
                let code = sheet.spannedText(row: row, column: column)
                let end = finish.map { sheet.spannedText(row: $0, column: column) } ?? ""
                return end.isEmpty || code.isEmpty ? code : code + "/" + end
            }
        case .wide:
            return table.results.compactMap { headings.heading(sheet.text(row: table.analyteRow, column: $0))?.method }
        case .long:
            guard let column = table.longColumns[.method] else { return [] }
            return rows.map { sheet.text(row: $0, column: column) }
        }
    }

    /// Texts in place of results that are no token of the trade.
    private func writeTokens(into suggestion: inout LayoutSuggestion) {
        var counts: [String: Int] = [:]
        for (table, qc) in drafts.flatMap(\.tables) where table.shape == .headerRows {
            for column in table.results
            where headings.analytes.analyte(printed: table.sheet.text(row: table.analyteRow, column: column)) != nil {
                for row in qc.rows {
                    let text = table.sheet.text(row: row, column: column)
                    guard text.utf8.count <= 24, text.contains(where: \.isLetter), CellSort(text) == .text else {
                        continue
                    }
                    counts[text.uppercased(), default: 0] += 1
                }
            }
        }
        // More than a few different texts are no tokens but something else.
        for (token, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).prefix(10) {
            let word = token.lowercased()
            let isTooLittle = ["insuf", "i.s", "ins", "nss", "n.s.s", "lss", "qns", "q.n.s", "low"].contains {
                word.hasPrefix($0)
            }
            suggestion.described.tokens[token] = isTooLittle ? .insufficientSample : .notAnalysed
            suggestion.check(.token(token), SuggestionWords.token(count))
        }
    }

    private func writeName(into suggestion: inout LayoutSuggestion) {
        if let place = name.place {
            suggestion.check(.name, SuggestionWords.guessedName(place))
        } else {
            suggestion.check(.name, SuggestionWords.noName)
        }
        if let known = name.knownID { suggestion.check(.name, SuggestionWords.knownLaboratory(known)) }
    }
}
