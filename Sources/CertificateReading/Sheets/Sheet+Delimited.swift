extension Sheet {
    /// Reads delimited text.
    ///
    /// Line breaks may be CR LF, LF or CR; see ``DelimitedScanner`` for quotes. Blank records are kept, so that rows
    /// can be counted. The bytes are not copied, unless doubled quotes have to be undone.
    ///
    /// - Parameters:
    ///   - utf8: UTF-8 without a byte order mark, see ``TextDecoding``.
    ///   - delimiter: nil to find it among comma, semicolon, tab and bar.
    /// - Throws: `unclosed_quote` with the line where the quote opened, `too_large`.
    public static func read(
        delimited utf8: [UInt8],
        delimiter: UInt8?,
        name: String,
        limits: ReadingLimits = .standard
    ) throws(ReadingRefusal) -> Sheet {
        // Positions have 32 bits, and undone quotes are appended to the text: twice its length has to fit.
        let longestText = min(limits.inflatedBytes, Int(UInt32.max / 2))
        guard utf8.count <= longestText else { throw .textTooLong(longestText, at: .init(member: name)) }
        let scanner = DelimitedScanner(
            delimiter: delimiter ?? DelimiterEvidence.delimiter(of: utf8.span, longestCell: limits.cellBytes),
            longestCell: limits.cellBytes
        )
        var reading = DelimitedReading(textEnd: utf8.count, name: name, scanner: scanner, limits: limits)
        try reading.read(utf8.span)
        return reading.sheet(of: utf8)
    }
}

/// The state of reading one text.
private struct DelimitedReading {
    let name: String
    let scanner: DelimitedScanner
    let limits: ReadingLimits
    private let textEnd: Int
    /// The cells whose doubled quotes were undone; they come to stand behind the text.
    private var undone: [UInt8] = []
    private var cells: [Sheet.CellRange] = []
    private var rows: [Sheet.Row] = []

    init(textEnd: Int, name: String, scanner: DelimitedScanner, limits: ReadingLimits) {
        self.textEnd = textEnd
        self.name = name
        self.scanner = scanner
        self.limits = limits
        // A guess from certificates: a cell is some five bytes with its delimiter, a record some forty cells.
        cells.reserveCapacity(min(textEnd / 5 + 16, limits.cells))
        rows.reserveCapacity(min(textEnd / 200 + 16, limits.rows))
    }

    func sheet(of utf8: [UInt8]) -> Sheet {
        let bytes = undone.isEmpty ? utf8 : utf8 + undone
        return Sheet(name: name, delimiter: scanner.delimiter, bytes: bytes, cells: cells, rows: rows)
    }

    mutating func read(_ text: Span<UInt8>) throws(ReadingRefusal) {
        var index = 0
        var line = 1
        while index < textEnd {
            guard rows.count < limits.rows else { throw .tooManyRows(limits.rows, at: place(line)) }
            let firstCell = cells.count
            rows.append(Sheet.Row(firstCell: UInt32(firstCell), line: UInt32(line)))
            var ending = DelimitedScanner.Ending.delimiter
            while ending == .delimiter {
                let column = cells.count - firstCell
                guard column < limits.columns else { throw .tooManyColumns(limits.columns, at: place(line)) }
                guard cells.count < limits.cells else { throw .tooManyCells(limits.cells, at: place(line)) }
                let cell = try cell(in: text, at: index, line: line, column: column)
                guard cell.content.count <= limits.cellBytes else {
                    throw .cellTooLong(limits.cellBytes, at: place(line, column))
                }
                append(cell, of: text)
                index = cell.next
                line += cell.lineBreaks
                ending = cell.ending
            }
            line += 1
        }
    }

    private func cell(
        in text: Span<UInt8>,
        at index: Int,
        line: Int,
        column: Int
    ) throws(ReadingRefusal) -> DelimitedScanner.Cell {
        do throws(DelimitedScanner.QuoteFault) {
            return try scanner.cell(in: text, at: index, isFirst: column == 0)
        } catch {
            switch error {
            case .neverClosed: throw .unclosedQuote(at: place(line, column))
            case .textAfterQuote(let lineBreaks):
                throw .textAfterQuote(at: place(line, column), closedOn: line + lineBreaks)
            }
        }
    }

    private mutating func append(_ cell: DelimitedScanner.Cell, of text: Span<UInt8>) {
        var range = cell.content
        if cell.hasDoubledQuotes {
            let start = textEnd + undone.count
            var index = cell.content.lowerBound
            while index < cell.content.upperBound {
                undone.append(text[index])
                index += text[index] == UInt8(ascii: "\"") ? 2 : 1
            }
            range = start..<textEnd + undone.count
        }
        cells.append(Sheet.CellRange(start: UInt32(range.lowerBound), end: UInt32(range.upperBound)))
    }

    private func place(_ line: Int, _ column: Int? = nil) -> ReadingRefusal.Place {
        ReadingRefusal.Place(member: name, line: line, column: column.map { $0 + 1 })
    }
}
