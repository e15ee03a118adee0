/// The columns of a row of headings that a layout knows by name.
struct NamedColumns {
    private(set) var columns: [ColumnRole: Int] = [:]
    /// All columns that have one of the layout's names, the second of a name too.
    private(set) var taken: Set<Int> = []

    init(_ layout: Layout, in sheet: Sheet, row: Int) {
        for column in 0..<sheet.cellCount(row: row) {
            let text = sheet.text(row: row, column: column)
            guard let role = ColumnRole.allCases.first(where: { layout.columns[$0]?.name(text) == true }) else {
                continue
            }
            taken.insert(column)
            if columns[role] == nil { columns[role] = column }
        }
    }

    subscript(_ role: ColumnRole) -> Int? { columns[role] }
}
