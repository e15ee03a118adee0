public import Geochemistry

/// The file of materials/ that holds one reference material, as the house writes it.
public struct MaterialFile: Sendable {
    /// `OREAS_620.csv`
    public let name: String
    public let bytes: [UInt8]
    /// What `standards check` says of it: slips that somebody should look at.
    public let warnings: [StandardsProblem]

    static let longestName = 100

    /// Writes a material, and reads it back as the Standards are read.
    /// - Throws: ``ImportRefusal``: `unfit_material_name`, and `not_read_back` where it would not say what it was given.
    public init(_ imported: ImportedMaterial, analytes: AnalyteTable) throws(ImportRefusal) {
        let material = imported.material
        let name = try Self.name(for: material.name)
        self.name = name
        var lines = imported.comments.map { "# " + Self.oneLine($0) }
        lines.append(Self.columns.joined(separator: ","))
        lines += material.values.map { value in
            [
                material.name.printed, value.analyte.symbol, value.digestion.rawValue, value.unit.symbol,
                "\(value.value)", value.sd.map { "\($0)" } ?? "", material.supplier, value.kind.rawValue,
                value.sdKind, value.uncertainty, value.method, material.certificate,
            ].map(Self.cell).joined(separator: ",")
        }
        bytes = Array((lines.joined(separator: "\n") + "\n").utf8)

        let log = ProblemLog()
        var reader = MaterialReader(analytes: analytes, log: log)
        let back = reader.read(bytes, file: "materials/" + name)
        guard log.problems.isEmpty, back.count == 1, let only = back.first,
            Self.areEqual(only.material, material)
        else { throw .notReadBack(material.name, problems: log.problems) }
        let slips = MaterialSlips(analytes: analytes, log: log)
        slips.check(only)
        warnings = log.problems.sorted()
    }

    private static let columns = [
        "material", "analyte", "digestion", "unit", "value", "sd", "supplier", "kind", "sd_kind", "uncertainty",
        "method", "certificate",
    ]

    /// Letters, digits, `.`, `-` and `_` of the name; others, blanks above all, become `_`.
    static func name(for material: MaterialName) throws(ImportRefusal) -> String {
        let printed = material.printed
        guard !material.key.isEmpty, printed.count <= longestName else { throw .unfitName(String(printed.prefix(120))) }
        var name = ""
        for scalar in printed.unicodeScalars {
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", ".", "-", "_": name.unicodeScalars.append(scalar)
            default: name.append("_")
            }
        }
        // A leading dot would hide the file, and files that are hidden are not read.
        if let first = name.first, first == "." || first == "-" { name = "_" + name }
        return name + ".csv"
    }

    /// A cell of a CSV (RFC 4180), on one line. `#` would make a comment of a line that begins with it.
    private static func cell(_ text: String) -> String {
        let text = oneLine(text)
        guard text.contains(where: { ",;\"\t".contains($0) }) || text.first == "#" else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    /// Control characters become blanks.
    private static func oneLine(_ text: String) -> String {
        var line = ""
        for scalar in text.unicodeScalars {
            let breaks = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            line.unicodeScalars.append(breaks || scalar.properties.isWhitespace ? " " : scalar)
        }
        return line.trimmedOfBlanks
    }

    /// Whether two materials say the same; where their values stand does not count.
    private static func areEqual(_ left: ReferenceMaterial, _ right: ReferenceMaterial) -> Bool {
        func texts(_ material: ReferenceMaterial) -> [[String]] {
            material.values.map { value in
                [
                    value.analyte.symbol, value.digestion.rawValue, value.unit.symbol, "\(value.value)",
                    value.sd.map { "\($0)" } ?? "", value.kind.rawValue, value.sdKind, value.uncertainty, value.method,
                ].map(oneLine)
            }
        }
        return left.name == right.name && oneLine(left.supplier) == oneLine(right.supplier)
            && oneLine(left.certificate) == oneLine(right.certificate) && texts(left) == texts(right)
    }
}
