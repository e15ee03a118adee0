/// A certificate in the layout of SGS Geosol: semicolons, decimal commas (a point after `<`), sections below the
/// samples, rows of delimiters at the end.
public struct SGSGeosolCertificate: Sendable {
    public var jobNumber: String
    public var status = "Final Report"
    /// What the header declares: samples and preparation blanks in the sample list.
    public var declared: Int?
    /// Whether an unnamed column of laboratory numbers stands between `Sample` and `Type`.
    public var hasLaboratoryNumbers = false
    public var columns: [(method: String, analyte: String, unit: String, limit: String)]
    public var samples: [(name: String, type: String, results: [String])]
    public var duplicates: [(name: String, type: String, results: [String])]
    public var materials: [(name: String, type: String, results: [String])]

    public init(
        jobNumber: String,
        columns: [(method: String, analyte: String, unit: String, limit: String)],
        samples: [(name: String, type: String, results: [String])],
        duplicates: [(name: String, type: String, results: [String])] = [],
        materials: [(name: String, type: String, results: [String])] = []
    ) {
        self.jobNumber = jobNumber
        self.columns = columns
        self.samples = samples
        self.duplicates = duplicates
        self.materials = materials
    }

    public var text: String {
        let leads = hasLaboratoryNumbers ? 3 : 2
        let width = leads + columns.count
        func line(_ cells: [String]) -> String {
            (cells + Array(repeating: "", count: max(0, width - cells.count))).joined(separator: ";")
        }
        func header(_ label: String, _ cells: [String]) -> String {
            line(Array(repeating: "", count: leads - 1) + [label] + cells)
        }
        func row(_ row: (name: String, type: String, results: [String])) -> String {
            line([row.name] + (hasLaboratoryNumbers ? ["L1"] : []) + [row.type] + row.results)
        }
        var lines = [
            line(["SGS GEOSOL LABORATÓRIOS LTDA.", "", "", "", "", status]),
            line(["Client:", "Mineração Exemplo Ltda"]),
            line(["File Created:", "27/4/2010 10:10:50"]),
            line(["Job Number:", jobNumber]),
            line(["Number of Samples:", "\(declared ?? samples.count)"]),
            line(["Project:", "Fosfato"]),
            line(["Shipment ID:", "Lote 1543"]),
            line(["P.O. Number:"]),
            line(["Received:", "22/4/2010 10:10:50"]),
            line([]),
            header("Method", columns.map(\.method)),
            header("Analyte", columns.map(\.analyte)),
            header("Unit", columns.map(\.unit)),
            header("MDL", columns.map(\.limit)),
            line(["Sample"] + (hasLaboratoryNumbers ? [""] : []) + ["Type"]),
        ]
        lines += samples.map(row)
        if !duplicates.isEmpty { lines += [line(["Pulp Duplicates"])] + duplicates.map(row) }
        if !materials.isEmpty { lines += [line(["Reference Materials"])] + materials.map(row) }
        lines += [line([]), line([]), ";", ";"]
        return lines.map { $0 + "\r\n" }.joined()
    }

    public var bytes: [UInt8] { Latin1.encode(text) }
}
