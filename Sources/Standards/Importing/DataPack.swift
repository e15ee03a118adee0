import CertificateReading
import Geochemistry

/// Reads a workbook in which OREAS publishes a material's certified values ("DataPack").
///
/// The table of certified values is what counts. The performance gates repeat it: they say of what kind the SD is, stand
/// in for an SD that the table lacks, and must not contradict it. Gates whose title does not name the material are left
/// alone, and hidden sheets are not read: those of an old workbook hold gates of another material.
struct DataPack {
    let source: ImportSource
    let analytes: AnalyteTable
    let options: ImportOptions

    func read(_ workbook: Workbook) throws(ImportRefusal) -> ImportedMaterial {
        let sheets = workbook.sheets
        let tables = sheets.compactMap(DataPackTable.init)
        let certified = tables.filter { $0.kind == .certified && $0.value != nil }
        let name = try materialName(certified.isEmpty ? tables.filter { $0.kind == .gates } : certified, sheets)
        let gateTables = tables.filter { $0.kind == .gates && MaterialName($0.material) == name }
        // Some workbooks have no table but the gates.
        let main = certified.isEmpty ? gateTables : certified
        guard !main.isEmpty else { throw .notADataPack(source.name, sheets: sheets.map(\.title)) }
        let gates = PerformanceGates(gateTables, analytes: analytes, options: options)
        for table in main where table.sd == nil && !gates.haveSD {
            throw .noSDColumn(place: table.place(table.header), columns: table.columns)
        }
        var rows = DataPackRows(analytes: analytes, options: options, gates: gates)
        for table in main { rows.read(table) }
        for table in tables where table.kind == .indicative { rows.readIndicative(table) }
        try checkChosen(rows.headings.map(\.text))
        return try material(name, rows.resolved(), sheets: main, hidden: workbook.hiddenSheets)
    }

    /// The one material that the titles name.
    private func materialName(_ tables: [DataPackTable], _ sheets: [Sheet]) throws(ImportRefusal) -> MaterialName {
        guard !tables.isEmpty else { throw .notADataPack(source.name, sheets: sheets.map(\.title)) }
        let names = tables.map(\.material).filter { !$0.isEmpty }.map(MaterialName.init)
        guard let name = names.first else { throw .noMaterialName(source.name) }
        // Gates may be a template's; tables of certified values are what is imported.
        if tables.contains(where: { $0.kind == .certified }), let other = names.first(where: { $0 != name }) {
            throw .twoMaterials(name.printed, other.printed)
        }
        return name
    }

    private func checkChosen(_ there: [String]) throws(ImportRefusal) {
        let keys = Set(there.map(MethodHeading.key))
        for heading in options.headings.keys.sorted() where !keys.contains(MethodHeading.key(heading)) {
            throw .headingNotThere(heading, there: there)
        }
    }

    private func material(
        _ name: MaterialName,
        _ rows: DataPackRows.Resolved,
        sheets: [DataPackTable],
        hidden: [String]
    ) throws(ImportRefusal) -> ImportedMaterial {
        guard !rows.values.isEmpty else { throw .nothingToTake(name.printed, left: rows.left.count) }
        let certificate = Self.certificate(name, file: source.name)
        let material = ReferenceMaterial(
            name: name,
            supplier: name.key.hasPrefix("OREAS") ? "OREAS" : "",
            certificate: certificate,
            values: rows.values
        )
        let comments = DataPackComments(
            source: source,
            material: material,
            rows: rows,
            figures: options.figures,
            sheets: sheets.map(\.sheet.title),
            hidden: hidden
        )
        return ImportedMaterial(material: material, headings: rows.headings, left: rows.left, comments: comments.lines)
    }

    /// `OREAS 24b DataPack 2.1.180830`, from `OREAS 24b DataPack-2.1.180830_085149.xlsx`.
    static func certificate(_ name: MaterialName, file: String) -> String {
        let lowered = file.lowercased()
        var version = ""
        if let word = lowered.firstRange(of: "datapack") {
            let rest = lowered[word.upperBound...].drop { " -_".contains($0) }
            version = String(rest.prefix { ("0"..."9").contains($0) || $0 == "." })
            while version.last == "." { version.removeLast() }
        }
        return name.printed + " DataPack" + (version.isEmpty ? "" : " " + version)
    }
}
