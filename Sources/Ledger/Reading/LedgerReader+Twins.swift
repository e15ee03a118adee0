public import Geochemistry

extension LedgerReader {
    /// A stored certificate that says the same to the last letter: the file came plain and packed, or with other line
    /// ends. It is no new revision. nil where there is none.
    ///
    /// Where in the sheet a row or a column stands does not count.
    public func twin(of certificate: Certificate) throws -> CertificateReference? {
        let key = BatchKey(batch: certificate.batch, laboratory: certificate.laboratory)
        return try certificates(of: key).first { stored in
            guard stored.hasHeader(of: certificate) else { return false }
            let id = stored.reference.id
            return try hasSamples(of: certificate, id) && hasColumns(of: certificate, id)
        }?.reference
    }

    private func hasSamples(of certificate: Certificate, _ id: Int64) throws -> Bool {
        let rows = try database.rows(
            "SELECT name, origin, origin_name, type FROM sample WHERE certificate_id = ? ORDER BY position",
            id
        )
        return try rows.count == certificate.samples.count
            && zip(rows, certificate.samples).allSatisfy { row, sample in
                let origin = StoredOrigin(sample.origin)
                return try row.text(0) == sample.name && row.text(1) == origin.word && row.text(2) == origin.name
                    && row.text(3) == sample.type
            }
    }

    private func hasColumns(of certificate: Certificate, _ id: Int64) throws -> Bool {
        let rows = try database.rows(
            """
            SELECT method, printed_analyte, unit, texts, ifnull(detection_limit, ''), ifnull(upper_limit, '')
            FROM result_column WHERE certificate_id = ? ORDER BY ordinal
            """,
            id
        )
        return try rows.count == certificate.columns.count
            && zip(rows, certificate.columns).allSatisfy { row, column in
                try row.text(0) == column.method && row.text(1) == column.analyteText
                    && row.text(2) == column.unitText
                    && row.text(3) == PackedColumn(column, of: certificate).texts
                    && row.text(4) == column.detectionLimit?.description ?? ""
                    && row.text(5) == column.upperLimit?.description ?? ""
            }
    }
}

extension CertificateSummary {
    fileprivate func hasHeader(of certificate: Certificate) -> Bool {
        status == certificate.status && client == certificate.client && project == certificate.project
            && dispatch == certificate.dispatch && received == certificate.received
            && reported == certificate.reported && declaredSamples == certificate.declaredSamples
            && sampleCount == certificate.samples.count
    }
}
