import Geochemistry

/// What stands above a table, found by the words of its labels.
struct MetadataSurvey {
    struct Finding: Hashable {
        var field: MetadataField
        /// The value of each item, as far as it is one.
        var value: String
        var place: PlacedText
        /// How sure the words are; the lowest of an item goes first.
        var rank: Int
        var note: String
        /// Whether it was taken without a label that says so.
        var isGuess = false
        /// What a person has to look at where it is a guess.
        var check = SuggestionWords.guessedField
    }

    private(set) var findings: [Finding] = []
    /// Labels that lead to nothing needed.
    private(set) var ignored: [PlacedText] = []
    /// Cells that are neither label nor value: a letterhead.
    private(set) var free: [PlacedText] = []
    /// What a label says the laboratory is.
    private(set) var laboratory: PlacedText?
    /// Labels of a needed item whose value stands below them, where no layout can fetch it.
    private(set) var below: [PlacedText] = []

    private let sheet: Sheet
    private let rows: Range<Int>

    init(_ sheet: Sheet, rows: Range<Int>) {
        self.sheet = sheet
        self.rows = rows
        for row in rows { read(row) }
        settleOrders()
        findings.sort { ($0.rank, $0.place.line) < ($1.rank, $1.place.line) }
    }

    func first(_ item: MetadataField.Item) -> Finding? { findings.first { $0.field.holds.contains(item) } }

    func value(_ item: MetadataField.Item) -> String { first(item)?.value ?? "" }

    /// Beside a job or a certificate, an order is the client's.
    private mutating func settleOrders() {
        let orders = findings.indices.filter { findings[$0].field.holds == [.workOrder] }
        guard orders.contains(where: { findings[$0].rank < MetadataVocabulary.orderRank }) else { return }
        for index in orders where findings[index].rank == MetadataVocabulary.orderRank {
            findings[index].field.holds = [.dispatch]
            findings[index].rank = 1
            findings[index].isGuess = true
            findings[index].check = SuggestionWords.guessedOrder
        }
    }

    // MARK: Rows

    private mutating func read(_ row: Int) {
        let filled = sheet.filledColumns(row: row, limit: 100)
        var index = 0
        while index < filled.count {
            let column = filled[index]
            let text = sheet.text(row: row, column: column)
            let next = index + 1 < filled.count ? sheet.text(row: row, column: filled[index + 1]) : nil
            index += 1
            if text.contains(":"), let usesNext = readLabels(text, next: next, row: row, column: column) {
                if usesNext { index += 1 }
            } else if let next, readBareLabel(text, next: next, row: row, column: column) {
                index += 1
            } else if readStatusBesideNumber(text, row: row, column: column)
                || readSpelledOut(text, row: row, column: column) || readStatus(text, row: row, column: column)
            {
                continue
            } else {
                free.append(PlacedText(text, line: sheet.line(row: row), column: column + 1))
            }
        }
    }

    /// `Label: value`, also several in one cell, two or more blanks apart.
    /// - Returns: nil where the colon belongs to no label; true where the value stands in the next cell.
    private mutating func readLabels(_ text: String, next: String?, row: Int, column: Int) -> Bool? {
        var parts: [(label: String, value: String)] = []
        for piece in text.split(separator: "  ", omittingEmptySubsequences: true).map({ String($0).trimmedOfBlanks }) {
            if let colon = piece.firstIndex(of: ":"), Self.mayBeLabel(piece[..<colon]) {
                let value = piece[piece.index(after: colon)...]
                parts.append((String(piece[..<colon]).trimmedOfBlanks, String(value).withoutQuotes))
            } else if parts.isEmpty {
                return nil
            } else {
                let last = parts.count - 1
                parts[last].value += parts[last].value.isEmpty ? piece.withoutQuotes : "  " + piece
            }
        }
        guard !parts.isEmpty else { return nil }
        var usesNext = false
        for (index, part) in parts.enumerated() {
            var value = part.value
            if value.isEmpty, index == parts.count - 1, let next, !Self.looksLikeLabel(next) {
                value = next.withoutQuotes
                usesNext = true
            }
            keep(label: part.label, value: value, row: row, column: column)
        }
        return usesNext
    }

