import Geochemistry

/// What one table of a sheet holds: a certificate, or a part of one that goes on in other tables and sheets.
struct CertificatePart {
    /// Without a batch where the table's own sheet names none.
    var certificate: Certificate
    let layout: Layout
    /// What the certificate is called where no table of it names a work order.
    var fallbackBatch = ""
    /// The number of samples that the header declares, as printed.
    var declared = ""
    /// The rows that such a number counts.
    var counted = 0
    var evidence = NumberEvidence()
    /// What a column of the table says of the client\'s samples.
    var entries: [RegisterEntry] = []
    /// Where the certificate begins, and where its table's header ends.
    let start: ReadingRefusal.Place
    let header: ReadingRefusal.Place

    /// Keeps what a row says of itself, once a sample.
    mutating func hear(_ statement: ControlStatement) -> ControlStatement {
        if let entry = statement.entry, !entries.contains(where: { $0.sample == entry.sample }) {
            entries.append(entry)
        }
        if !statement.unknown.isEmpty {
            let remark = Remark.unknownControl(statement.unknown)
            if !certificate.remarks.contains(remark) { certificate.remarks.append(remark) }
        }
        return statement
    }
}
