/// Workbooks (.xlsx, ECMA-376), made by hand, honest or not.
///
///     let file = WorkbookFixture([
///         .init("Results", [["Sample", "Au"], ["A1", .number("0.5", "0.00")]], merged: ["A1:B1"])
///     ]).bytes
public struct WorkbookFixture: Sendable {
    public var sheets: [Sheet]
    /// Whether texts stand in the cells instead of the table of shared strings.
    public var hasInlineStrings = false
    /// Whether days count from 1904, as old workbooks of the Macintosh do.
    public var countsFrom1904 = false
    /// Parts in place of those that would be written, and parts beside them, by path: `xl/styles.xml`.
    public var parts: [String: String] = [:]
    /// Parts that are left out.
    public var missing: Set<String> = []
    /// The namespace of the main parts; the strict form of the standard has another one.
    public var namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

    public init(_ sheets: [Sheet]) { self.sheets = sheets }

    /// The workbook as a file.
    public var bytes: [UInt8] { ZipFixture.zip(entries) }

    /// The parts in the order of Excel, by path.
    public var texts: [(path: String, text: String)] {
        let written = WorkbookParts(self).all
        let replaced = written.map { ($0.path, parts[$0.path] ?? $0.text) }
        let added = parts.filter { part in !written.contains { $0.path == part.key } }.sorted { $0.key < $1.key }
        return (replaced + added.map { ($0.key, $0.value) }).filter { !missing.contains($0.0) }
    }

    /// The parts as zip entries, for tests that shuffle or damage them.
    public var entries: [ZipFixture.Entry] {
        texts.map { path, text in
            var entry = ZipFixture.Entry(path, DeflateFixture.stored(Array(text.utf8)))
            entry.checksum = CyclicRedundancyCheck.crc32(Array(text.utf8))
            entry.deflatedLength = text.utf8.count
            return entry
        }
    }
}