    /// A label without a colon, beside its value.
    private mutating func readBareLabel(_ text: String, next: String, row: Int, column: Int) -> Bool {
        guard Self.mayBeLabel(text[...]), !Self.looksLikeLabel(next),
            MetadataVocabulary.meaning(of: text, value: next) != nil,
            // `PO-778` is a value, although a label may begin so.
            next.contains(where: \.isNumber) || MetadataVocabulary.meaning(of: next, value: "") == nil
        else { return false }
        keep(label: text, value: next, row: row, column: column)
        return true
    }

    private mutating func keep(label: String, value: String, row: Int, column: Int) {
        let place = PlacedText(label, line: sheet.line(row: row), column: column + 1)
        if !value.isEmpty, laboratory == nil, MetadataVocabulary.isLaboratory(label) {
            laboratory = PlacedText(value, line: place.line, column: place.column)
        }
        guard let meaning = MetadataVocabulary.meaning(of: label, value: value) else {
            if let (field, note) = Self.dateBehindPlace(label: label, value: value) {
                findings.append(Finding(field: field, value: value, place: place, rank: 0, note: note))
            } else {
                ignored.append(place)
            }
            return
        }
        var field = MetadataField(holds: [meaning.item], labels: [Label(label)])
        if meaning.item == .workOrder, let ending = Self.ending(of: value) { field.endings = [CellPattern(ending)] }
        findings.append(
            Finding(field: field, value: value, place: place, rank: meaning.rank, note: SuggestionWords.leadsTo(value))
        )
    }

    /// `Callao, 12/03/2019`: place and date of receipt.
    private static func dateBehindPlace(label: String, value: String) -> (MetadataField, note: String)? {
        guard let comma = value.firstIndex(of: ",") else { return nil }
        let date = String(value[value.index(after: comma)...]).trimmedOfBlanks
        guard let meaning = MetadataVocabulary.meaning(of: label, value: date),
            meaning.item == .received || meaning.item == .reported
        else { return nil }
        let field = MetadataField(holds: [.ignored, meaning.item], labels: [Label(label)], separator: ",")
        return (field, SuggestionWords.leadsTo(value))
    }

    /// `-Final2` behind a work order is a later issue of it.
    private static func ending(of value: String) -> String? {
        for word in ["-Final", "_Final", " Final", "-Rev", "_Rev", " Rev"]
        where value.lowercased().contains(word.lowercased()) && !value.lowercased().hasPrefix(word.lowercased()) {
            return word + "*"
        }
        return nil
    }

    // MARK: Cells without a label

