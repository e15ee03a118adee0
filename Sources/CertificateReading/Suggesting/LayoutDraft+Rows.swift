import Geochemistry

extension LayoutDraft {
    /// Rules for the laboratory's own rows, sentinels, blank rows.
    mutating func writeRows() {
        guard table.shape == .headerRows else { return }
        let found = tables.reduce(into: [QCSurvey.Evidence]()) { $0.merge($1.qc.evidence) }
        for meaning in QCRowRule.Meaning.allCases {
            let evidence = found.filter { $0.meaning == meaning }
            guard evidence.contains(where: { $0.kind != .stripped }) else { continue }
            write(meaning, evidence)
        }
        if layout.qcRows.isEmpty, !isFurther { suggested.check(.whole, SuggestionWords.noQC) }
        for place in tables.flatMap(\.qc.sentinels) where !layout.sentinels.contains(Label(place.text)) {
            layout.sentinels.append(Label(place.text))
            if QCSurvey.isSentinel(place.text) {
                suggested.note(.sentinels, SuggestionWords.sentinel(place))
            } else {
                suggested.check(.sentinels, SuggestionWords.doubtfulSentinel(place))
            }
        }
        if let place = tables.lazy.compactMap(\.qc.notesBelowBlank).first {
            layout.blankRow = .ends
            suggested.check(.blankRow, SuggestionWords.blankRow(place))
        }
    }

    private mutating func write(_ meaning: QCRowRule.Meaning, _ evidence: [QCSurvey.Evidence]) {
        var rule = QCRowRule(meaning)
        let part = SuggestedLayout.Part.qc(layout.qcRows.count)
        for item in evidence {
            suggested.note(part, SuggestionWords.qc(item.count, line: item.line, text: item.text))
            if item.isGuess {
                suggested.check(
                    part,
                    item.kind == .section ? SuggestionWords.guessedSection : SuggestionWords.guessedQC
                )
            }
            switch item.kind {
            case .type: rule.types.append(item.text)
            case .name: rule.names.append(item.text)
            case .prefix: rule.prefixes.append(item.text)
            case .suffix: rule.suffixes.append(item.text)
            case .stripped: rule.stripped.append(item.text)
            case .section: rule.sections.append(Label(item.text))
            }
        }
        let relatives = relatives(of: meaning, beside: rule)
        if !relatives.isEmpty {
            suggested.note(part, SuggestionWords.relatives(relatives.texts))
            rule.types += relatives.types
            rule.prefixes += relatives.prefixes
            rule.names += relatives.names
        }
        layout.qcRows.append(rule)
    }

    private struct Relatives {
        var types: [String] = []
        var prefixes: [String] = []
        var names: [String] = []

        var isEmpty: Bool { types.isEmpty && prefixes.isEmpty && names.isEmpty }
        var texts: [String] { types + prefixes + names }
    }

    /// Marks of the same kind that another file of the laboratory has: a type column with STD has DUP and REP as well,
    /// and no client's number begins with a star.
    private func relatives(of meaning: QCRowRule.Meaning, beside rule: QCRowRule) -> Relatives {
        var relatives = Relatives()
        func isNew(_ text: String, among texts: [String]) -> Bool {
            !texts.contains { $0.trimmedOfBlanks.lowercased() == text.trimmedOfBlanks.lowercased() }
        }
        if !rule.types.isEmpty, rule.types.contains(where: { $0.count <= 4 && $0 == $0.uppercased() }) {
            let family: [QCRowRule.Meaning: [String]] = [.crm: ["STD"], .blank: ["BLK"], .duplicate: ["DUP", "REP"]]
            relatives.types = (family[meaning] ?? []).filter { isNew($0, among: rule.types) }
        }
        if rule.prefixes.contains(where: { $0.hasPrefix("*") }) {
            let family: [QCRowRule.Meaning: [String]] = [
                .crm: ["*STD "], .blank: ["*BLK"], .duplicate: ["*DUP ", "*REP "],
            ]
            relatives.prefixes = (family[meaning] ?? []).filter { isNew($0, among: rule.prefixes) }
        }
        return relatives
    }
}

extension [QCSurvey.Evidence] {
    /// Joins what several sheets show.
    mutating func merge(_ others: [QCSurvey.Evidence]) {
        for other in others {
            if let index = firstIndex(where: { $0.isSame(as: other) }) {
                self[index].count += other.count
                self[index].isGuess = self[index].isGuess && other.isGuess
            } else {
                append(other)
            }
        }
    }
}
