import Geochemistry

/// The laboratory's own rows of a table, and where it ends, found by codes, words and sections.
struct QCSurvey {
    /// A way to know rows, with the rows that show it.
    struct Evidence: Hashable {
        enum Kind: Hashable { case type, name, prefix, suffix, section, stripped }

        var kind: Kind
        var meaning: QCRowRule.Meaning
        /// As a layout writes it.
        var text: String
        var count: Int
        var line: Int
        /// A client may call a sample so.
        var isGuess: Bool

        func isSame(as other: Evidence) -> Bool {
            kind == other.kind && meaning == other.meaning && text.lowercased() == other.text.lowercased()
        }
    }

    private(set) var evidence: [Evidence] = []
    /// Texts that end the table.
    private(set) var sentinels: [PlacedText] = []
    /// The first line of notes below a blank row; nil where none stand there.
    private(set) var notesBelowBlank: PlacedText?
    /// The rows of results.
    private(set) var rows: [Int] = []

    private let table: TableSurvey
    /// The row behind the certificate.
    private let end: Int
    private var sheet: Sheet { table.sheet }

    init(_ table: TableSurvey, end: Int? = nil) {
        self.table = table
        self.end = end ?? table.sheet.rowCount
        findEnd()
    }

    /// The names of all rows, in small letters.
    var names: [String] { rows.map { sheet.text(row: $0, column: table.sampleColumn).lowercased() } }

    /// Finds the laboratory's rows.
    /// - Parameter names: of all sheets, in small letters: what a repeat repeats may stand on another one.
    mutating func findRows(among names: Set<String>) {
        guard table.shape == .headerRows else { return }
        if sheet.isInWorkbook, let meaning = QCVocabulary.section(sheet.title), let row = rows.first {
            add(.section, meaning, sheet.title, row: row, isGuess: meaning == .other)
        }
        findSections()
        findTypes()
        findNames(among: names)
    }

    // MARK: The end

    private func hasResults(_ row: Int) -> Bool {
        if table.shape == .long { return !sheet.isBlank(row: row) }
        return table.results.contains { column in
            !sheet.isBlank(row: row, column: column) && CellSort(sheet.text(row: row, column: column)) != .text
        }
    }

    private mutating func findEnd() {
        var last = table.dataStart
        for row in table.dataStart..<max(table.dataStart, end) where hasResults(row) { last = row }
        rows = (table.dataStart..<min(end, last + 1)).filter(hasResults)
        guard table.shape == .headerRows, last >= table.dataStart else { return }
        var wasBlank = false
        for row in (last + 1)..<max(last + 1, end) {
            if sheet.isBlank(row: row) {
                wasBlank = true
                continue
            }
            let column = sheet.filledColumns(row: row).first ?? 0
            let place = sheet.placed(row: row, column: column)
            let isNote = !Self.isSentinel(place.text)
            if isNote, wasBlank, !hasBlankRowInside(before: last) {
                notesBelowBlank = place
            } else if column == table.sampleColumn || (column == 0 && !isNote) {
                // Notes without a blank row above them end the table by their own words.
                sentinels.append(place)
            }
            // Only the sample column and one of record types can end a table; elsewhere it is a heading.
            if column != table.sampleColumn, notesBelowBlank == nil {
                add(.section, .other, place.text, row: row, isGuess: isNote)
            }
            return
        }
    }

    private func hasBlankRowInside(before last: Int) -> Bool {
        (table.dataStart..<last).contains { sheet.isBlank(row: $0) }
    }

    /// `END/FIN`, `EOF`, `***`
    static func isSentinel(_ text: String) -> Bool {
        let words = PrintedWords(text)
        if words.isEmpty { return !text.isEmpty }
        return words.words.count <= 4 && words.holds(["end", "fin", "eof", "fim"])
    }

    // MARK: Sections and types

    private mutating func findSections() {
        guard let last = rows.last else { return }
        for row in table.dataStart..<last {
            guard let text = sheet.loneText(row: row), !hasResults(row) else { continue }
            let meaning = QCVocabulary.section(text)
            add(.section, meaning ?? .other, text, row: row, isGuess: meaning == nil || meaning == .other)
        }
    }

