public import CertificateReading
import Geochemistry
public import Ledger
import QualityControl

/// Judges certificates of the archive by a policy that is not in force, beside the one that is, and writes nothing.
///
/// Registers and histories are those that the ledger knows now, for both. So a difference is the policy's, whatever has
/// changed in the Standards since a certificate was last judged.
public struct PolicyReplay {
    private let ledger: Ledger
    private let originals: ArchivedCertificates
    private let inForce: CertificateJudge
    private let tried: CertificateJudge

    /// - Parameter reader: of the Standards in force; the layouts are not what is tried.
    public init(
        root: Root,
        ledger: Ledger,
        reader: CertificateReader,
        inForce: CertificateJudge,
        tried: CertificateJudge
    ) {
        self.ledger = ledger
        originals = ArchivedCertificates(
            archive: Archive(path: root.archive),
            reader: reader,
            limits: root.limits
        )
        self.inForce = inForce
        self.tried = tried
    }

    /// The certificates that count now and are selected, in order.
    public func certificates(_ selection: ResultSelection) throws -> [CertificateReference] {
        try ledger.read { reader in
            try reader.allCurrentCertificates().filter { reference in
                let summary = try reader.certificate(reference.id)
                return selection.takes(
                    laboratory: reference.laboratory,
                    project: summary.project,
                    reported: summary.reported
                )
            }
        }
    }

    /// - Throws: as ``ArchivedCertificates/certificate(of:)``.
    public func replay(_ reference: CertificateReference) throws -> ReplayedVerdict {
        let certificate = try originals.certificate(of: reference)
        return try ledger.read { reader in
            let key = BatchKey(batch: reference.batch, laboratory: reference.laboratory)
            return ReplayedVerdict(
                reference,
                project: certificate.project,
                before: try inForce.judge(certificate, of: reference, in: reader),
                after: try tried.judge(certificate, of: reference, in: reader),
                phase: try reader.queueItem(key)?.standing.phase
            )
        }
    }
}
