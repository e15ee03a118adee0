import CertificateReading
import Geochemistry
import Ledger
import Logging
import QualityControl

extension Pipeline {
    /// A file that is in the ledger.
    struct Recorded {
        let sealed: Passage.Sealed
        /// Batches of the certificates in it.
        let brought: [BatchKey]
        let deliveryID: Int64
        /// The batches whose verdict or place in the queue may have changed by it; by the last file of a chunk also those
        /// that follow from all of them.
        var touched: [BatchKey]
        let kind: Kind

        var file: SealedFile { sealed.file }

        enum Kind {
            case ingested
            case duplicate
            case register(samples: Int)
        }
    }

    /// What a transaction wrote.
    struct Commit {
        var recorded: [Recorded] = []
        /// Batches of which only the links between failure and re-assay changed.
        var relinked: Set<BatchKey> = []
    }

    /// Stores and judges what was read; all in one transaction, or each in its own where that fails.
    func record(_ ready: [Passage.Ready], in passage: inout Passage) -> Commit {
        guard !ready.isEmpty else { return Commit() }
        do {
            return try commit(ready, putsOff: passage.putsOff)
        } catch let error as LedgerError where error.concernsTheFile {
            logger.tell(.ledgerRefuses, ["reason": "\(error)"])
            for ready in ready { passage.end(ready.sealed.index, .postponed("\(error)")) }
        } catch {
            if ready.count > 1 {
                return ready.reduce(into: Commit()) { all, ready in
                    let one = record([ready], in: &passage)
                    all.recorded += one.recorded
                    all.relinked.formUnion(one.relinked)
                }
            }
            logger.tell(.cannotRecord, ["file": "\(ready[0].sealed.delivered.name)", "reason": "\(error)"])
            passage.end(ready[0].sealed.index, .postponed("\(error)"))
        }
        return Commit()
    }

    private func commit(_ ready: [Passage.Ready], putsOff: Bool) throws -> Commit {
        let now = UTCTime.now
        let leaving = settled
        let commit = try ledger.write { transaction in
            for id in leaving { try transaction.markSettled(id) }
            try transaction.use(standards.snapshot, at: now)
            try transaction.insertConfiguration(root.configuration, at: now)
            Failpoint.standardsRecorded.reach()
            var work = Rejudging()
            var recorded = try ready.map { ready in
                try attempts.counting([ready.sealed.file.facts]) { try record(ready, &work, in: transaction, at: now) }
            }
            if putsOff {
                try transaction.putOffRenewal(of: work.takeFollowers())
            } else if work.hasFollowers {
                // If that ends the program, any of the files may be the cause.
                try attempts.counting(ready.map(\.sealed.file.facts)) {
                    try judge(&work, in: transaction, at: now)
                }
                let earlier = recorded[recorded.count - 1].touched
                recorded[recorded.count - 1].touched += work.takeTouched().filter { !earlier.contains($0) }
            }
            Failpoint.beforeCommit.reach()
            return Commit(recorded: recorded, relinked: transaction.relinked)
        }
        Failpoint.committed.reach()
        noteLatency(of: commit.recorded)
        settled.removeAll { leaving.contains($0) }
        return commit
    }

    /// From the first sight of a certificate until its verdict is on disk, which is now.
    private func noteLatency(of recorded: [Recorded]) {
        let now = MonotonicClock.now
        for item in recorded {
            guard case .ingested = item.kind, let seen = item.sealed.delivered.seenAt, now >= seen else {
                continue
            }
            figures.update { $0.latency.add(seconds: Double(now - seen) / 1e9) }
        }
    }

    /// Stores a file, and judges the certificates that it brings or of which it speaks.
    private func record(
        _ ready: Passage.Ready,
        _ work: inout Rejudging,
        in transaction: LedgerTransaction,
        at now: String
    ) throws -> Recorded {
        let file = ready.sealed.file
        func deliver(_ disposition: DeliveryRecord.Disposition, _ reason: String) throws -> Int64 {
            let note = file.name.isUTF8 ? "" : "the file name is not UTF-8 and is shown escaped"
            return try transaction.recordDelivery(
                DeliveryRecord(
                    fileName: file.name.display,
                    identity: ready.sealed.delivered.leavesFolder ? file.facts.identity : "",
                    sha256: file.sha256,
                    size: Int64(file.content.count),
                    seenAt: now,
                    disposition: disposition,
                    reason: [reason, note].filter { !$0.isEmpty }.joined(separator: "; ")
                )
            )
        }
        // A twin in the same chunk may have been stored a moment ago.
        guard let content = ready.content, try transaction.content(sha256: file.sha256)?.isTaken != true else {
            let id = try deliver(.duplicate, "the same content was delivered before")
            return Recorded(sealed: ready.sealed, brought: [], deliveryID: id, touched: [], kind: .duplicate)
        }

        for (part, prepared) in ready.certificates.enumerated() {
            let stored = try transaction.insertCertificate(
                prepared.packed,
                sha256: file.sha256,
                part: part,
                fileName: file.name.display,
                member: content.members[part] ?? "",
                ingestedAt: now
            )
            Failpoint.certificateStored.reach()
            if ready.documents.beside.indices.contains(part) {
                try transaction.insertDocuments(ready.documents.beside[part], beside: stored.certificate, at: now)
            }
            work.remember(prepared.read, sha256: file.sha256, part: part)
            work.add([stored.certificate])
            // A certificate that counts no longer has left its series, and the one after it has another before it.
            for superseded in stored.superseded { work.addFollowers(try transaction.successors(of: superseded.id)) }
        }
        var samples = 0
        for (part, register) in content.registers.enumerated() {
            try transaction.insertRegister(
                register,
                sha256: file.sha256,
                part: part,
                fileName: file.name.display,
                ingestedAt: now
            )
            Failpoint.registerStored.reach()
            samples += register.entries.count
            work.add(
                try transaction.certificates(
                    containing: register.entries.map(\.sample),
                    dispatches: Set(register.entries.map(\.dispatch))
                )
            )
        }
        let isRegister = content.certificates.isEmpty
        let id = try deliver(isRegister ? .register : .ingested, ready.documents.words)
        Failpoint.deliveryRecorded.reach()
        try judge(&work, followers: false, in: transaction, at: now)
        return Recorded(
            sealed: ready.sealed,
            brought: content.certificates.map { BatchKey(batch: $0.batch, laboratory: $0.laboratory) },
            deliveryID: id,
            touched: work.takeTouched(),
            kind: isRegister ? .register(samples: samples) : .ingested
        )
    }
}
