import Ledger
import Standards

/// Originals of certificates, read and judged but for their series by other threads before they are asked for.
public struct OriginalsAhead {
    private let read: @Sendable (CertificateReference) throws -> ReadCertificate
    private let standardsSHA256: String
    private let places: [Int64: Int]
    private let readings: Errands<Result<ReadCertificate, any Error>>

    init(
        _ references: [CertificateReference],
        in archive: ArchivedCertificates,
        by standards: StandardsSnapshot,
        _ ledger: Ledger
    ) {
        let read: @Sendable (CertificateReference) throws -> ReadCertificate = { reference in
            ReadCertificate(try archive.certificate(of: reference), by: standards, in: ledger)
        }
        self.read = read
        standardsSHA256 = standards.sha256
        places = Dictionary(references.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        readings = Errands(count: references.count, isBulk: references.count > 1) { number in
            Result { try read(references[number]) }
        }
    }

    /// Whether all of these are read ahead, and by these Standards.
    func hold(_ references: [CertificateReference], by standards: StandardsSnapshot) -> Bool {
        standardsSHA256 == standards.sha256 && references.allSatisfy { places[$0.id] != nil }
    }

    /// Until all are read, and helps with it.
    func wait() { _ = readings.results() }

    /// Waits until all are read; one that was not to be is read now.
    /// - Throws: as ``ArchivedCertificates/certificate(of:)``.
    func certificate(of reference: CertificateReference) throws -> ReadCertificate {
        guard let place = places[reference.id] else { return try read(reference) }
        return try readings.results()[place].get()
    }
}
