/// A sheet, and for delimited text the same text as other layouts divide it.
///
/// A class, so that each division is made once however many layouts ask for it.
final class SheetVariants {
    /// A workbook's sheet, or the text by the delimiter that divides it most evenly.
    let sheet: Sheet
    private let text: [UInt8]
    private let limits: ReadingLimits
    private var divided: [UInt8: Sheet]
    private var heads: [UInt8: SheetHead] = [:]

    /// - Parameter text: empty for a sheet that never was text.
    init(_ sheet: Sheet, text: [UInt8] = [], limits: ReadingLimits = .standard) {
        self.sheet = sheet
        self.text = text
        self.limits = limits
        divided = [sheet.delimiter: sheet]
    }

    /// The sheet as a layout divides it. A delimiter under which the text is no table is no fault of the file.
    ///
    /// - Throws: where a layout of fixed width finds no such columns.
    func sheet(for layout: Layout) throws(LayoutFit.Miss) -> Sheet {
        if layout.isFixedWidth { return try fixedWidth(layout) }
        guard let delimiter = layout.delimiter, !sheet.isInWorkbook else { return sheet }
        if let known = divided[delimiter] { return known }
        let other = try? Sheet.read(delimited: text, delimiter: delimiter, name: sheet.name, limits: limits)
        divided[delimiter] = other ?? sheet
        return other ?? sheet
    }

    /// The head of the sheet as a layout divides it, from its first filled row; nil where nothing is filled.
    ///
    /// - Throws: as ``sheet(for:)``.
    func head(for layout: Layout) throws(LayoutFit.Miss) -> SheetHead? {
        let sheet = try sheet(for: layout)
        if !layout.isFixedWidth, let known = heads[sheet.delimiter] { return known }
        guard let start = sheet.firstFilledRow(from: 0) else { return nil }
        let head = SheetHead(sheet, from: start)
        if !layout.isFixedWidth { heads[sheet.delimiter] = head }
        return head
    }

    private func fixedWidth(_ layout: Layout) throws(LayoutFit.Miss) -> Sheet {
        do throws(Sheet.NotFixed) {
            if text.isEmpty { throw .noHeader }
            return try Sheet.read(fixedWidth: text, layout: layout, name: sheet.name, limits: limits)
        } catch {
            // A header that is there is close.
            let progress = if case .noColumns = error { 0.5 } else { 0.0 }
            throw LayoutFit.Miss(progress: progress, reason: Words.notFixed(error))
        }
    }
}
