import Ledger

/// A row of the view `documents`.
struct KeptDocument: Encodable {
    let certificateId: Int64
    let batch: String
    let name: String
    let kind: String
    let sha256: String
    let size: Int64
    let path: String

    init(_ stored: StoredDocument, batch: String) {
        certificateId = stored.certificateID
        self.batch = batch
        name = stored.document.name
        kind = stored.document.kind
        sha256 = stored.document.sha256
        size = stored.document.size
        path = stored.document.path
    }
}
