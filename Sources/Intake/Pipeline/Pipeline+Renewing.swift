import Ledger
import Logging

extension Pipeline {
    /// How it went to renew some verdicts.
    public enum Renewal: Sendable {
        /// The batches that have another verdict now, and how many certificates are still to be judged again.
        case renewed([BatchVerdict], left: Int)
        /// None was left.
        case nothing
        /// Something of ours is in the way of so many. Nothing was changed; it is tried again.
        case hindered(String, left: Int)
    }

    /// Judges some of the certificates again that come after those of a backlog in a series.
    ///
    /// While a backlog comes in, a certificate of a later date would be judged again with every commit before it, dozens
    /// or hundreds of times, and only the last time counts. So the ledger notes it, and it is judged once, when the
    /// backlog is through. The note is in the transaction that makes it due and goes in the one that judges: a process
    /// may die in between.
    public func renew(atMost count: Int) -> Renewal {
        renewStandards()
        publishAgain()
        do {
            if let trouble = premises.trouble { return .hindered(trouble, left: try left()) }
            let due = try ledger.read { try $0.renewals(atMost: count) }
            guard !due.isEmpty else { return .nothing }
            let verdicts = try renew(due)
            return .renewed(verdicts, left: try left())
        } catch {
            return .hindered("\(error)", left: (try? left()) ?? 0)
        }
    }

    private func left() throws -> Int { try ledger.read { try $0.renewalCount() } }

    private func renew(_ due: [CertificateReference]) throws -> [BatchVerdict] {
        // One over which the program died goes alone: if that happens again, no other is accused with it.
        let suspect = due.first { attempts.unfinished(identity: $0.identity) > 0 }
        let handful = suspect.map { [$0] } ?? due
        if let suspect, attempts.unfinished(identity: suspect.identity) >= Attempts.limit - 1 {
            try giveUp(suspect, "the program ended \(Attempts.limit - 1) times while it was judged again")
            return []
        }
        let batches: Set<BatchKey>
        do {
            batches = try attempts.counting(identities: handful.map(\.identity)) { try rejudge(handful) }
        } catch let error as LedgerError where error.concernsTheFile {
            throw error
        } catch {
            // Each alone, so that one bad item does not stop the rest.
            if handful.count > 1 { return try handful.flatMap { try renew([$0]) } }
            try giveUp(handful[0], "\(error)")
            return []
        }
        if let suspect { attempts.end(identity: suspect.identity) }
        let verdicts = publish(batches)
        for verdict in verdicts { tell(of: verdict) }
        return verdicts
    }

    /// - Returns: the batches whose verdict or place in the queue may have changed.
    private func rejudge(_ handful: [CertificateReference]) throws -> Set<BatchKey> {
        let now = UTCTime.now
        let current = handful.filter { $0.supersededBy == nil }
        // Asked again in the transaction, because another program may write meanwhile.
        let changed = try ledger.read { reader in try current.filter { try hasOtherHistory($0, in: reader) } }
        let originals = readAhead(changed)
        var work = Rejudging()
        for reference in changed {
            // What cannot be read is told when its turn comes.
            guard let certificate = try? originals.certificate(of: reference) else { continue }
            work.remember(certificate, sha256: reference.sha256, part: reference.part)
        }
        work.addFollowers(current)
        let relinked = try ledger.write { transaction in
            try transaction.use(standards.snapshot, at: now)
            try transaction.insertConfiguration(root.configuration, at: now)
            try transaction.endRenewal(of: handful)
            try judge(&work, in: transaction, at: now)
            Failpoint.beforeCommit.reach()
            return transaction.relinked
        }
        return relinked.union(work.touched)
    }

    /// Its verdict stands, as that of an original that cannot be read.
    private func giveUp(_ reference: CertificateReference, _ reason: String) throws {
        try ledger.write { try $0.endRenewal(of: [reference]) }
        attempts.end(identity: reference.identity)
        logger.tell(
            .notJudgedAgain,
            ["batch": "\(reference.batch)", "laboratory": "\(reference.laboratory)", "reason": "\(reason)"]
        )
    }
}

extension CertificateReference {
    /// Under which its deaths are counted; a file's has more numbers.
    fileprivate var identity: String { "\(id)" }
}