    /// `VA19012345 - Finalized`
    private mutating func readStatusBesideNumber(_ text: String, row: Int, column: Int) -> Bool {
        let parts = text.split(separator: " - ", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, Self.isNumber(String(parts[0])), parts[1].split(separator: " ").count <= 3,
            let status = ReportStatus.read(String(parts[1]).trimmedOfBlanks), status != .unstated
        else { return false }
        let field = MetadataField(
            holds: [.workOrder, .status],
            pattern: CellPattern("* - *"),
            column: column + 1,
            within: row - rows.lowerBound + 1,
            separator: " - "
        )
        keep(field, text: text, value: String(parts[0]), row: row, column: column, rank: 0)
        return true
    }

    /// `Report No A-22`: a label without a colon, in the cell of its value.
    private mutating func readSpelledOut(_ text: String, row: Int, column: Int) -> Bool {
        guard text.utf8.count <= 80 else { return false }
        let words = text.split(separator: " ", omittingEmptySubsequences: true)
        guard (2...8).contains(words.count), let value = words.last.map(String.init), Self.isNumber(value),
            let last = words.dropLast().last
        else { return false }
        let label = words.dropLast().joined(separator: " ")
        guard let meaning = MetadataVocabulary.meaning(of: label, value: value),
            // The separator must be met first where the label ends.
            !words.dropLast(2).contains(where: { $0.hasSuffix(last) })
        else { return false }
        let field = MetadataField(
            holds: [.ignored, meaning.item],
            pattern: CellPattern(label + " *"),
            within: row - rows.lowerBound + 4,
            separator: last + " "
        )
        keep(field, text: text, value: value, row: row, column: column, rank: meaning.rank)
        return true
    }

    /// `Final Report`
    private mutating func readStatus(_ text: String, row: Int, column: Int) -> Bool {
        guard text.split(separator: " ").count <= 3, let status = ReportStatus.read(text), status != .unstated else {
            return false
        }
        let words = text.split(separator: " ")
        let within = row - rows.lowerBound + 4
        if words.count == 2, let last = words.last, ReportStatus.read(String(last)) == nil {
            let field = MetadataField(holds: [.status], pattern: CellPattern("* \(last)"), within: within)
            keep(field, text: text, value: text, row: row, column: column, rank: 0, isGuess: true)
        } else if words.count == 2, let first = words.first, ReportStatus.read(String(first)) == nil {
            let field = MetadataField(holds: [.status], pattern: CellPattern("\(first) *"), within: within)
            keep(field, text: text, value: text, row: row, column: column, rank: 0, isGuess: true)
        } else {
            for pattern in ["Prelim*", "Partial*", "Parcial*", "Draft*", "Final*", "Complet*"] {
                let field = MetadataField(holds: [.status], pattern: CellPattern(pattern), within: within)
                keep(field, text: text, value: text, row: row, column: column, rank: 0, isGuess: true)
            }
        }
        return true
    }

    /// A cell that is nothing but a number of a certificate: taken only where no label leads to one.
    mutating func takeNumberAsWorkOrder() {
        guard first(.workOrder) == nil,
            let place = free.first(where: { Self.isNumber($0.text) && $0.text.contains(where: \.isLetter) })
        else { return }
        let row = rows.first { sheet.line(row: $0) == place.line } ?? rows.lowerBound
        let field = MetadataField(
            holds: [.workOrder],
            pattern: CellPattern("*"),
            column: place.column,
            within: row - rows.lowerBound + 1
        )
        // The first cell that is filled is meant, so none may stand above it in its column.
        let above = rows.lowerBound..<row
        guard above.allSatisfy({ sheet.isBlank(row: $0, column: place.column - 1) }) else { return }
        keep(field, text: place.text, value: place.text, row: row, column: place.column - 1, rank: 0, isGuess: true)
        free.removeAll { $0 == place }
    }

    private mutating func keep(
        _ field: MetadataField,
        text: String,
        value: String,
        row: Int,
        column: Int,
        rank: Int,
        isGuess: Bool = false
    ) {
        findings.append(
            Finding(
                field: field,
                value: value,
                place: PlacedText(text, line: sheet.line(row: row), column: column + 1),
                rank: rank,
                note: SuggestionWords.wholeCell(text),
                isGuess: isGuess
            )
        )
    }

    // MARK: Forms

    private static func mayBeLabel(_ text: Substring) -> Bool {
        let text = String(text).trimmedOfBlanks
        guard (1...60).contains(text.count), text.contains(where: \.isLetter) else { return false }
        return text.split(separator: " ").count <= 8 && !text.lowercased().hasPrefix("http")
    }

    private static func looksLikeLabel(_ text: String) -> Bool {
        let trimmed = text.trimmedOfBlanks
        guard let colon = trimmed.firstIndex(of: ":") else { return false }
        // `27/4/2010 10:10:50` is a value.
        return mayBeLabel(trimmed[..<colon]) && !MetadataVocabulary.isDate(trimmed)
    }

    /// A number of a certificate: digits, perhaps with letters and hyphens, no blank.
    static func isNumber(_ text: String) -> Bool {
        (3...30).contains(text.count) && text.contains(where: \.isNumber)
            && text.allSatisfy { $0.isLetter || $0.isNumber || "-_/.".contains($0) } && !MetadataVocabulary.isDate(text)
    }
}
