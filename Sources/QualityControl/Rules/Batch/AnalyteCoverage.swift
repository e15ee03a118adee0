import Geochemistry

/// Decision analytes that no reference material of the client controls in this batch.
///
/// A column counts once an ordinary sample has a number in it. It is covered where one of the batch's CRMs has a
/// certified value for its analyte after its digestion in a unit that converts, be it near the detection limit:
/// that is a choice of material, and not a gap in the Standards. Indicative values control nothing.
enum AnalyteCoverage {
    static func uncovered(in sheet: BatchSheet) -> [JudgedColumn] {
        var seen: Set<MaterialName> = []
        let materials = sheet.roles.compactMap { role -> MaterialName? in
            guard role.kind == .crm, let material = sheet.materials[MaterialName(role.reference)],
                seen.insert(material.name).inserted
            else { return nil }
            return material.name
        }
        // Without any known CRM the batch waits for a person already, and every analyte would be named here.
        guard !materials.isEmpty else { return [] }
        let ordinary = sheet.roles.indices.filter { sheet.roles[$0].kind.isOrdinary }
        return sheet.columns.filter { column in
            column.tier == .decision
                && !materials.contains { covers($0, column, in: sheet.materials) }
                && ordinary.contains { hasNumber(sheet, sample: $0, column: column) }
        }
    }

    private static func covers(_ material: MaterialName, _ column: JudgedColumn, in library: MaterialLibrary) -> Bool {
        let match = library.match(
            material,
            analyte: column.analyte,
            digestion: column.digestion,
            unit: column.unit
        )
        return match.map { $0.certified.kind != .indicative } ?? false
    }

    private static func hasNumber(_ sheet: BatchSheet, sample: Int, column: JudgedColumn) -> Bool {
        if case .number? = sheet.cell(sample: sample, column: column) { true } else { false }
    }
}
