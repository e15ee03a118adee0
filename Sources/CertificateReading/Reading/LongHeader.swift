/// The header of a plain table with a result a row.
struct LongHeader {
    var row: Int
    var columns: [ColumnRole: Int]
    var width: Int

    /// What such a table cannot do without.
    static let required: [ColumnRole] = [.sample, .analyte, .unit, .result]

    /// The first row, as far down as the layout allows, that has all headings.
    static func locate(_ layout: Layout, in sheet: Sheet, from start: Int) throws(TableHeader.Missing) -> LongHeader {
        let rows = start..<min(sheet.rowCount, start + layout.headerWithin)
        let required = layout.directory == nil ? required : required.filter { $0 != .unit }
        var fewest = required
        for row in rows {
            let named = NamedColumns(layout, in: sheet, row: row)
            let missing = required.filter { named[$0] == nil }
            if missing.isEmpty {
                let width = (sheet.lastFilledColumn(row: row) ?? 0) + 1
                return LongHeader(row: row, columns: named.columns, width: width)
            }
            if missing.count < fewest.count { fewest = missing }
        }
        throw TableHeader.Missing(reason: Words.noLongHeading(fewest, rows))
    }
}
