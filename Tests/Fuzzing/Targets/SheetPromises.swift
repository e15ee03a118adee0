import CertificateReading

/// What holds for every sheet, wherever it came from.
enum SheetPromises {
    static func check(_ sheet: Sheet, limits: ReadingLimits = .fuzzing) throws(BrokenPromise) {
        try expect((try? UTF8Span(validating: sheet.bytes.span)) != nil, "a sheet that is no UTF-8")
        try expect(sheet.rowCount <= limits.rows, "\(sheet.rowCount) rows")
        var cells = 0
        var line = 0
        for row in 0..<sheet.rowCount {
            let width = sheet.cellCount(row: row)
            try expect(width >= 0 && width <= limits.columns, "\(width) cells in row \(row)")
            try expect(sheet.line(row: row) > line, "row \(row) stands on line \(sheet.line(row: row)), behind \(line)")
            line = sheet.line(row: row)
            cells += width
            var isBlank = true
            for column in 0..<width {
                let range = sheet.range(row: row, column: column)
                try expect(
                    range.lowerBound >= 0 && range.upperBound <= sheet.bytes.count && range.count <= limits.cellBytes,
                    "cell \(row), \(column) is \(range) of \(sheet.bytes.count) bytes"
                )
                let text = sheet.text(row: row, column: column)
                try expect(
                    sheet.bytes[range].contains(text.utf8),
                    "cell \(row), \(column) reads '\(text)'"
                )
                if !text.isEmpty { isBlank = false }
                _ = sheet.storedText(row: row, column: column)
            }
            try expect(sheet.isBlank(row: row) == isBlank, "row \(row) is blank and is not")
            try expect(sheet.range(row: row, column: width).isEmpty, "a cell behind the end of row \(row)")
        }
        try expect(cells <= limits.cells, "\(cells) cells")
        try expect(sheet.cellCount(row: sheet.rowCount) == 0 && sheet.cellCount(row: -1) == 0, "a row behind the end")
    }

    /// The cells as delimited text, each in quotes.
    static func delimited(_ sheet: Sheet) -> [UInt8] {
        let quote = UInt8(ascii: "\"")
        var text: [UInt8] = []
        for row in 0..<sheet.rowCount {
            for column in 0..<sheet.cellCount(row: row) {
                if column > 0 { text.append(sheet.delimiter) }
                text.append(quote)
                for byte in sheet.bytes[sheet.range(row: row, column: column)] {
                    if byte == quote { text.append(quote) }
                    text.append(byte)
                }
                text.append(quote)
            }
            text += [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
        }
        return text
    }
}
