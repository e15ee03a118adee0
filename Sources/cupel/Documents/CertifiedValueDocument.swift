import Geochemistry

/// A certified value; numbers as they stand in the file, as texts.
struct CertifiedValueDocument: Encodable {
    let analyte: String
    let digestion: String
    let unit: String
    let value: String
    let sd: String?
    let kind: String
    let sdKind: String
    let uncertainty: String
    let method: String
    let place: String

    init(_ value: CertifiedValue) {
        analyte = value.analyte.symbol
        digestion = value.digestion.rawValue
        unit = value.unit.symbol
        self.value = value.value.description
        sd = value.sd?.description
        kind = value.kind.rawValue
        sdKind = value.sdKind
        uncertainty = value.uncertainty
        method = value.method
        place = value.place
    }
}
