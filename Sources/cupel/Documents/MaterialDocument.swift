import Geochemistry

/// A reference material; its values only where they were asked for.
struct MaterialDocument: Encodable {
    let material: String
    let supplier: String
    let certificate: String
    let values: [CertifiedValueDocument]?

    init(_ material: ReferenceMaterial, whole: Bool) {
        self.material = material.name.printed
        supplier = material.supplier
        certificate = material.certificate
        values = whole ? material.values.map(CertifiedValueDocument.init) : nil
    }
}
