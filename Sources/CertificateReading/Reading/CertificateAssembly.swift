import Geochemistry

/// Puts the tables of one document together to certificates: results on one sheet, quality control on the next, or
/// blocks of columns below one another.
struct CertificateAssembly {
    private var parts: [CertificatePart] = []
    /// Of every part, the sheets that went into it.
    private var sheets: [Set<String>] = []

    /// Takes a table in. One of another sheet with the same work order, or with none of its own, goes on with the
    /// certificate there; in its own sheet, it is the next certificate.
    mutating func add(_ part: CertificatePart) {
        let title = part.start.sheet
        let sameBatch = parts.indices.first { index in
            !sheets[index].contains(title) && parts[index].certificate.laboratory == part.certificate.laboratory
                && (parts[index].certificate.batch == part.certificate.batch || part.certificate.batch.isEmpty
                    || parts[index].certificate.batch.isEmpty)
        }
        guard let sameBatch, !title.isEmpty else {
            parts.append(part)
            sheets.append([title])
            return
        }
        parts[sameBatch].combine(with: part)
        sheets[sameBatch].insert(title)
    }

    /// What tables say of the client's samples, as registers.
    var registers: [SampleRegister] {
        parts.map(\.entries).filter { !$0.isEmpty }.map { SampleRegister(entries: $0) }
    }

    /// The certificates, looked at cell by cell.
    ///
    /// - Throws: `no_work_order`, `no_samples`.
    func certificates() throws(ReadingRefusal) -> [Certificate] {
        var certificates: [Certificate] = []
        for part in parts {
            var certificate = part.certificate
            if certificate.batch.isEmpty { certificate.batch = part.fallbackBatch }
            guard !certificate.batch.isEmpty else {
                throw .workOrderMissing(layout: part.layout.id, at: part.start)
            }
            guard !certificate.samples.isEmpty else { throw .noSamples(at: part.header) }
            certificate.compareDeclared(part.declared, found: part.counted, counting: part.layout.declared)
            certificate.remarks += CellInspection.inspect(certificate)
            if let remark = Remark.shownRounded(ShownRounding(certificate), in: certificate) {
                certificate.remarks.append(remark)
            }
            certificates.append(certificate)
        }
        return certificates
    }
}

extension CertificatePart {
    /// Goes on with another table of the same certificate.
    mutating func combine(with other: CertificatePart) {
        evidence += other.evidence
        // What a workbook shows has a sign of its own.
        let isShown = !start.sheet.isEmpty && layout.decimal == .comma
        let signs = evidence.signs(by: isShown ? .byEvidence : layout.decimal)
        certificate.vocabulary.decimalSign = signs.decimal
        certificate.vocabulary.thousandsSign = signs.thousands
        if declared.isEmpty { declared = other.declared }
        entries += other.entries
        if fallbackBatch.isEmpty { fallbackBatch = other.fallbackBatch }
        // A sample whose results go on in another table is one sample.
        let before = certificate.samples.count
        certificate.combine(with: other.certificate)
        let added = certificate.samples.count - before
        counted += min(added, other.counted)
    }
}
