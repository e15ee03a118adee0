import Geochemistry

/// Reads one sheet (ECMA-376 18.3), cell by cell, into a table of what it shows.
///
/// What the sheet declares of its size is not looked at. Cells that hold nothing but a style, and texts of nothing
/// but blanks, are no cells.
final class SheetPart: PartHandler {
    private static let mostMergedCells = 50_000
    private static let errors = ["#N/A", "#VALUE!", "#REF!", "#DIV/0!", "#NUM!", "#NAME?", "#NULL!"]
    private static let longestError = 7

    let root = PartName.worksheet
    let sheetTitle: String
    private let strings: SharedStrings
    private let styles: CellStyles
    private let countsFrom1904: Bool
    private let limits: ReadingLimits
    private var table: SheetTable

    /// The row and column of the element that is open, or was the last; -1 before the first.
    private var cell = CellReference(row: -1, column: -1)
    private var kind = SheetCellKind.number
    private var format = NumberFormat.general
    private var hasFormula = false
    private var isInFormula = false
    /// The beginning of the formula: enough to know an error by.
    private var formula: [UInt8] = []
    private var hasValue = false
    private var isInValue = false
    private var inlineDepth = 0
    private var phoneticDepth = 0
    private var value: [UInt8] = []

    /// - Parameters:
    ///   - name: the file, for messages.
    ///   - title: the name on the tab.
    init(
        name: String,
        title: String,
        strings: SharedStrings,
        styles: CellStyles,
        countsFrom1904: Bool,
        tally: WorkbookTally
    ) {
        self.sheetTitle = title
        self.strings = strings
        self.styles = styles
        self.countsFrom1904 = countsFrom1904
        self.limits = tally.limits
        self.table = SheetTable(name: name, title: title, tally: tally)
    }

    /// nil for a sheet without content.
    var sheet: Sheet? { table.isEmpty ? nil : table.sheet() }

    func start(_ element: PartElement) throws(ReadingRefusal) {
        switch element.name {
        case .row: try startRow(element)
        case .c: try startCell(element)
        case .v:
            hasValue = true
            isInValue = kind != .inline
        case .f:
            hasFormula = true
            isInFormula = true
        case .inlineString: inlineDepth += 1
        case .rPh: phoneticDepth += 1
        case .t where inlineDepth > 0 && phoneticDepth == 0:
            hasValue = true
            isInValue = kind == .inline
        case .mergeCell:
            if let range = element.bytes("ref").flatMap({ Sheet.MergedCells($0) }) {
                try table.merge(range, limit: Self.mostMergedCells)
            }
        default: break
        }
    }

    func end(_ name: PartName) throws(ReadingRefusal) {
        switch name {
        case .c: try endCell()
        case .v, .t: isInValue = false
        case .f: isInFormula = false
        case .inlineString: inlineDepth -= 1
        case .rPh: phoneticDepth -= 1
        default: break
        }
    }

    func text(_ piece: UnsafeBufferPointer<UInt8>) throws(ReadingRefusal) {
        if isInFormula, formula.count <= Self.longestError {
            formula.append(contentsOf: piece.prefix(Self.longestError + 1 - formula.count))
        }
        guard isInValue else { return }
        guard value.count + piece.count <= limits.cellBytes else {
            throw .cellTooLong(limits.cellBytes, at: table.place(cell))
        }
        value.append(contentsOf: piece)
    }

    private func startRow(_ element: PartElement) throws(ReadingRefusal) {
        var row = cell.row + 1
        if let number = element.bytes("r") {
            guard let stated = WholeNumber.parse(number), stated > 0 else {
                throw .corruptSheet("a row has no proper number", at: table.place())
            }
            guard stated > row else {
                throw .corruptSheet("row \(stated) comes again, or behind a later one", at: table.place())
            }
            row = stated - 1
        }
        cell = CellReference(row: row, column: -1)
    }

