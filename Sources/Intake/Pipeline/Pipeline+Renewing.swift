import Ledger
import Logging
import Standards

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
            if let trouble = premises.trouble { return .hindered(trouble, left: try renewalsLeft()) }
            let due = try ledger.read { try $0.renewals(atMost: 2 * count) }
            guard !due.isEmpty else { return .nothing }
            // One over which the program died goes alone: if that happens again, no other is accused with it.
            if let suspect = due.first(where: { attempts.unfinished(identity: $0.identity) > 0 }) {
                return .renewed(try renew(suspect: suspect), left: try renewalsLeft())
            }
            let (handful, next) = (Array(due.prefix(count)), Array(due.dropFirst(count)))
            let batches = try attempts.counting(identities: due.map(\.identity)) {
                let originals = originals(of: handful)
                // While these are judged, others are read.
                let ahead = readAhead(next)
                defer { ahead.wait() }
                renewalsAhead = ahead
                return try rejudge(handful, from: originals)
            }
            return .renewed(tell(of: batches), left: try renewalsLeft())
        } catch {
            return .hindered("\(error)", left: (try? renewalsLeft()) ?? 0)
        }
    }

    private func renewalsLeft() throws -> Int { try ledger.read { try $0.renewalCount() } }

    /// As they were read ahead, if that was by the Standards of now.
    private func originals(of handful: [CertificateReference]) -> OriginalsAhead {
        defer { renewalsAhead = nil }
        if let ahead = renewalsAhead, ahead.hold(handful, by: standards.snapshot) { return ahead }
        return readAhead(handful)
    }

    private func renew(suspect: CertificateReference) throws -> [BatchVerdict] {
        renewalsAhead = nil
        guard attempts.unfinished(identity: suspect.identity) < Attempts.limit - 1 else {
            try giveUp(suspect, "the program ended \(Attempts.limit - 1) times while it was judged again")
            return []
        }
        let batches = try attempts.counting(identities: [suspect.identity]) {
            try rejudge([suspect], from: readAhead([suspect]))
        }
        attempts.end(identity: suspect.identity)
        return tell(of: batches)
    }

    /// All in one transaction, or each in its own where that fails, so that one bad item does not stop the rest.
    /// - Returns: the batches whose verdict or place in the queue may have changed.
    private func rejudge(_ handful: [CertificateReference], from originals: OriginalsAhead) throws -> Set<BatchKey> {
        do {
            return try rejudgeTogether(handful, from: originals)
        } catch let error as LedgerError where error.concernsTheFile {
            throw error
        } catch {
            if handful.count > 1 {
                return try handful.reduce(into: []) { $0.formUnion(try rejudge([$1], from: originals)) }
            }
            try giveUp(handful[0], "\(error)")
            return []
        }
    }

    private func rejudgeTogether(
        _ handful: [CertificateReference],
        from originals: OriginalsAhead
    ) throws -> Set<BatchKey> {
        let current = handful.filter { $0.supersededBy == nil }
        var work = Rejudging()
        for reference in current {
            // What cannot be read is told when its turn comes.
            guard let certificate = try? originals.certificate(of: reference) else { continue }
            work.remember(certificate, sha256: reference.sha256, part: reference.part)
        }
        work.addFollowers(current)
        let relinked = try judgeAgain(&work, endingRenewalOf: handful)
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

    private func tell(of batches: Set<BatchKey>) -> [BatchVerdict] {
        let verdicts = publish(batches)
        for verdict in verdicts { tell(of: verdict) }
        return verdicts
    }
}

extension CertificateReference {
    /// Under which its deaths are counted; a file's has more numbers.
    fileprivate var identity: String { "\(id)" }
}
