import CertificateReading
import Logging
import Ledger

extension Pipeline {
    /// Brings the alert of each batch in line with the ledger, and answers with the verdicts as they stand.
    ///
    /// An alert that cannot be written stops nothing: the ledger holds it, and `reconcile` writes it later.
    func publish(_ batches: [BatchKey]) -> [BatchVerdict] {
        batches.compactMap { reference in
            do {
                let record = try ledger.read { try $0.currentRecord(of: reference) }
                guard let document = BatchDocument(record) else { return nil }
                try alerts.update(document, isOpen: record.queueItem?.standing.isWaiting ?? false)
                return BatchVerdict(document)
            } catch {
                logger.error(
                    "the alert could not be written; it is written later",
                    metadata: ["batch": "\(reference.batch)", "reason": "\(error)"]
                )
                return nil
            }
        }
    }

    func log(_ verdict: BatchVerdict) {
        logger.log(
            level: verdict.outcome == "pass" || verdict.outcome == "warn" ? .notice : .warning,
            "judged",
            metadata: [
                "batch": "\(verdict.batch)", "laboratory": "\(verdict.laboratory)", "outcome": "\(verdict.outcome)",
                "failed": "\(verdict.counts.fail)", "warned": "\(verdict.counts.warn)",
                "passed": "\(verdict.counts.pass)", "not_evaluated": "\(verdict.counts.notEvaluated)",
            ]
        )
    }

    /// Makes files on disk agree with the ledger, as after a crash.
    public func reconcile() {
        do {
            let (open, closed) = try ledger.read { (try $0.openAlerts(), try $0.closedAlerts()) }
            _ = publish(open + closed)
        } catch {
            logger.error("alerts cannot be checked against the ledger", metadata: ["reason": "\(error)"])
        }
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
        } catch {
            // The next start finds these deliveries unsettled and their files gone, and loses nothing by it.
            logger.notice("deliveries left unsettled", metadata: ["reason": "\(error)"])
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
            if let known = unsettledDelivery(delivery, facts: facts, sha256: sha256) {
                id = known
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
            attempts.end(facts)
            settled.append(id)
            logger.warning("quarantined", metadata: ["file": "\(name)", "code": "\(refusal.code)", "reason": "\(refusal.reason)"])
            return .quarantined(code: refusal.code, reason: refusal.reason)
        } catch {
            logger.error(
                "cannot be quarantined; trying again",
                metadata: ["file": "\(delivery.name)", "reason": "\(error)"]
            )
            return .postponed("\(error)")
        }
    }
}
