import Geochemistry

/// Looks for rows of delimited text that have a cell too many, where others of the table have not.
///
/// A thousand that is printed with a comma and without quotes (`1,250` between commas) becomes two cells, and every
/// result behind it stands one column too far to the right. Where the last column is empty, nothing but the count of
/// cells tells. Files whose rows all end in a delimiter too many are what exporters make, and stay fine; cells of a
/// workbook have columns of their own and cannot shift.
struct RowWidths {
    let sheet: Sheet
    /// The columns that the header fills.
    let width: Int
    let headerRow: Int

    func check(_ rows: [Int]) throws(ReadingRefusal) {
        guard !sheet.isInWorkbook else { return }
        let allowed = max(width, sheet.cellCount(row: headerRow))
        guard let first = rows.first(where: { sheet.cellCount(row: $0) > allowed }),
            let right = rows.first(where: { (width...allowed).contains(sheet.cellCount(row: $0)) })
        else { return }
        throw .rowShifted(
            at: sheet.place(row: first, column: allowed),
            cells: sheet.cellCount(row: first),
            otherLine: sheet.line(row: right),
            otherCells: sheet.cellCount(row: right),
            thousand: thousand(inRow: first)
        )
    }

    /// Two neighbours that look like a thousand taken apart: one to three digits, then three.
    private func thousand(inRow row: Int) -> (column: Int, first: String, second: String)? {
        for column in 1..<max(1, sheet.cellCount(row: row) - 1) {
            let first = sheet.text(row: row, column: column)
            let second = sheet.text(row: row, column: column + 1)
            let whole = second.split(separator: ".", maxSplits: 1).first ?? ""
            guard (1...3).contains(first.count), Self.isDigits(first), first.first != "0", whole.count == 3,
                Self.isDigits(String(whole))
            else { continue }
            return (column + 1, first, second)
        }
        return nil
    }

    private static func isDigits(_ text: String) -> Bool {
        text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
