/// A layout that fits a sheet from some row on.
struct LayoutFit {
    let laboratory: Laboratory
    let layout: Layout
    /// As the layout divides it.
    let sheet: Sheet
    /// The row where the certificate starts.
    let start: Int
    let header: Header

    /// Where the table's header was found, by the shape of the layout.
    enum Header {
        case rows(TableHeader)
        case wide(WideHeader)
        case long(LongHeader)
    }

    /// How specific the layout is: where several fit, the one with the most marks is meant.
    var marks: Int { layout.marks.count { !$0.isAbsent } }

    /// Where a layout stopped fitting.
    struct Miss: Error {
        /// 0 to 1: which share of what it wants was found.
        let progress: Double
        let reason: String
    }

    /// Whether title and marks are those of a layout, which nearly none are: no reason is given.
    static func mayFit(_ layout: Layout, to head: SheetHead) -> Bool {
        isMeant(layout, head.sheet) && layout.marks.allSatisfy { head.holds($0) }
    }

    private static func isMeant(_ layout: Layout, _ sheet: Sheet) -> Bool {
        layout.sheets.isEmpty || layout.sheets.contains { $0.matches(sheet.title) }
    }

    static func fit(
        _ layout: Layout,
        of laboratory: Laboratory,
        to head: SheetHead,
        headings: HeadingReader
    ) throws(Miss) -> LayoutFit {
        let (sheet, start) = (head.sheet, head.start)
        guard isMeant(layout, sheet) else { throw Miss(progress: 0, reason: Words.otherSheet(layout.sheets)) }
        var missing: [RecognitionMark] = []
        for mark in layout.marks where !head.holds(mark) { missing.append(mark) }
        // What must be absent is absent from nearly every file, and says nothing of how close one is.
        let found = layout.marks.count { !$0.isAbsent } - missing.count { !$0.isAbsent }
        let wanted = Double(layout.marks.count { !$0.isAbsent } + 1)
        if let first = missing.first {
            // What must not stand there, and does not, stands in no letter either: it brings no layout closer.
            let found = layout.marks.count { mark in !mark.isAbsent && !missing.contains(mark) }
            throw Miss(
                progress: Double(found) / wanted,
                reason: Words.markMissing(first, start: sheet.line(row: start), others: missing.count - 1)
            )
        }
        if let directory = layout.directory, headings.directories[layout.id] == nil {
            throw Miss(progress: Double(found) / wanted, reason: Words.noDirectory(directory.sheets))
        }
        do throws(TableHeader.Missing) {
            let header: Header =
                switch layout.shape {
                case .headerRows: .rows(try TableHeader.locate(layout, in: sheet, from: start))
                case .wide: .wide(try WideHeader.locate(layout, in: sheet, from: start, headings: headings))
                case .long: .long(try LongHeader.locate(layout, in: sheet, from: start))
                }
            return LayoutFit(laboratory: laboratory, layout: layout, sheet: sheet, start: start, header: header)
        } catch {
            throw Miss(progress: Double(found) / wanted, reason: error.reason)
        }
    }

    /// Whether all marks of a layout stand from a row on: the start of the next certificate in a file.
    static func starts(_ layout: Layout, in sheet: Sheet, at row: Int) -> Bool {
        let head = SheetHead(sheet, from: row)
        guard let first = layout.marks.first, head.begins(with: first) else { return false }
        return layout.marks.allSatisfy { head.holds($0) }
    }

    /// Whether the head of a page stands in a row, which paper repeats on each page: one of the marks, or a label.
    static func startsPage(_ layout: Layout, in sheet: Sheet, at row: Int) -> Bool {
        let head = SheetHead(sheet, from: row)
        if layout.marks.contains(where: { !$0.isAbsent && head.begins(with: $0) }) { return true }
        let labels = LabelledText(labels: layout.fields.flatMap(\.labels))
        return sheet.filledColumns(row: row, limit: SheetHead.columnsSearched).first.map {
            labels.isLabel(sheet.text(row: row, column: $0))
        } ?? false
    }
}
