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

    /// The first row, as far down as the layout allows, that has a heading for samples and one of a result.
    static func locate(
        _ layout: Layout,
        in sheet: Sheet,
        from start: Int,
        headings: HeadingReader
    ) throws(TableHeader.Missing) -> WideHeader {
        let rows = start..<min(sheet.rowCount, start + layout.headerWithin)
        for row in rows {
            if let header = WideHeader(layout, in: sheet, row: row, headings: headings) { return header }
        }
        throw TableHeader.Missing(reason: Words.noPlainHeader(rows))
    }

    private init?(_ layout: Layout, in sheet: Sheet, row: Int, headings: HeadingReader) {
        let named = NamedColumns(layout, in: sheet, row: row)
        guard named[.sample] != nil else { return nil }
        var results: [Column] = []
        var ignored: [String] = []
        var texts: [(column: Int, text: String)] = []
        for column in 0..<sheet.cellCount(row: row) where !named.taken.contains(column) {
            texts.append((column, sheet.text(row: row, column: column)))
        }
        let hasCoordinates = texts.contains { Label.key(of: $0.text) == "x" }
        for (column, text) in texts where !text.isEmpty {
            let heading =
                layout.directory == nil
                ? headings.heading(text) : headings.heading(text, in: headings.directories[layout.id])
            // Beside X, Y is a coordinate and no yttrium.
            if let heading, !(hasCoordinates && Label.key(of: text) == "y") {
                results.append(Column(index: column, heading: heading))
            } else {
                ignored.append(text)
            }
        }
        guard results.contains(where: { !$0.heading.unit.isEmpty || layout.directory != nil }) else { return nil }
        self.row = row
        columns = named.columns
        self.results = results
        self.ignored = ignored
        width = (sheet.lastFilledColumn(row: row) ?? 0) + 1
    }
}
