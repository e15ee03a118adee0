import Geochemistry
import Ledger

/// A row of the view `certificates`.
struct CertificateDocument: Encodable {
    let certificateId: Int64
    let batch: String
    let laboratory: String
    let reportStatus: String
    let revision: Int
    let supersededBy: Int64?
    let client: String
    let project: String
    let dispatch: String
    let received: String?
    let reported: String?
    let declaredSamples: Int?
    let sha256: String
    let fileName: String
    let format: String
    let ingestedAt: String

    init(_ certificate: CertificateSummary) {
        let reference = certificate.reference
        certificateId = reference.id
        batch = reference.batch
        laboratory = reference.laboratory
        reportStatus = certificate.status.rawValue
        revision = reference.revision
        supersededBy = reference.supersededBy
        client = certificate.client
        project = certificate.project
        dispatch = certificate.dispatch
        received = certificate.received?.description
        reported = certificate.reported?.description
        declaredSamples = certificate.declaredSamples
        sha256 = reference.sha256
        fileName = reference.fileName
        format = certificate.format
        ingestedAt = certificate.ingestedAt
    }
}
