import CertificateReading
import Geochemistry
import Ledger
import QualityControl

extension Pipeline {
    /// Judges everything that waits, and what follows from it: a certificate whose end lies beyond the warning limit
    /// changes the series of the certificate after it, however late it came.
    func judge(_ work: inout Rejudging, in transaction: LedgerTransaction, at now: String) throws {
        while let (reference, isFollower) = work.next() {
            if isFollower, try !hasOtherHistory(reference, in: transaction) { continue }
            let certificate = try certificate(of: reference, work)
            let names = certificate.samples.filter(\.origin.isClient).map(\.name)
            let judged = try CertificateJudge(standards.snapshot).judge(
                certificate,
                statements: try transaction.statements(for: names, dispatch: certificate.dispatch),
                tails: { try transaction.tails(before: reference.order, keys: $0) }
            )
            let record = try transaction.insertVerdict(
                on: reference.id,
                judged.judgement,
                state: judged.state,
                at: now
            )
            guard record.isNew else { continue }
            work.note(record, on: reference)
            work.remember(certificate, sha256: reference.sha256, part: reference.part)
            work.addFollowers(record.successors)
        }
    }

    /// Whether the series before a certificate end otherwise than when it was judged.
    private func hasOtherHistory(
        _ reference: CertificateReference,
        in transaction: LedgerTransaction
    ) throws -> Bool {
        let keys = try transaction.tails(of: reference.id).map(\.key)
        let digest = CertificateJudge.digest(try transaction.tails(before: reference.order, keys: keys))
        return try transaction.latestVerdict(on: reference.id)?.state.historySHA256 != digest
    }

    /// The certificate itself: as it was just read, or from the archive.
    private func certificate(of reference: CertificateReference, _ work: Rejudging) throws -> Certificate {
        if let certificate = work.certificate(sha256: reference.sha256, part: reference.part) { return certificate }
        return try ArchivedCertificates(archive: archive, reader: standards.reader, limits: root.limits)
            .certificate(of: reference)
    }
}
