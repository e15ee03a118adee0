import Geochemistry

/// What holds for every certificate, whatever layout read it.
enum CertificatePromises {
    static func check(_ certificate: Certificate) throws(BrokenPromise) {
        try expect(!certificate.batch.isEmpty && !certificate.format.isEmpty, "a certificate without a name")
        try expect(!certificate.laboratory.isEmpty, "a certificate of nobody")
        try expect(!certificate.samples.isEmpty, "a certificate without samples")
        for (index, sample) in certificate.samples.enumerated() {
            try expect(sample.position == index + 1, "position \(sample.position) at \(index)")
            try expect(sample.sheetRow > 0, "a sample in no row")
        }
        for column in certificate.columns {
            try expect(column.texts.count == certificate.samples.count, "\(column.texts.count) results")
            try expect(
                (try? UTF8Span(validating: column.texts.bytes.span)) != nil,
                "results of \(column.analyteText) are no UTF-8"
            )
            var end = 0
            for index in 0..<column.texts.count {
                let range = column.texts.range(at: index)
                try expect(range.lowerBound == end && range.upperBound <= column.texts.bytes.count, "results overlap")
                end = range.upperBound
                _ = column.texts.value(at: index, in: certificate.vocabulary)
            }
            try expect(column.detectionLimit.map { $0 > 0 } ?? true, "a detection limit of nothing")
            for index in column.storedTexts.keys {
                try expect(certificate.samples.indices.contains(index), "a stored text of no sample")
            }
        }
        for remark in certificate.remarks {
            try expect(!remark.code.isEmpty && !remark.message.isEmpty, "a remark without words")
            try expect((0...certificate.samples.count).contains(remark.position), "a remark on no sample")
        }
    }
}
