import Geochemistry
public import Ledger
import QualityControl

/// What judging a batch again came to.
public struct Revalidation: Sendable {
    public let document: BatchDocument
    /// The outcome of the certificate's verdict before; nil where it had none.
    public let outcomeBefore: String?
    /// Messages of findings that are new, and of those that are gone.
    public let appeared: [String]
    public let vanished: [String]

    public var isChanged: Bool { outcomeBefore != document.outcome || !appeared.isEmpty || !vanished.isEmpty }
}

extension Pipeline {
    /// The certificates that count now: of some batches, or all.
    /// - Parameter batches: names as people give them; an unknown one throws with those near it.
    public func currentCertificates(of batches: [String]?) throws -> [CertificateReference] {
        try ledger.read { reader in
            guard let batches else { return try reader.allCurrentCertificates() }
            return try batches.flatMap { name in
                try reader.certificates(of: try reader.batch(named: name)).map(\.reference).filter(\.isCurrent)
            }
        }
    }

    /// Judges a certificate again from its original, by the Standards in force now.
    ///
    /// - Parameter dryRun: judges and compares, and writes nothing.
    /// - Returns: the certificate first; then those whose series it changed, which were judged with it.
    public func revalidate(_ reference: CertificateReference, dryRun: Bool) throws -> [Revalidation] {
        let reader = ArchivedCertificates(archive: archive, reader: standards.reader, limits: root.limits)
        let certificate = try reader.certificate(of: reference)
        if dryRun {
            let judged = try ledger.read {
                try CertificateJudge(standards.snapshot).judge(certificate, of: reference, in: $0)
            }
            let document = BatchDocument(
                judged.judgement,
                of: certificate,
                file: reference.fileName,
                sha256: reference.sha256
            )
            let before = try ledger.read { try Standing(try $0.latestVerdict(on: reference.id), in: $0) }
            return [Revalidation(document, before: before)]
        }

        let now = UTCTime.now
        var work = Rejudging()
        work.remember(certificate, sha256: reference.sha256, part: reference.part)
        work.add([reference])
        let relinked = try ledger.write(as: "cupel revalidate") { transaction in
            try transaction.use(standards.snapshot, at: now)
            try judge(&work, in: transaction, at: now)
            return transaction.relinked
        }
        publish(relinked: relinked)
        _ = publish(work.touched)
        return try ledger.read { reader in
            try work.touched.compactMap { key in
                let record = try reader.currentRecord(of: key)
                guard let document = BatchDocument(record) else { return nil }
                var before = Standing()
                for judgement in record.judgements {
                    let id = judgement.certificate.reference.id
                    before.add(try Standing(work.replaced[id] ?? judgement.verdict, in: reader))
                }
                return Revalidation(document, before: before)
            }
        }
    }
}

/// The verdicts of a batch reduced to what a comparison shows.
private struct Standing {
    private(set) var outcome: QualityControl.Outcome?
    private(set) var messages: [String] = []

    init() {}

    init(_ verdict: VerdictSummary?, in reader: LedgerReader) throws {
        outcome = verdict?.outcome
        messages = try verdict.map { try reader.findings(of: $0.id).map(\.message) } ?? []
    }

    /// Of several certificates that count, the worst outcome is the batch's.
    mutating func add(_ other: Standing) {
        messages += other.messages
        guard let outcome, let theirs = other.outcome else {
            outcome = outcome ?? other.outcome
            return
        }
        self.outcome = max(outcome, theirs)
    }
}

extension Revalidation {
    fileprivate init(_ document: BatchDocument, before: Standing) {
        let now = document.findings.map(\.message)
        self.init(
            document: document,
            outcomeBefore: before.outcome?.rawValue,
            appeared: now.filter { !before.messages.contains($0) },
            vanished: before.messages.filter { !now.contains($0) }
        )
    }
}
