import Geochemistry

/// Reads the files of materials/. A file usually holds one material, and may hold more.
struct MaterialReader {
    static let columns = StandardsTable.Columns(
        required: ["material", "analyte", "digestion", "unit", "value", "sd"],
        optional: ["supplier", "kind", "sd_kind", "uncertainty", "method", "certificate"]
    )

    /// A material with the lines of its file, for the checks.
    struct Placed {
        var name: MaterialName
        var supplier: String
        var certificate: String
        var file: String
        /// The line of its first row.
        var line: Int
        var values: [CertifiedValue]
        /// The line of each value.
        var lines: [Int]

        var material: ReferenceMaterial {
            ReferenceMaterial(name: name, supplier: supplier, certificate: certificate, values: values)
        }
    }

    let analytes: AnalyteTable
    let log: ProblemLog
    /// Our own files have a decimal point; one that is imported may have a comma.
    var decimalSign = UInt8(ascii: ".")
    /// Words that say there is no SD: none in our own files.
    var wordsForNoSD: Set<String> = []
    /// Spellings seen before; a folder has thousands of rows and some hundred spellings.
    private var knownAnalytes: [String: Analyte] = [:]
    private var knownUnits: [String: Unit] = [:]

    init(analytes: AnalyteTable, log: ProblemLog) {
        self.analytes = analytes
        self.log = log
    }

    mutating func read(_ bytes: [UInt8], file: String) -> [Placed] {
        guard let table = StandardsTable(file: file, bytes: bytes, columns: Self.columns, log: log) else { return [] }
        return read(table.rows, of: table, file: file)
    }

    /// Reads some rows of a table.
    mutating func read(_ rows: [StandardsTable.Row], of table: StandardsTable, file: String) -> [Placed] {
        let fileName = String(file.split(separator: "/").last ?? "")
        var materials: [Placed] = []
        var places: [MaterialName: Int] = [:]
        var rowsSeen: [RowKey: Int] = [:]
        var lastName = (text: "", name: MaterialName(""))
        for row in rows {
            let text = table.text(row, "material")
            if text != lastName.text { lastName = (text, MaterialName(text)) }
            guard !lastName.name.key.isEmpty else {
                log.add(.emptyCell("material"), file: file, line: row.line)
                continue
            }
            guard let value = value(table, row, file: file, place: "\(fileName):\(row.line)") else { continue }
            let index = places[lastName.name] ?? materials.count
            if index == materials.count {
                places[lastName.name] = index
                materials.append(
                    Placed(
                        name: lastName.name,
                        supplier: "",
                        certificate: "",
                        file: file,
                        line: row.line,
                        values: [],
                        lines: []
                    )
                )
            }
            let key = RowKey(material: index, analyte: value.analyte, digestion: value.digestion, unit: value.unit)
            if let first = rowsSeen[key] {
                log.add(.rowTwice(value, line: first), file: file, line: row.line)
                continue
            }
            rowsSeen[key] = row.line
            // A hand-made table often names supplier and certificate on one of its lines only.
            if materials[index].supplier.isEmpty { materials[index].supplier = table.text(row, "supplier") }
            if materials[index].certificate.isEmpty { materials[index].certificate = table.text(row, "certificate") }
            materials[index].values.append(value)
            materials[index].lines.append(row.line)
        }
        return materials
    }

    private struct RowKey: Hashable {
        let material: Int
        let analyte: Analyte
        let digestion: DigestionClass
        let unit: Unit
    }

    /// Every problem of a row is told; nil where one forbids the row.
    private mutating func value(
        _ table: StandardsTable,
        _ row: StandardsTable.Row,
        file: String,
        place: String
    ) -> CertifiedValue? {
        func complain(_ complaint: Complaint) { log.add(complaint, file: file, line: row.line) }
        let analyteText = table.text(row, "analyte")
        let analyte = analyte(analyteText)
        if analyte == nil {
            complain(analyteText.isEmpty ? .emptyCell("analyte") : .unknownAnalyte(analyteText, in: analytes))
        }
        let digestionText = table.text(row, "digestion")
        let digestion = DigestionClass(rawValue: digestionText)
        if digestion == nil {
            complain(.unknownWord(digestionText, for: "digestion", among: DigestionClass.allCases.map(\.rawValue)))
        }
        let unit = unit(table.text(row, "unit"))
        if !unit.isMassFraction { complain(.unknownUnit(table.text(row, "unit"))) }
        let kindText = table.text(row, "kind")
        let kind = kindText.isEmpty ? .certified : CertifiedValue.Kind(rawValue: kindText)
        if kind == nil {
            complain(.unknownWord(kindText, for: "kind", among: CertifiedValue.Kind.allCases.map(\.rawValue)))
        }
        let number = number(table.text(row, "value"), column: "value", complain)
        if number?.isZero == true { complain(.zeroValue) }
        var sdText = table.text(row, "sd")
        if wordsForNoSD.contains(sdText.uppercased()) { sdText = "" }
        let sd = sdText.isEmpty ? nil : self.number(sdText, column: "sd", complain)
        if sd?.isZero == true { complain(.zeroSD) }

        guard let analyte, let digestion, unit.isMassFraction, let kind, let number, !number.isZero,
            sdText.isEmpty || sd?.isZero == false
        else { return nil }
        if Self.isMoreThanAll(number, unit) { complain(.moreThanAll(number, unit, analyte: analyte)) }
        return CertifiedValue(
            analyte: analyte,
            digestion: digestion,
            unit: unit,
            value: number,
            sd: sd,
            kind: kind,
            sdKind: table.text(row, "sd_kind"),
            uncertainty: table.text(row, "uncertainty"),
            method: table.text(row, "method"),
            place: place
        )
    }

    private func number(_ text: String, column: String, _ complain: (Complaint) -> Void) -> ExactDecimal? {
        if text.isEmpty {
            complain(.emptyCell(column))
            return nil
        }
        let bytes = Array(text.utf8)
        guard let number = try? ExactDecimal(bytes.span, decimalSign: decimalSign) else {
            complain(.notANumber(text, column: column))
            return nil
        }
        guard !number.isNegative else {
            complain(.negativeNumber(text, column: column))
            return nil
        }
        return number
    }

    private mutating func analyte(_ text: String) -> Analyte? {
        if let known = knownAnalytes[text] { return known }
        let analyte = text.isEmpty ? nil : analytes.analyte(printed: text)
        if let analyte { knownAnalytes[text] = analyte }
        return analyte
    }

    private mutating func unit(_ text: String) -> Unit {
        if let known = knownUnits[text] { return known }
        let unit = Unit(printed: text)
        knownUnits[text] = unit
        return unit
    }

    static func isMoreThanAll(_ value: ExactDecimal, _ unit: Unit) -> Bool {
        guard let ppm = unit.partsPerMillion, let scaled = try? value * ppm.numerator,
            let all = try? ppm.denominator * ExactDecimal(1_000_000)
        else { return true }
        return scaled > all
    }
}

extension Complaint {
    static func unknownAnalyte(_ text: String, in analytes: AnalyteTable) -> Complaint {
        // Symbols are short, so a name of two letters resembles many: only longer texts are compared with symbols.
        let spellings = analytes.entries.flatMap { [$0.analyte.symbol] + $0.aliases }
        let nearest = text.count > 2 ? Spelling.nearest(to: text, among: spellings) : nil
        return .unknownAnalyte(text, nearest: nearest)
    }
}
