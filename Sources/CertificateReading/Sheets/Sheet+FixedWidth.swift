import Geochemistry

extension Sheet {
    /// Why a text is no table of fixed width for a layout.
    enum NotFixed: Error {
        /// No row has the label that the layout looks for.
        case noHeader
        /// The header stands on this line, and shows no columns.
        case noColumns(line: Int)
    }

    /// Reads a print in fixed width by the header that a layout describes.
    ///
    /// Lines above the table are divided at the label that they begin with, else where two blanks stand. A row of the
    /// table whose values do not end where their columns end is kept with a ``fault(row:)``: reading it by position
    /// could put a result below the wrong heading.
    ///
    /// - Parameter utf8: UTF-8 without a byte order mark.
    static func read(
        fixedWidth utf8: [UInt8],
        layout: Layout,
        name: String,
        limits: ReadingLimits = .standard
    ) throws(NotFixed) -> Sheet {
        guard utf8.count <= min(limits.inflatedBytes, Int(UInt32.max)) else { throw .noHeader }
        var reading = FixedWidthReading(text: utf8, layout: layout, name: name, longestLine: limits.cellBytes)
        let header = layout.headerWithin + TableHeader.reach
        // Every text is tried; only one with a header is divided to its end.
        guard reading.readLines(header) else { throw .noHeader }
        _ = try reading.locate()
        guard reading.readLines(limits.rows + 1), reading.lines.count <= limits.rows else { throw .noHeader }
        let (columns, top) = try reading.locate()
        guard columns.ends.count < limits.columns,
            (reading.lines.count - top) * (columns.ends.count + 1) <= limits.cells
        else { throw .noHeader }
        for row in reading.lines.indices {
            if row < top { reading.divideAbove(row) } else { reading.divide(row, by: columns) }
        }
        return reading.sheet
    }
}

private struct FixedWidthReading {
    let text: [UInt8]
    let layout: Layout
    let name: String
    private let longestLine: Int
    /// Characters.
    private static let longestLabel = 60
    private(set) var lines: [FixedWidthLine] = []
    private var cells: [Sheet.CellRange] = []
    private var rows: [Sheet.Row] = []
    private var faults: [Int: ReadingRefusal] = [:]
    private var firstDataRow = 0

    init(text: [UInt8], layout: Layout, name: String, longestLine: Int) {
        self.text = text
        self.layout = layout
        self.name = name
        self.longestLine = longestLine
    }

    /// Finds the lines, up to a count of them.
    ///
    /// - Returns: false where one is longer than a cell may be.
    mutating func readLines(_ limit: Int) -> Bool {
        var lines: [FixedWidthLine] = []
        // A copy of the reference, not of the bytes: a span of the text would keep all of the reading.
        let text = text
        let span = text.span
        var start = 0
        while start < span.count, lines.count < limit {
            var end = start
            while end < span.count, span[end] != UInt8(ascii: "\n"), span[end] != UInt8(ascii: "\r") { end += 1 }
            guard end - start <= longestLine else { return false }
            lines.append(FixedWidthLine(start..<end, of: span))
            let isPair =
                end + 1 < span.count && span[end] == UInt8(ascii: "\r") && span[end + 1] == UInt8(ascii: "\n")
            start = end + (isPair ? 2 : 1)
        }
        self.lines = lines
        return true
    }

    var sheet: Sheet {
        Sheet(name: name, delimiter: UInt8(ascii: "\t"), bytes: text, cells: cells, rows: rows, faults: faults)
    }

    // MARK: The header

    /// The columns, and the first row of the table's header.
    mutating func locate() throws(Sheet.NotFixed) -> (FixedWidth, top: Int) {
        guard let wanted = layout.anchor else { throw .noHeader }
        var found: Int?
        for row in lines.indices.prefix(layout.headerWithin) {
            guard let end = labelEnd(wanted.labels, row: row) else { continue }
            found = found ?? row
            let anchor = lines[row].tokens(from: end, of: text.span)
            let above = blankLeads(above: row)
            let below = labelled(below: row)
            var others = above.map { lines[$0].tokens(from: 0, of: text.span) }
            var longest = end
            for next in below {
                let label = labelEnd(layout.headerRows.flatMap(\.labels), row: next) ?? 0
                longest = max(longest, label)
                others.append(lines[next].tokens(from: label, of: text.span))
            }
            guard let columns = FixedWidth(anchor: anchor, others: others, label: longest) else { continue }
            let top = above.last ?? row
            firstDataRow = (below.last ?? row) + 1
            return (columns.ends.count == 1 ? widest(columns, from: top) : columns, top)
        }
        guard let found else { throw .noHeader }
        throw .noColumns(line: found + 1)
    }

    /// A single column has no stride: it begins where the longest of its values does.
    private func widest(_ column: FixedWidth, from top: Int) -> FixedWidth {
        guard let end = column.ends.first else { return column }
        var start = end
        for line in lines[top...] {
            guard let token = line.tokens(from: column.lead, of: text.span).first(where: { $0.upperBound == end })
            else {
                continue
            }
            start = min(start, token.lowerBound)
        }
        return FixedWidth(lead: max(column.lead, start), ends: [end])
    }

