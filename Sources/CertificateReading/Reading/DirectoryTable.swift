import Geochemistry

/// What a ``ColumnDirectory`` says, read from the sheets of one workbook.
struct DirectoryTable {
    /// What it says of a method and an analyte.
    struct Entry: Hashable {
        var unit: String
        var lower: String
        var upper: String
        var laboratory: String
    }

    private struct Key: Hashable {
        let workOrder: String
        let column: String
    }

    /// Titles of the sheets that it was read from.
    private(set) var titles: Set<String> = []
    private var entries: [Key: Entry] = [:]
    private var all: [String: Set<Entry>] = [:]
    private var names: [String: (method: String, analyte: String)] = [:]
    private var laboratories: [String: Set<String>] = [:]

    /// nil where no sheet of the document has the headings.
    init?(_ directory: ColumnDirectory, of layout: Layout, in sheets: [SheetVariants]) {
        for sheet in sheets.map(\.sheet) where directory.sheets.contains(where: { $0.matches(sheet.title) }) {
            read(sheet, directory, layout)
        }
        guard !titles.isEmpty else { return nil }
    }

    private mutating func read(_ sheet: Sheet, _ directory: ColumnDirectory, _ layout: Layout) {
        for header in 0..<min(sheet.rowCount, layout.headerWithin) {
            let named = NamedColumns(directory.columns, in: sheet, row: header)
            guard ColumnDirectory.required.allSatisfy({ named[$0] != nil }) else { continue }
            titles.insert(sheet.title)
            for row in header + 1..<max(header + 1, sheet.rowCount) {
                func text(_ role: ColumnRole) -> String {
                    named[role].map { sheet.text(row: row, column: $0) } ?? ""
                }
                let entry = Entry(
                    unit: Self.unit(text(.unit)),
                    lower: text(.detectionLimit),
                    upper: text(.upperLimit),
                    laboratory: text(.laboratory)
                )
                let (method, analyte) = (text(.method), text(.analyte))
                guard !method.isEmpty, !analyte.isEmpty, !layout.skipped.name(text(.workOrder)) else { continue }
                let column = Self.key(method, analyte)
                names[column] = (method, analyte)
                entries[Key(workOrder: text(.workOrder), column: column)] = entry
                all[column, default: []].insert(entry)
                if !entry.laboratory.isEmpty { laboratories[text(.workOrder), default: []].insert(entry.laboratory) }
            }
            return
        }
    }

    /// The method and analyte that a heading such as `IC587_Ag` names; nil for one that the directory does not have.
    func names(in heading: String) -> (method: String, analyte: String)? { names[Label.key(of: heading)] }

    /// What holds for a column of a work order; nil where the directory does not say it, or says two things.
    func entry(workOrder: String, method: String, analyte: String) -> Entry? {
        let column = Self.key(method, analyte)
        if let entry = entries[Key(workOrder: workOrder, column: column)] { return entry }
        guard let all = all[column], all.count == 1 else { return nil }
        return all.first
    }

    /// The laboratory of a work order; empty where several worked on it.
    func laboratory(workOrder: String) -> String {
        guard let names = laboratories[workOrder], names.count == 1 else { return "" }
        return names.first ?? ""
    }

    private static func key(_ method: String, _ analyte: String) -> String { Label.key(of: "\(method)_\(analyte)") }

    /// `Parts per million (ppm)` is `ppm`.
    private static func unit(_ text: String) -> String {
        guard !Unit(printed: text).isMassFraction, let open = text.lastIndex(of: "("), text.last == ")" else {
            return text
        }
        return String(text[text.index(after: open)...].dropLast())
    }
}
