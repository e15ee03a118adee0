import Geochemistry
import QualityControl

/// What the current verdicts of a batch come to together: several where a reissue only added columns.
struct BatchStanding {
    /// The worst outcome.
    let outcome: Outcome
    let hasPreliminary: Bool
    let project: String
    /// One line for the queue.
    let summary: String
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
        summary = Self.summary(
            try reader.findings(of: decisive.id).filter { $0.outcome == .fail || $0.outcome == .notEvaluated },
            outcome: outcome,
            hasPreliminary: hasPreliminary
        )
    }

    private static func summary(_ findings: [Finding], outcome: Outcome, hasPreliminary: Bool) -> String {
        guard let worst = findings.first else {
            if hasPreliminary { return "The report is preliminary." }
            return outcome == .pass || outcome == .warn ? "No failure stands against it." : "No finding says why."
        }
        return findings.count == 1 ? worst.message : "\(worst.message) (and \(findings.count - 1) more)"
    }
}
