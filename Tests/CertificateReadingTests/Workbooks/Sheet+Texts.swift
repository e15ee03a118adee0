import CertificateReading
import TestSupport

extension Sheet {
    /// All cells as texts, row by row.
    var texts: [[String]] {
        (0..<rowCount).map { row in (0..<cellCount(row: row)).map { rawText(row: row, column: $0) } }
    }
}

extension Workbook {
    static func read(_ fixture: WorkbookFixture, limits: ReadingLimits = .standard) throws -> Workbook {
        try read(fixture.bytes, name: "a.xlsx", limits: limits)
    }

    /// What one cell shows and stores, in a workbook of its own.
    static func showing(
        _ cell: WorkbookFixture.Cell,
        countsFrom1904: Bool = false
    ) throws -> (shown: String, stored: String?) {
        var fixture = WorkbookFixture([.init("A", [["x", cell]])])
        fixture.countsFrom1904 = countsFrom1904
        guard let sheet = try read(fixture).sheets.first else { return ("", nil) }
        return (sheet.rawText(row: 0, column: 1), sheet.storedText(row: 0, column: 1))
    }
}
