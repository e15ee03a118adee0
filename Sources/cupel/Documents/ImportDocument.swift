import Standards

/// What `standards import` found and did.
struct ImportDocument: Encodable {
    let file: String
    let sha256: String
    /// `oreas_datapack` or `csv`
    let kind: String
    let dryRun: Bool
    let materials: [ImportedMaterialDocument]

    init(_ found: MaterialImport, _ reports: [ImportReport], isDry: Bool) {
        file = found.source.name
        sha256 = found.source.sha256
        kind = found.kind.rawValue
        dryRun = isDry
        materials = reports.map(ImportedMaterialDocument.init)
    }
}
