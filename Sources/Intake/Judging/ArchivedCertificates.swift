public import CertificateReading
public import Geochemistry
public import Ledger

/// Reads certificates again from their originals.
public struct ArchivedCertificates: Sendable {
    let archive: Archive
    let reader: CertificateReader
    let limits: ReadingLimits

    public init(archive: Archive, reader: CertificateReader, limits: ReadingLimits) {
        self.archive = archive
        self.reader = reader
        self.limits = limits
    }

    /// - Throws: ``ArchiveFailure``, ``ReadingRefusal``, or ``MissingPart`` where today's layouts find fewer
    ///   certificates in the file than those by which it was taken in.
    public func certificate(of reference: CertificateReference) throws -> Certificate {
        let content = try archive.content(reference.sha256, limit: Int64(limits.deliveredBytes))
        let delivery = try reader.read(content, name: reference.fileName)
        guard reference.part < delivery.certificates.count else {
            throw MissingPart(file: reference.fileName, part: reference.part + 1, found: delivery.certificates.count)
        }
        return delivery.certificates[reference.part]
    }

    public struct MissingPart: Error, Sendable, Equatable, CustomStringConvertible {
        public let file: String
        public let part: Int
        public let found: Int

        public var description: String {
            "\(file): certificate number \(part) of this file cannot be found any more, the layouts of today read "
                + "\(found); check what changed in Standards/laboratories"
        }
    }
}
