/// The header of a plain table with a result a row.
struct LongHeader {
    var row: Int
    var columns: [ColumnRole: Int]
    var width: Int

    /// What such a table cannot do without.
    static let required: [ColumnRole] = [.sample, .analyte, .unit, .result]

    static func locate(_ layout: Layout, in sheet: Sheet, row: Int) throws(TableHeader.Missing) -> LongHeader {
        let named = NamedColumns(layout, in: sheet, row: row)
        let missing = required.filter { named[$0] == nil }
        guard missing.isEmpty else { throw TableHeader.Missing(reason: Words.noLongHeading(missing)) }
        return LongHeader(
            row: row,
            columns: named.columns,
            width: (sheet.lastFilledColumn(row: row) ?? 0) + 1
        )
    }
}
