public import Geochemistry
public import Ledger

/// Originals of certificates, read by other threads before they are asked for.
public struct OriginalsAhead {
    private let places: [Int64: Int]
    private let readings: Errands<Result<Certificate, any Error>>

    init(_ references: [CertificateReference], in archive: ArchivedCertificates) {
        places = Dictionary(references.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        readings = Errands(count: references.count) { number in
            Result { try archive.certificate(of: references[number]) }
        }
    }

    /// Waits until all are read.
    /// - Throws: as ``ArchivedCertificates/certificate(of:)``, and where it is none of those that were to be read.
    public func certificate(of reference: CertificateReference) throws -> Certificate {
        guard let place = places[reference.id] else { throw LedgerError.unknownCertificate(id: reference.id) }
        return try readings.results()[place].get()
    }
}
