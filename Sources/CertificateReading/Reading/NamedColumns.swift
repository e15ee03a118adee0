/// The columns of a row of headings that a layout knows by name.
struct NamedColumns {
    private(set) var columns: [ColumnRole: Int] = [:]
    /// All columns that have one of the layout's names, the second of a name too.
    private(set) var taken: Set<Int> = []

    /// - Parameter columns: those that are looked at; beyond the end of the row there is nothing.
    init(_ layout: Layout, in sheet: Sheet, row: Int, columns range: Range<Int> = 0..<Int.max) {
        self.init(layout.columns, in: sheet, row: row, columns: range)
    }

    init(_ labels: [ColumnRole: [Label]], in sheet: Sheet, row: Int, columns range: Range<Int> = 0..<Int.max) {
        for column in range.clamped(to: 0..<sheet.cellCount(row: row)) {
            let text = sheet.text(row: row, column: column)
            guard let role = ColumnRole.allCases.first(where: { labels[$0]?.name(text) == true }) else {
                continue
            }
            taken.insert(column)
            if columns[role] == nil { columns[role] = column }
        }
    }

    subscript(_ role: ColumnRole) -> Int? { columns[role] }

    /// The last column to the left of the results: named columns behind `lead`, as long as no analyte stands between.
    func lastLead(from lead: Int, in sheet: Sheet, analytes row: Int) -> Int {
        var lead = lead
        for column in taken.sorted() where column > lead {
            guard (lead + 1..<column).allSatisfy({ sheet.isBlank(row: row, column: $0) }) else { break }
            lead = column
        }
        return lead
    }
}
