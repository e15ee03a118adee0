public import Ledger
public import QualityControl

/// One certificate judged twice: by the Standards in force, and by others that are tried.
public struct ReplayedVerdict: Sendable {
    public let reference: CertificateReference
    public let project: String
    public let outcomeBefore: Outcome
    public let outcomeAfter: Outcome
    /// Which policy judged.
    public let policyBefore: String
    public let policyAfter: String
    public let changes: FindingChanges
    /// All findings of both, for counting.
    let findingsBefore: [Finding]
    let findingsAfter: [Finding]
    /// Where its batch stands in the failure queue; nil where it never was there.
    let phase: QueueState.Phase?

    public var isChanged: Bool { outcomeBefore != outcomeAfter || !changes.isEmpty }

    init(
        _ reference: CertificateReference,
        project: String,
        before: CertificateJudge.Judged,
        after: CertificateJudge.Judged,
        phase: QueueState.Phase?
    ) {
        self.reference = reference
        self.project = project
        outcomeBefore = before.judgement.outcome
        outcomeAfter = after.judgement.outcome
        policyBefore = before.state.policy
        policyAfter = after.state.policy
        findingsBefore = before.judgement.findings
        findingsAfter = after.judgement.findings
        changes = FindingChanges(from: findingsBefore, to: findingsAfter)
        self.phase = phase
    }
}
