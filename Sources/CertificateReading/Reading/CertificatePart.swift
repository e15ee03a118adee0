import Geochemistry

/// What one table of a sheet holds: a certificate, or a part of one that goes on in other tables and sheets.
struct CertificatePart {
    /// Without a batch where the table's own sheet names none.
    var certificate: Certificate
    let layout: Layout
    /// The number of samples that the header declares, as printed.
    var declared = ""
    /// The rows that such a number counts.
    var counted = 0
    var evidence = NumberEvidence()
    /// Where the certificate begins, and where its table's header ends.
    let start: ReadingRefusal.Place
    let header: ReadingRefusal.Place
}
