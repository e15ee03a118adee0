import Geochemistry
public import Ledger
import QualityControl
import Standards

/// What judging a batch again came to.
public struct Revalidation: Sendable {
    public let document: BatchDocument
    /// The outcome of the certificate's verdict before; nil where it had none.
    public let outcomeBefore: String?
    /// Messages of findings that are new, and of those that are gone.
    public let appeared: [String]
    public let vanished: [String]
    /// What the verdict rests on that the one before it did not.
    public let causes: [VerdictCause]

    public var isChanged: Bool { outcomeBefore != document.outcome || !appeared.isEmpty || !vanished.isEmpty }
}

extension Pipeline {
    /// The certificates that count now and are asked for.
    public func currentCertificates(_ scope: RevalidationScope) throws -> [CertificateReference] {
        try ledger.read { try scope.certificates(in: $0) }
    }

    /// Whether a certificate was judged by the Standards, policy, registers, series and engine of now, so that judging it
    /// again says the same. Nothing is read but the ledger.
    public func isJudgedByNow(_ reference: CertificateReference) throws -> Bool {
        try ledger.read { reader in
            guard let state = try reader.latestVerdict(on: reference.id)?.state else { return false }
            let policy = standards.snapshot.policy(for: try reader.certificate(reference.id).project)
            return try state.standardsSHA256 == standards.snapshot.sha256 && state.policy == policy.policy.name
                && state.policySHA256 == policy.sha256 && state.engineVersion == Engine.version
                && state.registerSHA256 == CertificateJudge.digest(reader.statements(on: reference.id))
                && !hasOtherHistory(reference, in: reader)
        }
    }

    /// A batch as the ledger has it; nil while it is not judged.
    public func document(of reference: CertificateReference) throws -> BatchDocument? {
        let key = BatchKey(batch: reference.batch, laboratory: reference.laboratory)
        return BatchDocument(try ledger.read { try $0.currentRecord(of: key) })
    }

    /// The outcome that stands; nil while it is not judged.
    public func outcome(of reference: CertificateReference) throws -> String? {
        try ledger.read { try $0.latestVerdict(on: reference.id)?.outcome.rawValue }
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
            return try ledger.read { reader in
                let verdict = try reader.latestVerdict(on: reference.id)
                let causes = try causes(from: verdict?.state, to: judged.state, in: reader)
                return [Revalidation(document, before: try Standing(verdict, in: reader), causes: causes)]
            }
        }

        let now = UTCTime.now
        var work = Rejudging()
        work.remember(certificate, sha256: reference.sha256, part: reference.part)
        work.add([reference])
        let relinked = try ledger.write(as: "cupel revalidate") { transaction in
            try transaction.use(standards.snapshot, at: now)
            try transaction.insertConfiguration(root.configuration, at: now)
            try judge(&work, in: transaction, at: now)
            return transaction.relinked
        }
        publish(relinked.inOrder)
        publish(work.touched)
        return try ledger.read { reader in
            try work.touched.compactMap { key in
                let record = try reader.currentRecord(of: key)
                guard let document = BatchDocument(record) else { return nil }
                var before = Standing()
                var causes: [VerdictCause] = []
                for judgement in record.judgements {
                    let earlier = work.replaced[judgement.certificate.reference.id] ?? judgement.verdict
                    before.add(try Standing(earlier, in: reader))
                    for cause in try self.causes(from: earlier?.state, to: judgement.verdict.state, in: reader)
                    where !causes.contains(cause) {
                        causes.append(cause)
                    }
                }
                return Revalidation(document, before: before, causes: causes)
            }
        }
    }

    private func causes(
        from before: VerdictState?,
        to after: VerdictState,
        in reader: LedgerReader
    ) throws -> [VerdictCause] {
        try VerdictCause.all(from: before, to: after) { sha256 in
            standards.snapshot.filesOtherThan(try reader.snapshot(sha256: sha256))
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
    fileprivate init(_ document: BatchDocument, before: Standing, causes: [VerdictCause]) {
        let now = document.findings.map(\.message)
        self.init(
            document: document,
            outcomeBefore: before.outcome?.rawValue,
            appeared: now.filter { !before.messages.contains($0) },
            vanished: before.messages.filter { !now.contains($0) },
            causes: causes
        )
    }
}
