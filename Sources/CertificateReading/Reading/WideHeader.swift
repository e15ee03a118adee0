/// The header of a plain table with a column a determination.
struct WideHeader {
    struct Column {
        var index: Int
        var heading: HeadingReader.Heading
    }

    var row: Int
    var columns: [ColumnRole: Int]
    var results: [Column]
    /// Headings that are none of a result and none that the layout names.
    var ignored: [String]
    var width: Int

    static func locate(
        _ layout: Layout,
        in sheet: Sheet,
        row: Int,
        headings: HeadingReader
    ) throws(TableHeader.Missing) -> WideHeader {
        let named = NamedColumns(layout, in: sheet, row: row)
        var results: [Column] = []
        var ignored: [String] = []
        var texts: [(column: Int, text: String)] = []
        for column in 0..<sheet.cellCount(row: row) where !named.taken.contains(column) {
            texts.append((column, sheet.text(row: row, column: column)))
        }
        let hasCoordinates = texts.contains { Label.key(of: $0.text) == "x" }
        for (column, text) in texts where !text.isEmpty {
            let heading = headings.heading(text)
            // Beside X, Y is a coordinate and no yttrium.
            if let heading, !(hasCoordinates && Label.key(of: text) == "y") {
                results.append(Column(index: column, heading: heading))
            } else {
                ignored.append(text)
            }
        }
        guard named[.sample] != nil, results.contains(where: { !$0.heading.unit.isEmpty }) else {
            throw TableHeader.Missing(reason: Words.noPlainHeader)
        }
        return WideHeader(
            row: row,
            columns: named.columns,
            results: results,
            ignored: ignored,
            width: (sheet.lastFilledColumn(row: row) ?? 0) + 1
        )
    }
}
