import Geochemistry
public import Ledger
import QualityControl
import Standards

/// What judging a batch again came to.
public struct Revalidation: Sendable {
    public let batch: String
    /// Of the batch now.
    public let outcome: String
    /// The batch as it stands now; nil where nobody asked for it.
    public let document: BatchDocument?
    /// The outcome of the certificate's verdict before; nil where it had none.
    public let outcomeBefore: String?
    /// Messages of findings that are new, and of those that are gone.
    public let appeared: [String]
    public let vanished: [String]
    /// What the verdict rests on that the one before it did not.
    public let causes: [VerdictCause]

    public var isChanged: Bool { outcomeBefore != outcome || !appeared.isEmpty || !vanished.isEmpty }
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
                && !reader.waitsForRenewal(reference)
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

    /// Has other threads read the originals of certificates that are about to be judged again, and judge what does not
    /// depend on their series.
    public func readAhead(_ references: [CertificateReference]) -> OriginalsAhead {
        OriginalsAhead(
            references,
            in: ArchivedCertificates(archive: archive, reader: standards.reader, limits: root.limits),
            by: standards.snapshot,
            ledger
        )
    }

    /// Judges certificates again from their originals, by the Standards in force now; all in one transaction.
    ///
    /// - Parameters:
    ///   - documents: gives the batches whole; else only what changed.
    ///   - originals: what was read ahead; nil reads these.
    /// - Returns: their batches, each once, and those whose series they changed, which were judged with them.
    /// - Throws: where one of them cannot be read or judged; then nothing is changed.
    public func revalidate(
        _ references: [CertificateReference],
        documents: Bool = false,
        from originals: OriginalsAhead? = nil
    ) throws -> [Revalidation] {
        let originals = originals ?? readAhead(references)
        var work = Rejudging()
        for reference in references {
            let certificate = try originals.certificate(of: reference)
            work.remember(certificate, sha256: reference.sha256, part: reference.part)
        }
        work.add(references)
        let relinked = try judgeAgain(&work, as: "cupel revalidate")
        let (revalidations, alertless) = try ledger.read { reader in
            (
                try work.touched.compactMap { try revalidation(of: $0, work, documents: documents, in: reader) },
                try work.touched.filter { try !work.renewed.contains($0) && !alertStands(for: $0, in: reader) }
            )
        }
        publish(relinked.union(work.renewed).union(alertless))
        return revalidations
    }

    /// Judges a certificate again and compares; nothing is written.
    public func rehearse(
        _ reference: CertificateReference,
        documents: Bool = false,
        from originals: OriginalsAhead? = nil
    ) throws -> Revalidation {
        let certificate = try (originals ?? readAhead([reference])).certificate(of: reference)
        return try comparison(of: certificate, reference, documents: documents)
    }

    /// Whether nothing is to be done for the alert of a batch of which nothing changed: somebody may have removed it.
    private func alertStands(for key: BatchKey, in reader: LedgerReader) throws -> Bool {
        guard try reader.queueItem(key)?.standing.isWaiting == true else { return true }
        return (try? alerts.holds(key)) ?? false
    }

    /// A judgement that is recorded nowhere, beside the verdict that stands.
    private func comparison(
        of read: ReadCertificate,
        _ reference: CertificateReference,
        documents: Bool
    ) throws -> Revalidation {
        try ledger.read { reader in
            let judged = try CertificateJudge(standards.snapshot).judge(
                read.certificate,
                of: reference,
                ahead: read.ahead,
                in: reader
            )
            let verdict = try reader.latestVerdict(on: reference.id)
            let judgement = judged.judgement
            return Revalidation(
                batch: reference.batch,
                from: try Standing(verdict, in: reader),
                to: Standing(outcome: judgement.outcome, messages: judgement.findings.map(\.message)),
                causes: try causes(from: verdict?.state, to: judged.state, in: reader),
                document: documents
                    ? BatchDocument(judgement, of: read.certificate, file: reference.fileName, sha256: reference.sha256)
                    : nil
            )
        }
    }

    /// What became of a batch; nil where nothing of it counts.
    private func revalidation(
        of key: BatchKey,
        _ work: Rejudging,
        documents: Bool,
        in reader: LedgerReader
    ) throws -> Revalidation? {
        var (before, now) = (Standing(), Standing())
        var causes: [VerdictCause] = []
        for verdict in try reader.currentVerdicts(of: key) {
            let standing = try Standing(verdict, in: reader)
            now.add(standing)
            let earlier = work.replaced[verdict.certificateID] ?? verdict
            before.add(earlier?.id == verdict.id ? standing : try Standing(earlier, in: reader))
            for cause in try self.causes(from: earlier?.state, to: verdict.state, in: reader)
            where !causes.contains(cause) {
                causes.append(cause)
            }
        }
        guard now.outcome != nil else { return nil }
        return Revalidation(
            batch: key.batch,
            from: before,
            to: now,
            causes: causes,
            document: documents ? BatchDocument(try reader.currentRecord(of: key)) : nil
        )
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

    init(outcome: QualityControl.Outcome, messages: [String]) {
        self.outcome = outcome
        self.messages = messages
    }

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
    fileprivate init(
        batch: String,
        from before: Standing,
        to now: Standing,
        causes: [VerdictCause],
        document: BatchDocument?
    ) {
        self.init(
            batch: batch,
            outcome: now.outcome?.rawValue ?? "",
            document: document,
            outcomeBefore: before.outcome?.rawValue,
            appeared: now.messages.filter { !before.messages.contains($0) },
            vanished: before.messages.filter { !now.messages.contains($0) },
            causes: causes
        )
    }
}
