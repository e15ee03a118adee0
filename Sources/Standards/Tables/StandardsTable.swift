import CertificateReading

/// A CSV of the Standards folder: lines that begin with `#` are comments, the first other line names the columns.
///
/// Cells are separated by whatever the header uses most: comma, semicolon or tab, because spreadsheets choose by
/// country.
struct StandardsTable {
    /// The columns that a table must and may have.
    struct Columns {
        let required: [String]
        let optional: [String]
        var all: [String] { required + optional }
    }

    struct Row {
        /// Index in the sheet.
        fileprivate let index: Int
        /// In the file, from 1.
        let line: Int
    }

    let rows: [Row]
    private let sheet: Sheet
    private let places: [String: Int]

    /// Reads the table; nil, with the reasons in the log, where it has no usable header.
    init?(file: String, bytes: [UInt8], columns: Columns, log: ProblemLog) {
        if let line = TextLines.firstInvalid(in: bytes) {
            log.add(.notUTF8, file: file, line: line)
            return nil
        }
        let text = Self.withoutComments(bytes)
        let sheet: Sheet
        do throws(ReadingRefusal) {
            sheet = try Sheet.read(delimited: text, delimiter: Self.delimiter(of: text), name: file)
        } catch {
            log.add(.unreadableTable(error), file: file, line: error.place.line ?? 0)
            return nil
        }
        let filled = (0..<sheet.rowCount).filter { !sheet.isBlank(row: $0) }
        guard let header = filled.first else {
            log.add(.noHeader(columns.required), file: file, line: 0)
            return nil
        }
        guard let places = Self.header(sheet, row: header, columns: columns, file: file, log: log) else { return nil }
        self.sheet = sheet
        self.places = places
        let width = sheet.cellCount(row: header)
        rows = filled.dropFirst().map { Row(index: $0, line: sheet.line(row: $0)) }
        for row in rows {
            let count = sheet.cellCount(row: row.index)
            let isLonger = count > width && (width..<count).contains { !sheet.text(row: row.index, column: $0).isEmpty }
            if isLonger { log.add(.tooManyCells(count, header: width), file: file, line: row.line) }
        }
    }

    func has(_ column: String) -> Bool { places[column] != nil }

    /// The cell without blanks at its ends; empty where the table has no such column or the row no such cell.
    func text(_ row: Row, _ column: String) -> String {
        guard let place = places[column] else { return "" }
        return sheet.text(row: row.index, column: place)
    }

    private static func header(
        _ sheet: Sheet,
        row: Int,
        columns: Columns,
        file: String,
        log: ProblemLog
    ) -> [String: Int]? {
        let line = sheet.line(row: row)
        var places: [String: Int] = [:]
        for column in 0..<sheet.cellCount(row: row) {
            let name = sheet.text(row: row, column: column).lowercased()
            if name.isEmpty { continue }
            if !columns.all.contains(name) {
                log.add(.unknownColumn(name, known: columns.all), file: file, line: line)
            } else if places[name] != nil {
                log.add(.columnTwice(name), file: file, line: line)
            } else {
                places[name] = column
            }
        }
        let missing = columns.required.filter { places[$0] == nil }
        for name in missing { log.add(.missingColumn(name, required: columns.required), file: file, line: line) }
        return missing.isEmpty ? places : nil
    }

    /// The text with every comment line and a byte order mark blanked, so that lines keep their numbers.
    private static func withoutComments(_ bytes: [UInt8]) -> [UInt8] {
        var text = bytes
        var index = 0
        if text.starts(with: [0xEF, 0xBB, 0xBF]) {
            for mark in 0..<3 { text[mark] = 0x20 }
            index = 3
        }
        while index < text.count {
            let isComment = text[index] == UInt8(ascii: "#")
            while index < text.count, text[index] != UInt8(ascii: "\n") {
                if isComment, text[index] != UInt8(ascii: "\r") { text[index] = 0x20 }
                index += 1
            }
            index += 1
        }
        return text
    }

    private static func delimiter(of text: [UInt8]) -> UInt8 {
        let lines = text.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
        let header = lines.first { line in line.contains { $0 != 0x20 && $0 != 0x09 } } ?? []
        var best = (delimiter: UInt8(ascii: ","), count: 0)
        for delimiter in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")] {
            let count = header.count { $0 == delimiter }
            if count > best.count { best = (delimiter, count) }
        }
        return best.delimiter
    }
}
