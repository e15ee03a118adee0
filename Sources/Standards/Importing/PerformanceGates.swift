import CertificateReading
import Geochemistry

/// The tables of performance gates of a workbook, which repeat the certified values with their SD and say what the SD is.
struct PerformanceGates {
    struct Gate {
        let value: ExactDecimal
        let sd: ExactDecimal?
        /// `pooled`, `within-laboratory`, or nothing.
        let sdKind: String
        let place: String
    }

    private struct Key: Hashable {
        let heading: String
        let analyte: Analyte
        let unit: Unit
    }

    private var gates: [Key: [Gate]] = [:]
    /// Whether a table has an SD column at all.
    private(set) var haveSD = false

    init(_ tables: [DataPackTable], analytes: AnalyteTable, options: ImportOptions) {
        let chosen = Set(options.headings.keys.map(MethodHeading.key))
        for table in tables {
            if table.sd != nil { haveSD = true }
            var heading = ""
            for row in table.rows {
                switch table.row(row, analytes: analytes, chosen: chosen) {
                case .blank: continue
                case .heading(let text, _): heading = MethodHeading.key(text)
                case .constituent(let constituent):
                    let sheet = table.sheet
                    guard case .analyte(let analyte) = constituent.meaning(in: analytes),
                        case .number(let value) = sheet.figure(row: row, column: table.value, options.figures).figure
                    else { continue }
                    var sd: ExactDecimal?
                    if case .number(let number) = sheet.figure(row: row, column: table.sd, options.figures).figure {
                        sd = number
                    }
                    let key = Key(heading: heading, analyte: analyte, unit: Unit(printed: constituent.unit))
                    gates[key, default: []].append(
                        Gate(value: value, sd: sd, sdKind: Self.sdKind(table.title), place: table.place(row))
                    )
                }
            }
        }
    }

    /// The gates of one row of the certified values, in the order of the tables.
    subscript(heading: String, analyte: Analyte, unit: Unit) -> [Gate] {
        gates[Key(heading: MethodHeading.key(heading), analyte: analyte, unit: unit)] ?? []
    }

    /// `Table 4. Pooled-Lab Performance Gates for OREAS 620`
    static func sdKind(_ title: String) -> String {
        let key = DataPackTable.key(title)
        if key.contains("pooledlab") { return "pooled" }
        return key.contains("withinlab") ? "within-laboratory" : ""
    }
}