    private func startCell(_ element: PartElement) throws(ReadingRefusal) {
        var place = CellReference(row: cell.row, column: cell.column + 1)
        if let reference = element.bytes("r") {
            guard let stated = CellReference(reference), stated.row == cell.row else {
                throw .corruptSheet(
                    "a cell '\(String(decoding: reference.prefix(40), as: UTF8.self))' stands in this row",
                    at: table.place(cell)
                )
            }
            guard stated.column > cell.column else {
                throw .corruptSheet("a cell comes again, or behind a later one", at: table.place(stated))
            }
            place = stated
        }
        cell = place
        guard let kind = SheetCellKind(element.bytes("t")) else {
            throw .corruptSheet("the cell is of a type that workbooks do not have", at: table.place(cell))
        }
        self.kind = kind
        hasFormula = false
        hasValue = false
        formula.removeAll(keepingCapacity: true)
        value.removeAll(keepingCapacity: true)
        let style = element.bytes("s")
        guard let format = styles.format(style: style.map { WholeNumber.parse($0) ?? -1 } ?? 0) else {
            throw .corruptSheet("the cell has a style that is not in the workbook", at: table.place(cell))
        }
        self.format = format
    }
}

// MARK: - What a cell shows

extension SheetPart {
    private func endCell() throws(ReadingRefusal) {
        if kind != .inline, kind != .formulaText {
            let content = value.span.trimmedOfBlanks
            if content.count < value.count { value = Array(value[content]) }
        }
        guard !value.isEmpty else {
            if hasFormula, !hasValue { throw .uncalculatedFormula(at: table.place(cell)) }
            return
        }
        // LibreOffice saves the error #N/A as a formula `#N/A` with the result 0, which no sheet shows.
        if kind == .number, !formula.isEmpty, Self.errors.contains(where: { formula.elementsEqual($0.utf8) }) {
            return try putShown(formula, stored: String(decoding: value, as: UTF8.self))
        }
        switch kind {
        case .number: try putNumber()
        case .shared: try putShared()
        case .inline, .formulaText:
            EscapedText.decode(&value, from: 0)
            try putText(value[...])
        case .boolean: try putShown(Array((value == [UInt8(ascii: "1")] ? "TRUE" : "FALSE").utf8))
        case .error: try putShown(value)
        case .isoDate: try putDate()
        }
    }

    private func putShown(_ shown: [UInt8], stored: String? = nil) throws(ReadingRefusal) {
        let start = table.bytes.count
        table.bytes += shown
        try table.put(from: start, stored: stored, at: cell)
    }

    /// A number that is none (`NaN`), or that its format cannot show, is shown as it is stored.
    private func putNumber() throws(ReadingRefusal) {
        let start = table.bytes.count
        if let number = CellNumber(value.span),
            format.append(number, to: &table.bytes, countsFrom1904: countsFrom1904)
        {
            let isAsStored = table.bytes[start...] == value[...]
            let stored = isAsStored ? nil : String(decoding: value, as: UTF8.self)
            return try table.put(from: start, stored: stored, at: cell)
        }
        try putShown(value)
    }

    private func putShared() throws(ReadingRefusal) {
        let index = value.withUnsafeBufferPointer { WholeNumber.parse($0) }
        guard let index, let text = strings[index] else {
            throw .corruptSheet("the cell refers to a text that is not in the workbook", at: table.place(cell))
        }
        if format.textSection != nil { return try putText(text) }
        guard !text.span.trimmedOfBlanks.isEmpty else { return }
        try table.put(shared: index, text, at: cell)
    }

    private func putText(_ text: ArraySlice<UInt8>) throws(ReadingRefusal) {
        guard !text.span.trimmedOfBlanks.isEmpty else { return }
        guard let section = format.textSection else { return try putShown(Array(text)) }
        let start = table.bytes.count
        section.append(text: text, to: &table.bytes)
        guard table.bytes.count - start <= limits.cellBytes else {
            throw .cellTooLong(limits.cellBytes, at: table.place(cell))
        }
        let stored = table.bytes[start...] == text ? nil : String(decoding: text, as: UTF8.self)
        try table.put(from: start, stored: stored, at: cell)
    }

    /// `2025-11-14T10:05:00Z` is shown as other moments are; a text of another form as it stands.
    private func putDate() throws(ReadingRefusal) {
        var shown = value
        if shown.last == UInt8(ascii: "Z") { shown.removeLast() }
        if let mark = shown.firstIndex(of: UInt8(ascii: "T")) {
            if shown[(mark + 1)...].starts(with: "00:00:00".utf8) {
                shown.removeSubrange(mark...)
            } else {
                shown[mark] = UInt8(ascii: " ")
            }
        }
        try putShown(shown, stored: shown == value ? nil : String(decoding: value, as: UTF8.self))
    }
}
