/// A workbook (.xlsx, ECMA-376): its sheets as tables of what they show.
///
/// Numbers and days are shown by the formats of their cells; ``Sheet/storedText(row:column:)`` tells what is stored
/// where that differs. Formulas are not calculated: the results that the file holds are read.
public struct Workbook: Sendable, Hashable {
    /// The sheets that hold something and are not hidden, in the order of the tabs.
    public let sheets: [Sheet]
    /// The names of hidden sheets, which were not read, in the order of the tabs.
    public let hiddenSheets: [String]

    init(sheets: [Sheet], hiddenSheets: [String]) {
        self.sheets = sheets
        self.hiddenSheets = hiddenSheets
    }

    /// Whether a zip with members of these paths is a workbook that ``read(_:name:limits:)`` reads.
    static func isWorkbook(paths: some Sequence<String>) -> Bool {
        WorkbookKind(paths: paths) == .openXML
    }
}
