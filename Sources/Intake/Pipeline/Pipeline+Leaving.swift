import CertificateReading
import Geochemistry
import Ledger
import Logging

extension Pipeline {
    /// Has other threads write what follows from a commit: the alerts of all batches that it touched, and the links in the
    /// archive.
    func beginLeaving(_ commit: Commit, of passage: Passage) -> Passage.Leaving? {
        guard !commit.recorded.isEmpty else { return nil }
        let (publisher, archive) = (publisher, archive)
        let batches = commit.recorded.reduce(into: commit.relinked) { $0.formUnion($1.touched) }.byNumber
        let links = commit.recorded.map { recorded in
            (recorded.file.sha256, recorded.brought)
        }
        let count = batches.count + links.count
        let verdicts = Errands(count: count, isBulk: passage.isBulk) { number -> [BatchKey: BatchVerdict] in
            if number < batches.count {
                return batches[number].reduce(into: [:]) { $0[$1] = publisher.publish($1) }
            }
            let (sha256, brought) = links[number - batches.count]
            for key in brought {
                // Links are for people; a missing one is made again by `reconcile`.
                try? archive.link(sha256, laboratory: key.laboratory, batch: key.batch)
                Failpoint.linked.reach()
            }
            return [:]
        }
        return Passage.Leaving(chunk: commit.recorded, verdicts: verdicts)
    }

    /// Waits for what follows from a commit, tells it, and takes the files out of incoming/.
    func leave(_ leaving: Passage.Leaving?, in passage: inout Passage) {
        guard let leaving else { return }
        let verdicts = leaving.verdicts.results().reduce(into: [:]) { all, some in all.merge(some) { $1 } }
        for recorded in leaving.chunk {
            let verdicts = recorded.touched.compactMap { verdicts[$0] }
            tell(of: recorded, verdicts)
            let (index, delivered) = (recorded.sealed.index, recorded.sealed.delivered)
            if let trouble = leave(delivered, facts: recorded.file.facts, deliveryID: recorded.deliveryID) {
                passage.end(index, .postponed(trouble))
                continue
            }
            switch recorded.kind {
            case .ingested: passage.end(index, .ingested(verdicts))
            case .duplicate: passage.end(index, .duplicate)
            case .register(let samples): passage.end(index, .register(samples: samples, rejudged: verdicts))
            }
        }
    }

    /// What was judged is told batch by batch.
    private func tell(of recorded: Recorded, _ verdicts: [BatchVerdict]) {
        let names: Logger.Metadata = ["file": "\(recorded.file.name.display)", "sha256": "\(recorded.file.sha256)"]
        switch recorded.kind {
        case .ingested: break
        case .duplicate: logger.tell(.duplicate, names)
        case .register(let samples):
            logger.tell(.registered, names.merging(["samples": "\(samples)"]) { first, _ in first })
        }
        for verdict in verdicts { tell(of: verdict) }
    }

    func tell(of verdict: BatchVerdict) {
        logger.tell(
            .judged,
            at: verdict.outcome == "pass" || verdict.outcome == "warn" ? .notice : .warning,
            [
                "batch": "\(verdict.batch)", "laboratory": "\(verdict.laboratory)", "outcome": "\(verdict.outcome)",
                "failed": "\(verdict.counts.fail)", "warned": "\(verdict.counts.warn)",
                "passed": "\(verdict.counts.pass)", "not_evaluated": "\(verdict.counts.notEvaluated)",
            ]
        )
    }
}
