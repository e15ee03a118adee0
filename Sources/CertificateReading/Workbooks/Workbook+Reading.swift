extension Workbook {
    /// Reads a workbook. Nothing is inflated whole: its parts run through the reader in pieces.
    ///
    /// - Parameter name: the member of the delivery, for messages and for ``Sheet/name``.
    /// - Throws: `workbook` for kinds that are not read, `corrupt_workbook`, `document_type`, `uncalculated_formula`,
    ///   `too_large`, and what a zip is refused for.
    public static func read(
        _ content: [UInt8],
        name: String,
        limits: ReadingLimits = .standard
    ) throws(ReadingRefusal) -> Workbook {
        do throws(ReadingRefusal) {
            var reading = try WorkbookReading(content, name: name, limits: limits)
            return try reading.read()
        } catch {
            throw error.inWorkbook(name)
        }
    }
}

/// The way from the package to the sheets, each step knowing where the next part is only by the one before.
private struct WorkbookReading {
    private let name: String
    private let limits: ReadingLimits
    private var package: WorkbookPackage

    init(_ content: [UInt8], name: String, limits: ReadingLimits) throws(ReadingRefusal) {
        self.name = name
        self.limits = limits
        self.package = try WorkbookPackage(content, limits: limits)
    }

    mutating func read() throws(ReadingRefusal) -> Workbook {
        let main = try mainPart()
        let relationships = try relationships(of: main)
        let workbook = WorkbookPart(limits: limits)
        try package.read([main: workbook], in: .spreadsheet)

        let strings = SharedStrings(limits: limits)
        let styles = CellStyles()
        var tables: [PartPath: any PartHandler] = [:]
        if let part = relationships.part(type: "sharedStrings") { tables[part] = strings }
        if let part = relationships.part(type: "styles") { tables[part] = styles }
        try package.read(tables, in: .spreadsheet)

        let tally = WorkbookTally(limits: limits)
        var sheets: [SheetPart] = []
        var parts: [PartPath: any PartHandler] = [:]
        for tab in workbook.tabs where !tab.isHidden {
            guard let part = try sheetPart(of: tab, relationships) else { continue }
            guard parts[part] == nil else { throw .corruptWorkbook("two of its sheets are one and the same part") }
            let sheet = SheetPart(
                name: name,
                title: tab.name,
                strings: strings,
                styles: styles,
                countsFrom1904: workbook.countsFrom1904,
                tally: tally
            )
            sheets.append(sheet)
            parts[part] = sheet
        }
        try package.read(parts, in: .spreadsheet)
        return Workbook(sheets: sheets.compactMap(\.sheet), hiddenSheets: workbook.tabs.filter(\.isHidden).map(\.name))
    }

    /// The part that the package itself points to as its document.
    private mutating func mainPart() throws(ReadingRefusal) -> PartPath {
        let relationships = Relationships(of: nil, limits: limits)
        try package.read([PartPath("_rels/.rels"): relationships], in: .relationships)
        guard let main = relationships.part(type: "officeDocument") else {
            throw .corruptWorkbook("it does not say which of its parts is the workbook")
        }
        let types = ContentTypes(limits: limits)
        try package.read([ContentTypes.path: types], in: .contentTypes)
        try types.check(main)
        return main
    }

    private mutating func relationships(of part: PartPath) throws(ReadingRefusal) -> Relationships {
        let relationships = Relationships(of: part, limits: limits)
        try package.read([part.relationships: relationships], in: .relationships)
        return relationships
    }

    /// nil for a tab that is no table: a chart, a dialog.
    private func sheetPart(
        of tab: WorkbookPart.Tab,
        _ relationships: Relationships
    ) throws(ReadingRefusal) -> PartPath? {
        guard let type = relationships.type(of: tab.relationship) else { throw .unplacedSheet(tab.name) }
        guard type == "worksheet" else { return nil }
        guard let part = relationships.part(of: tab.relationship) else { throw .unplacedSheet(tab.name) }
        return part
    }
}
