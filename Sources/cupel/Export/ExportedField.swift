import Geochemistry
import Ledger
import QualityControl

/// The columns of an export, in their order; the names are what users' scripts rely on.
enum ExportedField: String, CaseIterable {
    case batch
    case certificateID = "certificate_id"
    case revision, laboratory, project, sample, analyte, method, digestion, unit, reported, qualifier, value
    case detectionLimit = "detection_limit"
    case verdictID = "verdict_id"
    case outcome
    case decisionID = "decision_id"
    case fileName = "file_name"
    case sha256, conversion, position, role
}

/// A cell of an export.
enum ExportedValue: Equatable {
    case text(String)
    /// With all its digits; nil where there is none.
    case number(String?)

    static func integer(_ value: Int64?) -> ExportedValue { .number(value.map { "\($0)" }) }
    static func decimal(_ value: ExactDecimal?) -> ExportedValue { .number(value?.description) }
}

/// A result that may be used, with everything that it rests on.
struct ExportedRow {
    let certificate: ReleasableCertificate
    let result: ReleasedResult

    subscript(field: ExportedField) -> ExportedValue {
        switch field {
        case .batch: .text(certificate.reference.batch)
        case .certificateID: .integer(certificate.reference.id)
        case .revision: .integer(Int64(certificate.reference.revision))
        case .laboratory: .text(certificate.reference.laboratory)
        case .project: .text(certificate.project)
        case .sample: .text(result.sample)
        case .analyte: .text(result.analyte)
        case .method: .text(result.method)
        case .digestion: .text(result.digestion)
        case .unit: .text(result.unit)
        case .reported: .text(result.reported)
        case .qualifier: .text(result.qualifier)
        case .value: .decimal(result.value)
        case .detectionLimit: .decimal(result.detectionLimit)
        case .verdictID: .integer(certificate.verdictID)
        case .outcome: .text(certificate.outcome?.rawValue ?? "")
        case .decisionID: .integer(result.decisionID)
        case .fileName: .text(certificate.reference.fileName)
        case .sha256: .text(certificate.reference.sha256)
        case .conversion: .text(result.conversion)
        case .position: .integer(Int64(result.position))
        case .role: .text(result.role.rawValue)
        }
    }
}
