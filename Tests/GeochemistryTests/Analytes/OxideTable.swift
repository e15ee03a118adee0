import Geochemistry
import TestSupport
import Testing

/// A table of analytes from the shared oxide factors.
enum OxideTable {
    static func shared() throws -> (table: AnalyteTable, rows: [[String: String]]) {
        let rows = try SharedFiles.rows("golden/oxide_factors.csv")
        var entries: [AnalyteEntry] = []
        for row in rows {
            let element = Analyte(try #require(row["element"]))
            if !entries.contains(where: { $0.analyte == element }) {
                entries.append(AnalyteEntry(analyte: element, name: "", kind: .element))
            }
            entries.append(
                AnalyteEntry(
                    analyte: Analyte(try #require(row["oxide"])),
                    name: "",
                    kind: .oxide,
                    element: element,
                    factor: row["factor_element_to_oxide_computed"].flatMap { ExactDecimal($0) }
                )
            )
        }
        return (AnalyteTable(entries), rows)
    }
}
