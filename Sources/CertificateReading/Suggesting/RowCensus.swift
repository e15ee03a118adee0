import Geochemistry

/// What the cells of one row are, counted: the evidence by which a row of analytes, units or limits is known.
struct RowCensus {
    let row: Int
    /// Columns whose cell is an analyte and nothing else: `Cu`, `Fe2O3(T)`.
    private(set) var analytes: [Int] = []
    /// Columns whose cell is a unit of results: `ppm`, `%`.
    private(set) var units: [Int] = []
    /// Columns whose cell names a determination by itself: `Cu ppm`, `Au (g/t)`.
    private(set) var headings: [Int] = []
    private(set) var numbers = 0
    private(set) var filled = 0

    init(_ sheet: Sheet, row: Int, headingReader: HeadingReader) {
        self.row = row
        for column in sheet.filledColumns(row: row) {
            filled += 1
            let text = sheet.text(row: row, column: column)
            // Nothing that names an analyte is longer.
            guard text.utf8.count <= 80 else { continue }
            if CellSort(text).isResult {
                numbers += 1
            } else if headingReader.analytes.analyte(printed: text) != nil {
                analytes.append(column)
            } else if Unit(printed: text).isMassFraction {
                units.append(column)
            } else if let heading = headingReader.heading(text), !heading.unit.isEmpty {
                headings.append(column)
            }
        }
    }
}

/// What one cell may be, whatever its decimal sign.
enum CellSort {
    case empty
    case number
    case censored
    case token
    case text

    init(_ text: String) {
        let bytes = Array(text.utf8)
        var sort = Self.sort(ResultVocabulary(decimalSign: UInt8(ascii: ".")).value(of: bytes.span))
        if sort == .text {
            sort = Self.sort(
                ResultVocabulary(decimalSign: UInt8(ascii: ","), negativeMeansBelow: true).value(of: bytes.span)
            )
        }
        // `1,250.5` is a number of some kind.
        if sort == .text, text.contains(where: \.isNumber), text.allSatisfy({ $0.isNumber || ".,- ".contains($0) }) {
            sort = .number
        }
        self = sort
    }

    private static func sort(_ value: ReportedValue) -> CellSort {
        switch value {
        case .number: .number
        case .below, .above: .censored
        case .noResult(.notRequested): .empty
        case .noResult: .token
        case .unreadable(.negative): .number
        case .unreadable: .text
        }
    }

    var isResult: Bool { self == .number || self == .censored }
}
