import Geochemistry

/// Reads sample registers (dispatch lists): which sample numbers are standards, blanks and duplicates.
public enum RegisterReader {
    /// The register in a sheet; nil where the sheet is not a register at all.
    ///
    /// It is known by a header within the first ten rows that has a sample and a type column, in English, French,
    /// Spanish or Portuguese, and no columns of results. Rows may repeat a sample when they say the same.
    public static func read(_ sheet: Sheet) -> RegisterReading? {
        guard let header = RegisterHeader.find(in: sheet) else { return nil }
        var rows = RegisterRows(sheet: sheet, header: header)
        for row in header.row + 1..<max(header.row + 1, sheet.rowCount) where !sheet.isBlank(row: row) {
            rows.read(row)
        }
        return rows.reading
    }
}

/// The state of reading one register.
private struct RegisterRows {
    let sheet: Sheet
    let header: RegisterHeader
    private var entries: [RegisterEntry] = []
    private var firstEntry: [String: Int] = [:]
    private var problems: [RegisterProblem] = []
    private var revision: (number: Int, line: Int)?

    init(sheet: Sheet, header: RegisterHeader) {
        self.sheet = sheet
        self.header = header
    }

    var reading: RegisterReading {
        if !problems.isEmpty { return .refused(problems, name: sheet.name) }
        guard !entries.isEmpty else {
            return .refused([.noSamples(line: sheet.line(row: header.row))], name: sheet.name)
        }
        return .register(SampleRegister(entries: entries, revision: revision?.number ?? 0))
    }

    mutating func read(_ row: Int) {
        let line = sheet.line(row: row)
        readRevision(row, line: line)
        let sample = text(row, .sample)
        guard !sample.isEmpty else {
            problems.append(.emptySample(line: line))
            return
        }
        let word = text(row, .type)
        switch TypeWord(word) {
        case .unknown: problems.append(.unknownType(word, line: line, sample: sample))
        case .ambiguousDuplicate: problems.append(.ambiguousDuplicate(word, line: line, sample: sample))
        case .type(let type): add(entry(row, sample: sample, type: type, line: line))
        }
    }

    private func entry(_ row: Int, sample: String, type: SampleType, line: Int) -> RegisterEntry {
        var entry = RegisterEntry(
            sample: sample,
            type: type,
            reference: text(row, .reference),
            parent: text(row, .parent),
            row: line
        )
        entry.dispatch = text(row, .dispatch)
        entry.project = text(row, .project)
        entry.hole = text(row, .hole)
        entry.from = text(row, .from)
        entry.to = text(row, .to)
        entry.weight = text(row, .weight)
        return entry
    }

    private mutating func add(_ entry: RegisterEntry) {
        if entry.type == .crm, entry.reference.isEmpty {
            problems.append(.standardWithoutReference(line: entry.row, sample: entry.sample))
        }
        if entry.type.isDuplicate {
            if entry.parent.isEmpty {
                problems.append(.duplicateWithoutParent(line: entry.row, sample: entry.sample))
            } else if entry.parent == entry.sample {
                problems.append(.duplicateOfItself(line: entry.row, sample: entry.sample))
            }
        }
        guard let index = firstEntry[entry.sample] else {
            firstEntry[entry.sample] = entries.count
            entries.append(entry)
            return
        }
        var repeated = entry
        repeated.row = entries[index].row
        if repeated != entries[index] {
            problems.append(.saidTwice(line: entry.row, first: entries[index].row, sample: entry.sample))
        }
    }

    private mutating func readRevision(_ row: Int, line: Int) {
        let word = text(row, .revision)
        guard !word.isEmpty else { return }
        guard let number = Int(word), number >= 0 else {
            problems.append(.unreadableRevision(word, line: line))
            return
        }
        if let first = revision {
            if first.number != number { problems.append(.twoRevisions(line: line, first: first.line)) }
        } else {
            revision = (number, line)
        }
    }

    private func text(_ row: Int, _ column: RegisterColumn) -> String {
        header[column].map { sheet.text(row: row, column: $0) } ?? ""
    }
}