    private mutating func findTypes() {
        guard let column = table.type?.column else { return }
        for row in rows {
            let text = sheet.text(row: row, column: column)
            guard let meaning = QCVocabulary.type(text) else { continue }
            add(.type, meaning, text, row: row, isGuess: false)
            let name = sheet.text(row: row, column: table.sampleColumn)
            if meaning == .crm, let prefix = Self.prefix(of: name), prefix.meaning == .crm, prefix.text.hasSuffix(" ") {
                add(.stripped, .crm, prefix.text, row: row, isGuess: false)
            }
        }
    }

    // MARK: Names

    private mutating func findNames(among names: Set<String>) {
        for row in rows {
            if let type = table.type?.column, QCVocabulary.type(sheet.text(row: row, column: type)) != nil { continue }
            let name = sheet.text(row: row, column: table.sampleColumn)
            if let meaning = QCVocabulary.name(name) {
                add(.name, meaning, name, row: row, isGuess: meaning == .preparationBlank)
            } else if let prefix = Self.prefix(of: name) {
                let isSure = prefix.isMarked || isOf(prefix.subject, names, prefix.meaning)
                add(.prefix, prefix.meaning, prefix.text, row: row, isGuess: !isSure)
            } else if let suffix = Self.suffix(of: name) {
                // A measured value beside its certified one is no client's sample.
                let isPair = QCVocabulary.pairs.contains(suffix.text.trimmedOfBlanks.uppercased())
                add(
                    .suffix,
                    suffix.meaning,
                    suffix.text,
                    row: row,
                    isGuess: !isPair && !isOf(suffix.subject, names, suffix.meaning)
                )
            }
        }
    }

    /// A repeat of a sample that stands in the table is one beyond doubt.
    private func isOf(_ subject: String, _ names: Set<String>, _ meaning: QCRowRule.Meaning) -> Bool {
        (meaning == .duplicate || meaning == .original) && names.contains(subject.lowercased())
    }

    struct Affix {
        var text: String
        var subject: String
        var meaning: QCRowRule.Meaning
        /// A star or another sign in front, which no client's number has.
        var isMarked: Bool
    }

    static func prefix(of name: String) -> Affix? {
        let signs = name.prefix { "*#$!".contains($0) }
        let rest = name.dropFirst(signs.count)
        for (word, meaning) in QCVocabulary.prefixes where rest.uppercased().hasPrefix(word) {
            let behind = rest.dropFirst(word.count)
            let separator = behind.prefix { " :_-".contains($0) }
            let subject = String(behind.dropFirst(separator.count))
            if separator.isEmpty, !(subject.isEmpty && !signs.isEmpty) { continue }
            guard !subject.isEmpty || !signs.isEmpty || meaning == .blank else { continue }
            return Affix(
                text: String(name.prefix(signs.count + word.count + separator.count)),
                subject: subject,
                meaning: meaning,
                isMarked: !signs.isEmpty
            )
        }
        return nil
    }

    static func suffix(of name: String) -> Affix? {
        let isBracketed = name.hasSuffix(")")
        let body = isBracketed ? name.dropLast() : name[...]
        for (word, meaning) in QCVocabulary.suffixes where body.uppercased().hasSuffix(word) {
            let before = body.dropLast(word.count)
            let separator = before.reversed().prefix { " (_-:".contains($0) }
            let subject = String(before.dropLast(separator.count))
            guard !separator.isEmpty, !subject.isEmpty, separator.contains("(") == isBracketed else { continue }
            let start = name.index(name.startIndex, offsetBy: subject.count)
            return Affix(text: String(name[start...]), subject: subject, meaning: meaning, isMarked: isBracketed)
        }
        return nil
    }

    private mutating func add(
        _ kind: Evidence.Kind,
        _ meaning: QCRowRule.Meaning,
        _ text: String,
        row: Int,
        isGuess: Bool
    ) {
        let key = text.lowercased()
        let index = evidence.firstIndex {
            $0.kind == kind && $0.meaning == meaning && $0.text.lowercased() == key
        }
        if let index {
            evidence[index].count += 1
            // One repeat of a sample that is there shows what the mark means.
            if kind == .prefix || kind == .suffix { evidence[index].isGuess = evidence[index].isGuess && isGuess }
        } else {
            evidence.append(
                Evidence(
                    kind: kind,
                    meaning: meaning,
                    text: text,
                    count: 1,
                    line: sheet.line(row: row),
                    isGuess: isGuess
                )
            )
        }
    }
}
