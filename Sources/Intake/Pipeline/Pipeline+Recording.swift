import CertificateReading
import Geochemistry
import Ledger
import Logging
import QualityControl

extension Pipeline {
    /// Stores and judges what was read; all in one transaction, or each in its own where that fails.
    func record(_ ready: [Ready]) -> [(Int, Outcome.Result)] {
        guard !ready.isEmpty else { return [] }
        do {
            return try commit(ready)
        } catch let error as LedgerError where error.concernsTheFile {
            logger.tell(.ledgerRefuses, ["reason": "\(error)"])
            return ready.map { ($0.index, .postponed("\(error)")) }
        } catch {
            if ready.count > 1 { return ready.flatMap { record([$0]) } }
            logger.tell(.cannotRecord, ["file": "\(ready[0].delivered.name)", "reason": "\(error)"])
            return [(ready[0].index, .postponed("\(error)"))]
        }
    }

    private struct Recorded {
        let ready: Ready
        let deliveryID: Int64
        let touched: [BatchKey]
        let kind: Kind

        enum Kind {
            case ingested
            case duplicate
            case register(samples: Int)
        }
    }

    private func commit(_ ready: [Ready]) throws -> [(Int, Outcome.Result)] {
        let now = UTCTime.now
        let leaving = settled
        let (recorded, relinked) = try ledger.write { transaction in
            for id in leaving { try transaction.markSettled(id) }
            try transaction.use(standards.snapshot, at: now)
            try transaction.insertConfiguration(root.configuration, at: now)
            Failpoint.standardsRecorded.reach()
            let recorded = try ready.map { ready in
                try attempts.counting(ready.file.facts) { try record(ready, in: transaction, at: now) }
            }
            Failpoint.beforeCommit.reach()
            return (recorded, transaction.relinked)
        }
        Failpoint.committed.reach()
        noteLatency(of: recorded)
        settled.removeAll { leaving.contains($0) }
        publish(relinked: relinked)

        return recorded.map { item in
            let verdicts = publish(item.touched)
            log(item)
            for verdict in verdicts { log(verdict) }
            // Links are for people; a missing one is made again by `reconcile`.
            for certificate in item.ready.content?.certificates ?? [] {
                try? archive.link(
                    item.ready.file.sha256,
                    laboratory: certificate.laboratory,
                    batch: certificate.batch
                )
                Failpoint.linked.reach()
            }
            if let trouble = leave(item.ready.delivered, facts: item.ready.file.facts, deliveryID: item.deliveryID) {
                return (item.ready.index, .postponed(trouble))
            }
            switch item.kind {
            case .ingested: return (item.ready.index, .ingested(verdicts))
            case .duplicate: return (item.ready.index, .duplicate)
            case .register(let samples): return (item.ready.index, .register(samples: samples, rejudged: verdicts))
            }
        }
    }

    /// From the first sight of a certificate until its verdict is on disk, which is now.
    private func noteLatency(of recorded: [Recorded]) {
        let now = MonotonicClock.now
        for item in recorded {
            guard case .ingested = item.kind, let seen = item.ready.delivered.seenAt, now >= seen else { continue }
            figures.update { $0.latency.add(seconds: Double(now - seen) / 1e9) }
        }
    }

    /// What was judged is told batch by batch.
    private func log(_ recorded: Recorded) {
        let file = recorded.ready.file
        let names: Logger.Metadata = ["file": "\(file.name.display)", "sha256": "\(file.sha256)"]
        switch recorded.kind {
        case .ingested: break
        case .duplicate: logger.tell(.duplicate, names)
        case .register(let samples):
            logger.tell(.registered, names.merging(["samples": "\(samples)"]) { first, _ in first })
        }
    }

    private func record(_ ready: Ready, in transaction: LedgerTransaction, at now: String) throws -> Recorded {
        let file = ready.file
        func deliver(_ disposition: DeliveryRecord.Disposition, _ reason: String) throws -> Int64 {
            let note = file.name.isUTF8 ? "" : "the file name is not UTF-8 and is shown escaped"
            return try transaction.recordDelivery(
                DeliveryRecord(
                    fileName: file.name.display,
                    identity: ready.delivered.leavesFolder ? file.facts.identity : "",
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
            return Recorded(ready: ready, deliveryID: id, touched: [], kind: .duplicate)
        }

        var work = Rejudging()
        for (part, certificate) in content.certificates.enumerated() {
            let stored = try transaction.insertCertificate(
                certificate,
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
            work.remember(certificate, sha256: file.sha256, part: part)
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
        try judge(&work, in: transaction, at: now)
        return Recorded(
            ready: ready,
            deliveryID: id,
            touched: work.touched,
            kind: isRegister ? .register(samples: samples) : .ingested
        )
    }
}
