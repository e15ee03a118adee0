import CertificateReading

/// Text to a sheet of cells. The input: a byte that chooses the delimiter, then the file.
struct DelimitedTarget: FuzzTarget {
    let name = "delimited"
    let longestInput = 16 << 10
    let words = ["\"", "\"\"", "\",\"", ":\"", ": \"", "\r\n", ";", "\t", "|", "\u{FEFF}", "\u{A0}", "CLIENT : \""]

    private static let delimiters: [UInt8?] = [nil] + [",", ";", "\t", "|"].map { UInt8(ascii: $0) }

    var seeds: [[UInt8]] {
        let texts = [
            "a,b,c\r\n1,2,3\r\n", "S1;0,5;12\nS2;<0.01;7\n", "\"a \"\"b\"\"\",\"c\r\nd\"\r\n\r\n,,\r\n",
            "CLIENT : \"CODE - Name, Inc\"\n# of SAMPLES : 2\nSAMPLE,Au\nA1,0.5\n", "x\ty\r1\t2\r",
            "\u{FEFF}é;ü\n1;2\n",
        ]
        var utf16: [UInt8] = [0, 0xFF, 0xFE]
        for unit in "a,b\r\n1,2\r\n".utf16 { utf16 += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        let latin1: [UInt8] = [1, 0x4D, 0xE9, 0x2C, 0x31, 0x0A]
        var seeds: [[UInt8]] = [utf16, latin1]
        for text in texts { seeds.append([0] + Array(text.utf8)) }
        return seeds
    }

    func reads(_ input: [UInt8]) -> Bool { sheet(of: input) != nil }

    private func sheet(of input: [UInt8]) -> Sheet? {
        var input = FuzzInput(input)
        let delimiter = input.choice(of: Self.delimiters, else: nil)
        guard let text = try? TextDecoding.utf8(input.bytes) else { return nil }
        return try? Sheet.read(delimited: text, delimiter: delimiter, name: "fuzz", limits: .fuzzing)
    }

    func check(_ input: [UInt8]) throws(BrokenPromise) {
        guard let sheet = sheet(of: input) else { return }
        try expect(self.sheet(of: input) == sheet, "two readings of one text differ")
        try SheetPromises.check(sheet)

        // The limit counts a quote mark inside quotes twice.
        var limits = ReadingLimits.fuzzing
        limits.cellBytes *= 2
        let copy: Sheet
        do throws(ReadingRefusal) {
            copy = try Sheet.read(
                delimited: SheetPromises.delimited(sheet),
                delimiter: sheet.delimiter,
                name: "copy",
                limits: limits
            )
        } catch {
            throw BrokenPromise("what was read cannot be read again: \(error)")
        }
        try expect(copy.rowCount == sheet.rowCount, "\(sheet.rowCount) rows became \(copy.rowCount)")
        for row in 0..<sheet.rowCount {
            try expect(copy.cellCount(row: row) == sheet.cellCount(row: row), "row \(row) has other cells")
            for column in 0..<sheet.cellCount(row: row) {
                try expect(
                    copy.bytes[copy.range(row: row, column: column)]
                        == sheet.bytes[sheet.range(row: row, column: column)],
                    "cell \(row), \(column) changed"
                )
            }
        }
    }
}