    /// Rows of methods and analytes have nothing where the labels stand.
    private func blankLeads(above row: Int) -> [Int] {
        var rows: [Int] = []
        for row in stride(from: row - 1, through: max(0, row - 3), by: -1) {
            guard lines[row].isBlank(0, of: text.span), !isBlank(lines[row].bytes) else { break }
            rows.append(row)
        }
        return rows
    }

    private func labelled(below row: Int) -> [Int] {
        let labels = layout.headerRows.flatMap(\.labels)
        var rows: [Int] = []
        for row in (row + 1)..<max(row + 1, min(lines.count, row + TableHeader.reach)) {
            guard labelEnd(labels, row: row) != nil else { break }
            rows.append(row)
        }
        return rows
    }

    /// Where the label ends that a line begins with: a word, or a text up to two blanks.
    private func labelEnd(_ labels: [Label], row: Int) -> Int? {
        let line = lines[row]
        let tokens = line.tokens(from: 0, of: text.span).prefix(4)
        var best: Int?
        for (index, token) in tokens.enumerated() where token.upperBound <= Self.longestLabel {
            if index > 0, token.lowerBound - tokens[index - 1].upperBound > 1 { break }
            if labels.name(string(line.range(0..<token.upperBound))) { best = token.upperBound }
        }
        return best
    }

    // MARK: Rows

    mutating func divideAbove(_ row: Int) {
        let line = lines[row]
        startRow(row)
        let labels = layout.fields.flatMap(\.labels)
        if let end = labelEnd(labels, row: row), end < line.count {
            append(line.range(0..<end))
            append(line.range(end..<line.count))
            return
        }
        var begin: Int?
        var end = 0
        for token in line.tokens(from: 0, of: text.span) {
            if let first = begin, token.lowerBound - end > 1, !startsWithColon(line, token) {
                append(line.range(first..<end))
                begin = nil
            }
            begin = begin ?? token.lowerBound
            end = token.upperBound
        }
        append(line.range((begin ?? 0)..<end))
    }

    mutating func divide(_ row: Int, by columns: FixedWidth) {
        let line = lines[row]
        startRow(row)
        guard !isBlank(line.bytes) else { return append(line.bytes.lowerBound..<line.bytes.lowerBound) }
        append(line.range(0..<columns.lead))
        var start = columns.lead
        for (column, end) in columns.ends.enumerated() {
            append(line.range(start..<end))
            if faults[row] == nil, let what = fault(in: line, start..<end, isHeader: row < firstDataRow) {
                faults[row] = .fixedWidth(what, at: place(row, column + 2), character: end)
            }
            start = end
        }
        if faults[row] == nil, (start..<max(start, line.count)).contains(where: { !line.isBlank($0, of: text.span) }) {
            faults[row] = .fixedWidth(.beyond, at: place(row, columns.ends.count + 1), character: start)
        }
    }

    /// What speaks against the text in a column being a value of that column.
    private func fault(in line: FixedWidthLine, _ column: Range<Int>, isHeader: Bool) -> FixedWidthFault? {
        let span = text.span
        guard let first = column.first(where: { !line.isBlank($0, of: span) }) else { return nil }
        guard let last = column.last, !line.isBlank(last, of: span) else { return .notAtEnd }
        let cell = text[line.range(first..<column.upperBound)]
        let value = cell.drop { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: " ") }
        // A heading may hold a blank: `Recvd Wt.`.
        let blanks = isHeader ? [UInt8(ascii: " "), UInt8(ascii: " ")] : [UInt8(ascii: " ")]
        if value.contains(blanks) || value.contains(UInt8(ascii: "\t")) { return .severalTexts }
        guard first == column.lowerBound, first > 0, !line.isBlank(first - 1, of: span) else { return nil }
        // It fills its column and touches what stands before it: two texts, or one that is too long.
        let before = text[line.range((first - 1)..<first)].last ?? 0
        let isEnd = before >= 0x80 || Self.isDigit(before) || Self.isLetter(before)
        let beginsNumber = value.first.map(Self.isDigit) ?? false
        let hasLeadingZero = value.first == UInt8(ascii: "0") && (value.dropFirst().first.map(Self.isDigit) ?? true)
        let begins = beginsNumber ? !hasLeadingZero : value.first.map(Self.isLetter) ?? false
        return isEnd && begins ? nil : .tooLong
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    // MARK: Cells

    private mutating func startRow(_ row: Int) {
        rows.append(Sheet.Row(firstCell: UInt32(cells.count), line: UInt32(row + 1)))
    }

    /// Keeps a text without the blanks that fill its column.
    private mutating func append(_ range: Range<Int>) {
        let trimmed = text.span.extracting(range).trimmedOfBlanks
        let start = range.lowerBound + trimmed.lowerBound
        cells.append(Sheet.CellRange(start: UInt32(start), end: UInt32(start + trimmed.count)))
    }

    private func isBlank(_ range: Range<Int>) -> Bool { text.span.extracting(range).trimmedOfBlanks.isEmpty }

    private func startsWithColon(_ line: FixedWidthLine, _ token: FixedWidth.Token) -> Bool {
        text[line.range(token)].first == UInt8(ascii: ":")
    }

    private func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }

    private func place(_ row: Int, _ column: Int) -> ReadingRefusal.Place {
        ReadingRefusal.Place(member: name, line: row + 1, column: column)
    }
}
