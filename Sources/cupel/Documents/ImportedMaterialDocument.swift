import Geochemistry
import Standards
/// One imported material: every value that was taken, every row that was left.
struct ImportedMaterialDocument: Encodable {
    let material: String
    let supplier: String
    let certificate: String
    /// Where it is or would be written.
    let path: String
    let written: Bool
    /// `new`, `unchanged` or `replaces`.
    let state: String
    let headings: [ImportedHeadingDocument]
    let values: [CertifiedValueDocument]
    let left: [LeftRowDocument]
    let changes: [MaterialChangeDocument]
    let warnings: [ProblemDocument]

    init(_ report: ImportReport) {
        let plan = report.plan
        material = plan.imported.material.name.printed
        supplier = plan.imported.material.supplier
        certificate = plan.imported.material.certificate
        path = plan.target.path
        written = report.isWritten
        switch plan.state {
        case .new: (state, changes) = ("new", [])
        case .unchanged: (state, changes) = ("unchanged", [])
        case .replaces(let found): (state, changes) = ("replaces", found.map(MaterialChangeDocument.init))
        }
        headings = plan.imported.headings.map(ImportedHeadingDocument.init)
        values = plan.imported.material.values.map(CertifiedValueDocument.init)
        left = plan.imported.left.map(LeftRowDocument.init)
        warnings = plan.file.warnings.map(ProblemDocument.init)
    }
}
