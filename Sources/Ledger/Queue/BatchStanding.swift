import Geochemistry
import QualityControl

/// What the current verdicts of a batch come to together: several where a reissue only added columns.
struct BatchStanding {
    /// The worst outcome.
    let outcome: Outcome
    let hasPreliminary: Bool
    let project: String
    /// What is wrong with it, in one line for the queue.
    private let findings: String
    /// What other batches repeated of it.
    private let reassays: [ReassayAnswer]
    /// The list is repeated, and the policies of all verdicts that fail let that close the failure.
    let isClosedByReassay: Bool
    /// Of the contents of the current certificates and what their verdicts say; what a decision is made on.
    let digest: String
    /// The verdict that a decision belongs to: the first with the worst outcome.
    let decisive: VerdictSummary

    var needsPerson: Bool { outcome == .fail || outcome == .notEvaluated || hasPreliminary }

    /// nil while a current certificate of the batch has no verdict.
    init?(of key: BatchKey, in reader: LedgerReader) throws {
        let certificates = try reader.certificates(of: key).filter(\.reference.isCurrent)
        var verdicts: [VerdictSummary] = []
        var digest = Digest("cupel-standing-1")
        for certificate in certificates {
            guard let verdict = try reader.latestVerdict(on: certificate.reference.id) else { return nil }
            verdicts.append(verdict)
            digest.add(certificate.reference.sha256)
            digest.add(String(certificate.reference.part))
            digest.add(verdict.content)
        }
        guard let first = verdicts.first else { return nil }
        decisive = verdicts.reduce(first) { $1.outcome > $0.outcome ? $1 : $0 }
        outcome = decisive.outcome
        hasPreliminary = certificates.contains { $0.status == .preliminary }
        project = certificates.last { !$0.project.isEmpty }?.project ?? ""
        self.digest = digest.hexadecimal
        findings = Self.summary(
            try reader.findings(of: decisive.id).filter { $0.outcome == .fail || $0.outcome == .notEvaluated },
            outcome: outcome,
            hasPreliminary: hasPreliminary
        )
        reassays = try reader.reassays(of: key).map(\.answer)
        isClosedByReassay =
            try !hasPreliminary && reassays.contains { $0.isAnswered }
            && verdicts.allSatisfy { verdict in
                try verdict.outcome < .notEvaluated || reader.closesByReassay(verdict.id)
            }
    }

    /// One line for the queue: what is wrong, and what came of a re-assay.
    func summary(in state: QueueState) -> String {
        let end: ReassayEnd =
            switch state.phase {
            case .open, .inReview, .reassayRequested: .waiting
            case .accepted, .rejected: .decided
            case .resolved: .closed
            }
        let answers = QualityWords.reassayed(by: reassays, end)
        if answers.isEmpty { return findings }
        return findings + (findings.hasSuffix(".") ? " " : ". ") + answers
    }

    private static func summary(_ findings: [Finding], outcome: Outcome, hasPreliminary: Bool) -> String {
        guard let worst = findings.first else {
            if hasPreliminary { return "The report is preliminary." }
            return outcome == .pass || outcome == .warn ? "No failure stands against it." : "No finding says why."
        }
        return findings.count == 1 ? worst.message : "\(worst.message) (and \(findings.count - 1) more)"
    }
}
