import CertificateReading
import Ledger
import Logging

extension Pipeline {
    /// Brings the alert of each batch in line with the ledger, and answers with the verdicts as they stand.
    @discardableResult
    func publish(_ batches: [BatchKey]) -> [BatchVerdict] { batches.compactMap { publisher.publish($0) } }

    /// The same by several threads.
    @discardableResult
    func publish(_ batches: Set<BatchKey>) -> [BatchVerdict] {
        let (publisher, batches) = (publisher, batches.byNumber)
        return Errands(count: batches.count, isBulk: true) { number in
            batches[number].compactMap { publisher.publish($0) }
        }.results().flatMap(\.self)
    }

    /// Writes the alerts that could not be written before.
    public func publishAgain() { publisher.publishAgain() }

    /// Why the ledger cannot be written to; nil where it can.
    func troubleWithLedger() -> String? {
        do {
            try ledger.answer()
            return nil
        } catch {
            return "\(error)"
        }
    }

    /// Makes files on disk agree with the ledger, as after a crash.
    public func reconcile() {
        do {
            let (open, closed) = try ledger.read { (try $0.openAlerts(), try $0.closedAlerts()) }
            // Where the folder cannot be listed, all are tried, and owed.
            let names = try? alerts.names()
            publish(open + closed.filter { key in names.map { alerts.mayHold(key, among: $0) } ?? true })
        } catch {
            logger.tell(.alertsUnchecked, ["reason": "\(error)"])
        }
        do {
            for path in [root.alerts, root.alerts + "/closed", root.quarantine, root.watch + "/.attempts"] {
                try Folder(path).sweep()
            }
            try archive.sweep()
            try settleDeliveries()
        } catch {
            logger.tell(.deliveriesUnchecked, ["reason": "\(error)"])
        }
    }

    /// Finishes what a process that died left undone: links in the archive, the note that a file has left, and the count
    /// of one that an earlier process had died over.
    private func settleDeliveries() throws {
        let unsettled = try ledger.read { try $0.unsettledDeliveries() }
        guard !unsettled.isEmpty else { return }
        let incoming = try Folder(root.incoming)
        let waiting = Set(try incoming.names().compactMap { try incoming.facts($0)?.identity })
        // A link is not flushed by itself. One that a duplicate shares with a delivery that has settled is made again, too.
        for recorded in unsettled where [.ingested, .duplicate].contains(recorded.delivery.disposition) {
            let sha256 = recorded.delivery.sha256
            for reference in try ledger.read({ try $0.content(sha256: sha256)?.certificates ?? [] }) {
                // One link that cannot be made must not keep the others from being settled.
                try? archive.link(sha256, laboratory: reference.laboratory, batch: reference.batch)
            }
        }
        let gone = unsettled.filter { !waiting.contains($0.delivery.identity) }
        guard !gone.isEmpty else { return }
        for recorded in gone { attempts.end(identity: recorded.delivery.identity) }
        try ledger.write { transaction in
            for recorded in gone { try transaction.markSettled(recorded.id) }
        }
    }

    /// Writes down what is still in memory, and closes the ledger: a thread that has done its work may hold it a moment
    /// longer than the command runs, and its log would stay beside it.
    public func closeWithLedger() {
        close()
        try? ledger.close()
    }

    /// Writes down what is still in memory.
    public func close() {
        guard !settled.isEmpty else { return }
        let leaving = settled
        do {
            try ledger.write { transaction in
                for id in leaving { try transaction.markSettled(id) }
            }
            settled = []
            Failpoint.settled.reach()
        } catch {
            // The next start finds these deliveries unsettled and their files gone, and loses nothing by it.
            logger.tell(.leftUnsettled, ["reason": "\(error)"])
        }
    }

    /// Records a delivery that cannot be taken, and moves it to quarantine with a note.
    func refuse(_ delivery: Delivered, file: SealedFile, _ refusal: ReadingRefusal) -> Outcome.Result {
        refuse(delivery, facts: file.facts, sha256: file.sha256, Refusal(refusal))
    }

    func refuse(_ delivery: Delivered, facts: FileFacts, sha256: String = "", _ refusal: Refusal) -> Outcome.Result {
        let now = UTCTime.now
        guard delivery.leavesFolder else { return .quarantined(code: refusal.code, reason: refusal.reason) }
        do {
            let name = delivery.name.display
            let leaving = settled
            let id: Int64
            if let known = try unsettledDelivery(delivery, facts: facts, sha256: sha256) {
                id = known.id
            } else {
                id = try ledger.write { transaction in
                    for id in leaving { try transaction.markSettled(id) }
                    return try transaction.recordDelivery(
                        DeliveryRecord(
                            fileName: name,
                            identity: facts.identity,
                            sha256: sha256,
                            size: facts.size,
                            seenAt: now,
                            disposition: .quarantined,
                            reason: "\(refusal.code): \(refusal.reason)"
                        )
                    )
                }
                settled.removeAll { leaving.contains($0) }
                Failpoint.refusalRecorded.reach()
            }
            try quarantine.take(
                delivery.name,
                from: delivery.folder,
                note: QuarantineNote(
                    fileName: name,
                    sha256: sha256,
                    size: facts.size,
                    seenAt: now,
                    code: refusal.code,
                    reason: refusal.reason,
                    closest: refusal.closest
                )
            )
            Failpoint.setAside.reach()
            attempts.end(facts)
            settled.append(id)
            logger.tell(
                .quarantined,
                ["file": "\(name)", "code": "\(refusal.code)", "reason": "\(refusal.reason)"]
            )
            return .quarantined(code: refusal.code, reason: refusal.reason)
        } catch {
            return .postponed("it cannot be moved to quarantine/: \(error)")
        }
    }
}
