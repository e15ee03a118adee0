import CertificateReading
import Geochemistry
import Ledger
import Logging
import QualityControl

extension Pipeline {
    /// Judges everything that waits, and what follows from it: a certificate whose end lies beyond the warning limit
    /// changes the series of the certificate after it, however late it came.
    /// - Parameter followers: false leaves those for later that come after a judged one in some series.
    func judge(
        _ work: inout Rejudging,
        followers: Bool = true,
        in transaction: LedgerTransaction,
        at now: String
    ) throws {
        while let (reference, isFollower) = work.next(followers: followers) {
            if isFollower, try !hasOtherHistory(reference, in: transaction) { continue }
            guard let certificate = try certificate(of: reference, work) else { continue }
            let judged = try CertificateJudge(standards.snapshot).judge(
                certificate.certificate,
                of: reference,
                ahead: certificate.ahead,
                in: transaction
            )
            let record = try transaction.insertVerdict(
                on: reference.id,
                judged.judgement,
                of: certificate.certificate,
                state: judged.state,
                at: now
            )
            Failpoint.verdictStored.reach()
            // Whoever asked for it: what was due is done.
            if record.previous != nil { try transaction.endRenewal(of: [reference]) }
            guard record.isNew else { continue }
            work.note(record, on: reference)
            work.addFollowers(record.successors)
        }
    }

    /// Judges what is in the ledger already, in one transaction that also records by what.
    /// - Parameters:
    ///   - actor: who stands in the audit log for it.
    ///   - due: those of which nothing is to be renewed any more, whether they can be judged or not.
    /// - Returns: the batches of which only the links between failure and re-assay changed.
    func judgeAgain(
        _ work: inout Rejudging,
        as actor: String = "cupel",
        endingRenewalOf due: [CertificateReference] = []
    ) throws -> Set<BatchKey> {
        let now = UTCTime.now
        return try ledger.write(as: actor) { transaction in
            try transaction.use(standards.snapshot, at: now)
            try transaction.insertConfiguration(root.configuration, at: now)
            try transaction.endRenewal(of: due)
            try judge(&work, in: transaction, at: now)
            Failpoint.beforeCommit.reach()
            return transaction.relinked
        }
    }

    /// Whether the series say something else of a certificate than when it was judged.
    func hasOtherHistory(
        _ reference: CertificateReference,
        in reader: LedgerReader
    ) throws -> Bool {
        let segments = try reader.segments(of: reference.id)
        let review = CertificateJudge(standards.snapshot).review(
            segments,
            project: try reader.certificate(reference.id).project,
            batch: reference.batch,
            history: try reader.history(before: reference.order, keys: segments.map(\.key))
        )
        return try reader.latestVerdict(on: reference.id)?.state.historySHA256 != CertificateJudge.digest(review)
    }

    /// The certificate itself: as it was just read, or from the archive.
    ///
    /// An old original that today's layouts cannot read, or that is missing, keeps the verdict it has and holds up
    /// nothing that is delivered now; `revalidate` tells about it again. nil then.
    private func certificate(of reference: CertificateReference, _ work: Rejudging) throws -> ReadCertificate? {
        if let certificate = work.certificate(sha256: reference.sha256, part: reference.part) { return certificate }
        do {
            let originals = ArchivedCertificates(archive: archive, reader: standards.reader, limits: root.limits)
            return ReadCertificate(try originals.certificate(of: reference))
        } catch let error as LedgerError {
            throw error
        } catch {
            logger.tell(
                .notJudgedAgain,
                ["batch": "\(reference.batch)", "laboratory": "\(reference.laboratory)", "reason": "\(error)"]
            )
            return nil
        }
    }
}
