public import Geochemistry
public import Ledger

/// Originals of certificates, read by other threads before they are asked for.
public struct OriginalsAhead {
    private let archive: ArchivedCertificates
    private let places: [Int64: Int]
    private let readings: Errands<Result<Certificate, any Error>>

    init(_ references: [CertificateReference], in archive: ArchivedCertificates) {
        self.archive = archive
        places = Dictionary(references.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        readings = Errands(count: references.count) { number in
            Result { try archive.certificate(of: references[number]) }
        }
    }

    /// Waits until all are read; one that was not to be is read now.
    /// - Throws: as ``ArchivedCertificates/certificate(of:)``.
    public func certificate(of reference: CertificateReference) throws -> Certificate {
        guard let place = places[reference.id] else { return try archive.certificate(of: reference) }
        return try readings.results()[place].get()
    }
}
