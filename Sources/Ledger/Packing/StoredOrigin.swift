import Geochemistry

/// Who put a row into the certificate, as the table `sample` words it.
struct StoredOrigin {
    let word: String
    /// The material, or the sample that is repeated; empty where there is none.
    let name: String

    init(_ origin: SampleRow.Origin) {
        switch origin {
        case .client: (word, name) = ("client", "")
        case .laboratoryCRM(let material): (word, name) = ("laboratory_crm", material)
        case .laboratoryCertified(let material): (word, name) = ("laboratory_certified", material)
        case .laboratoryBlank: (word, name) = ("laboratory_blank", "")
        case .laboratoryPreparationBlank: (word, name) = ("laboratory_preparation_blank", "")
        case .laboratoryOriginal(let sample): (word, name) = ("laboratory_original", sample)
        case .laboratoryDuplicate(let sample): (word, name) = ("laboratory_duplicate", sample)
        case .laboratoryOther(let what): (word, name) = ("laboratory_other", what)
        }
    }
}
